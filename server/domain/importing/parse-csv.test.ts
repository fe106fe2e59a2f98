import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IMPORT_LIMIT, ImportRefusal } from '@/server/domain/importing/import-limit';
import { countRecords, parseCsv } from '@/server/domain/importing/parse-csv';
import { sniffDelimiter } from '@/server/domain/importing/sniff-delimiter';

const cells = (text: string): string[][] => parseCsv(text).rows.map((row) => row.cells);
const codes = (text: string): string[] => parseCsv(text).findings.map((finding) => finding.code);
const refused = (text: string): ImportRefusal => {
  try {
    parseCsv(text);
  } catch (error) {
    if (error instanceof ImportRefusal) return error;
  }
  throw new Error('The text was not refused.');
};

describe('parseCsv', () => {
  it.each([
    ['CRLF', 'a,b\r\n1,2\r\n'],
    ['LF', 'a,b\n1,2\n'],
    ['CR', 'a,b\r1,2\r'],
    ['no line end after the last row', 'a,b\n1,2'],
    ['a byte order mark that survived', '\uFEFFa,b\n1,2'],
    ['mixed line ends', 'a,b\n1,2\r\n'],
    ['semicolons', 'a;b\n1;2'],
    ['tabs', 'a\tb\n1\t2'],
    ['bars', 'a|b\n1|2'],
    ["Excel's sep line", 'sep=;\r\na;b\r\n1;2'],
    ['empty lines above the header', '\n\n,\na,b\n1,2'],
    ['space around quoted cells', '"a" , "b"\n"1" , "2"'],
  ])('reads %s', (_, text) => {
    const parsed = parseCsv(text);
    expect(parsed.header).toEqual(['a', 'b']);
    expect(parsed.rows.map((row) => row.cells)).toEqual([['1', '2']]);
  });

  it('keeps repeated headers and their cells by position', () => {
    const parsed = parseCsv('Labels,Labels,Summary,Labels\na,b,c,d');
    expect(parsed.header).toEqual(['Labels', 'Labels', 'Summary', 'Labels']);
    expect(parsed.rows[0]?.cells).toEqual(['a', 'b', 'c', 'd']);
  });

  it('keeps line breaks, delimiters and doubled quotes inside quoted cells', () => {
    expect(cells('a,b\n"x\r\ny, ""z""",2')).toEqual([['x\r\ny, "z"', '2']]);
  });

  it('knows the physical line of a row after multi-line cells', () => {
    const rows = parseCsv('a,b\n"1\n2\n3",x\n4,y').rows;
    expect(rows.map(({ row, line }) => ({ row, line }))).toEqual([
      { row: 1, line: 2 },
      { row: 2, line: 5 },
    ]);
  });

  it('reads a quote inside an unquoted cell as a character', () => {
    expect(cells('a,b\n5" disk,x')).toEqual([['5" disk', 'x']]);
  });

  it('reads on after a quote that is never closed, and names its line', () => {
    const parsed = parseCsv('a,b\n1,2\n"lone,3\n4,5\n6,7');
    expect(parsed.rows.map((row) => row.cells)).toEqual([
      ['1', '2'],
      ['"lone', '3'],
      ['4', '5'],
      ['6', '7'],
    ]);
    expect(parsed.findings).toMatchObject([{ row: 2, code: 'loneQuote', severity: 'warning' }]);
    expect(parsed.rows[3]?.line).toBe(5);
  });

  it('passes over empty rows, counting them so that row numbers match a spreadsheet', () => {
    const parsed = parseCsv('a,b\n1,2\n\n,\n3,4\n');
    expect(parsed.rows.map((row) => row.row)).toEqual([1, 4]);
    expect(parsed.findings.map(({ row, code }) => ({ row, code }))).toEqual([
      { row: 2, code: 'emptyRow' },
      { row: 3, code: 'emptyRow' },
    ]);
  });

  it('keeps ragged rows and says which they are', () => {
    expect(cells('a,b\n1\n1,2,3')).toEqual([['1'], ['1', '2', '3']]);
    expect(codes('a,b\n1\n1,2,3')).toEqual(['missingCells', 'extraCells']);
  });

  it('reports header cells without a name, and drops trailing ones without a value', () => {
    const parsed = parseCsv('a,,b,,\n1,2,3,,');
    expect(parsed.header).toEqual(['a', '', 'b']);
    expect(parsed.findings.map((finding) => finding.code)).toEqual(['emptyHeader']);
  });

  it('reads hundreds of columns', () => {
    const wide = Array.from({ length: 700 }, (_, index) => `c${index}`);
    expect(parseCsv(`${wide.join(',')}\n${wide.join(',')}`).rows[0]?.cells).toHaveLength(700);
  });

  it('refuses one row more than the limit, with both numbers', () => {
    const error = refused(`a\n${'x\n'.repeat(IMPORT_LIMIT.rows + 1)}`);
    expect(error).toMatchObject({ code: 'tooManyRows', limit: 50_000, actual: 50_001 });
    expect(error.message).toBe('The file has 50,001 rows; an import takes at most 50,000.');
  });

  it('takes exactly as many rows as the limit', () => {
    expect(parseCsv(`a\n${'x\n'.repeat(IMPORT_LIMIT.rows)}`).rows).toHaveLength(IMPORT_LIMIT.rows);
  });

  it('refuses more columns than the limit', () => {
    expect(refused(Array.from({ length: IMPORT_LIMIT.columns + 1 }, (_, i) => `c${i}`).join(',')).code).toBe(
      'tooManyColumns',
    );
  });

  it('refuses a file of delimiters only', () => {
    expect(refused(',,,\n,,,').code).toBe('noHeader');
  });

  it('gives back any table that was written with quotes', () => {
    const cell = fc.string({ unit: 'binary' }).map((text) => text.replace(/\r|\u0000|\uFEFF/g, '').toWellFormed());
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t'), (rows, delimiter) => {
        const filled = rows.map((row) => [`x${row[0]}`, row[1] ?? '', row[2] ?? '']);
        const lines = [['one', 'two', 'three'], ...filled].map((row) =>
          row.map((value) => `"${value.replaceAll('"', '""')}"`).join(delimiter),
        );
        expect(cells(lines.join('\r\n'))).toEqual(filled);
      }),
    );
  });
});

describe('countRecords', () => {
  it('counts rows, not the lines inside quoted cells', () => {
    expect(countRecords('a,b\n"1\n2",x\n\n3,y')).toBe(3);
  });
});

describe('sniffDelimiter', () => {
  it.each([
    ['a comma in a semicolon file', 'Title;Note, long;Owner\nx, y;1,5;z\nu;2,5;v', ';'],
    ['delimiters inside quotes', '"a;b;c;d",e\n"f;g;h;i",j', ','],
    ['a single column', 'Title\nfix this; later', ','],
  ] as const)('is not misled by %s', (_, text, delimiter) => {
    expect(sniffDelimiter(text)).toEqual({ delimiter, skipFirstLine: false });
  });
});
