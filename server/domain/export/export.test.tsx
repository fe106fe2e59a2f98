import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import Markdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { describe, expect, test } from 'vitest';
import { guardCell, unguardCell } from '@/server/domain/export/cell-guard';
import { byteOrderMark, csvPieces } from '@/server/domain/export/csv';
import { exportColumns } from '@/server/domain/export/export-column';
import type { ExportDocument, ExportRow } from '@/server/domain/export/export-document';
import { type JsonExport, jsonPieces } from '@/server/domain/export/json';
import { markdownPieces, plainInline } from '@/server/domain/export/markdown';
import { longestCell, workbookSheets } from '@/server/domain/export/sheet';
import { compareKeys, summarise } from '@/server/domain/export/summary';
import { joinList } from '@/server/domain/field/list-cell';
import { previewImport } from '@/server/domain/importing/preview-import';

function row(key: string, title: string, factors: number[], more: Partial<ExportRow> = {}): ExportRow {
  return {
    key,
    title,
    description: '',
    productSentence: '',
    state: 'open',
    closedAs: null,
    impact: factors[0] ?? null,
    likelihood: factors[1] ?? null,
    velocityTax: factors[2] ?? null,
    remediationCost: factors[3] ?? null,
    effortHalfDays: null,
    interestHoursPerMonth: null,
    quadrant: null,
    notDebtReason: null,
    owner: null,
    team: null,
    services: [],
    labels: [],
    repaymentPlan: '',
    revisitOn: null,
    acceptedUntil: null,
    incurredOn: null,
    scoredOn: null,
    sourceRefs: [],
    ...more,
  };
}

function documentOf(rows: ExportRow[]): ExportDocument {
  return {
    workspaceName: 'Northwind',
    generatedAt: '2026-11-21T14:05:00.000Z',
    filterSentence: 'Not closed, any team, sorted by score',
    model: { name: 'handbook', version: 1 },
    floor: { impact: 5, likelihood: 4 },
    rows,
  };
}

const full = row('TD-31', 'Retry storm when the tax API times out', [5, 4, 4, 4], {
  description: 'Checkout asks the state tax API.\nAnd repeats a failed call, "five" times.',
  productSentence: 'A third of shoppers wait at the last step.',
  effortHalfDays: 9,
  interestHoursPerMonth: 14,
  quadrant: 'deliberatePrudent',
  owner: 'Ruth Osei',
  team: 'Checkout',
  services: ['checkout', 'tax'],
  labels: ['peak', 'resilience'],
  repaymentPlan: 'Read tax from a 24-hour cache',
  revisitOn: '2027-01-15',
  incurredOn: '2025-05-09',
  scoredOn: '2026-11-15',
  sourceRefs: [{ system: 'jira', key: 'PAY-418', url: 'https://northwind.example/browse/PAY-418' }],
});

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '\t',
        '\r',
        '\n',
        "'",
        '"',
        ',',
        ';',
        '|',
        '\\',
        '*',
        '_',
        '`',
        '[x](javascript:a)',
        '<script>',
        '&amp;',
        '~~',
        '# ',
        'https://a.b/c_d',
        'a_b@c.de',
        'שלום',
        '👩‍👩‍👧',
        'a',
        ' ',
        '\u202e',
        '＝',
        '\u0000',
      ),
      { maxLength: 10 },
    )
    .map((parts) => parts.join('')),
);

function csvCells(rows: ExportRow[]): string[][] {
  const text = [...csvPieces(rows)].join('');
  expect(text.startsWith(byteOrderMark)).toBe(true);
  return parse(text, { bom: true, record_delimiter: '\r\n', relax_column_count: false });
}

describe('the CSV export', () => {
  test('has exactly the agreed headers, and one record a debt', () => {
    const [header, record, ...rest] = csvCells([full]);
    expect(header?.join(',')).toBe(
      'Key,Title,State,Score,Severity,Impact,Likelihood,Velocity tax,Remediation cost,Effort (days),' +
        'Interest (hours per month),Quadrant,Not debt because,Owner,Team,Services,Labels,Product sentence,' +
        'Repayment plan,Revisit on,Accepted until,Incurred on,Scored on,Description,Source',
    );
    expect(record).toEqual([
      'TD-31',
      'Retry storm when the tax API times out',
      'Open',
      '17.3',
      '4.3',
      '5',
      '4',
      '4',
      '4',
      '4.5',
      '14',
      'Deliberate, prudent',
      '',
      'Ruth Osei',
      'Checkout',
      'checkout; tax',
      'peak; resilience',
      'A third of shoppers wait at the last step.',
      'Read tax from a 24-hour cache',
      '2027-01-15',
      '',
      '2025-05-09',
      '2026-11-15',
      'Checkout asks the state tax API.\nAnd repeats a failed call, "five" times.',
      'jira PAY-418 https://northwind.example/browse/PAY-418',
    ]);
    expect(rest).toEqual([]);
  });

  test('leaves cells empty that have no value, and shows severity without a cost', () => {
    const [, record] = csvCells([row('TD-1', 'Half scored', [3, 4, 2])]);
    expect(record?.slice(3, 11)).toEqual(['', '3.0', '3', '4', '2', '', '', '']);
  });

  test('reads back to the same texts, and no cell starts a formula', () => {
    fc.assert(
      fc.property(hostile, hostile, fc.array(hostile, { maxLength: 3 }), (title, description, labels) => {
        const cells = csvCells([row('TD-1', title, [], { description, labels, owner: title })]);
        expect(cells.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
        const record = cells[1]?.map(unguardCell) ?? [];
        expect([record[1], record[13], record[16], record[23]]).toEqual([title, title, joinList(labels), description]);
      }),
    );
  });

  test('is read back by the importer without a loss', () => {
    const written = { ...full, title: '=1+1', acceptedUntil: '2027-06-30', state: 'accepted' as const };
    const { actions, unmappedColumns } = previewImport(
      new TextEncoder().encode([...csvPieces([written])].join('')),
      [],
      {
        now: '2026-11-21T14:05:00Z',
        timeZone: 'UTC',
        members: [{ id: 'm1', name: 'Ruth Osei', email: 'ruth.osei@northwind.example' }],
        teams: [{ id: 't1', name: 'Checkout' }],
        services: [
          { id: 's1', key: 'checkout', name: 'Checkout flow' },
          { id: 's2', key: 'tax', name: 'Tax rates' },
        ],
      },
    );
    expect(unmappedColumns).toEqual(['Score', 'Severity']);
    expect(actions).toHaveLength(1);
    expect(actions[0]).toMatchObject({
      kind: 'create',
      draft: {
        debtKey: 'TD-31',
        title: '=1+1',
        description: full.description,
        state: 'accepted',
        factors: { impact: 5, likelihood: 4, velocityTax: 4, remediationCost: 4 },
        effortHalfDays: 9,
        interestHoursPerMonth: 14,
        quadrant: 'deliberatePrudent',
        owner: { id: 'm1' },
        team: { id: 't1' },
        services: [{ id: 's1' }, { id: 's2' }],
        labels: ['peak', 'resilience'],
        repaymentPlan: full.repaymentPlan,
        productSentence: full.productSentence,
        revisitOn: '2027-01-15',
        acceptedUntil: '2027-06-30',
        incurredOn: '2025-05-09',
        scoredOn: '2026-11-15',
      },
    });
  });

  test('ends every record with CRLF and comes in one piece a debt', () => {
    const pieces = [...csvPieces([full, full])];
    expect(pieces).toHaveLength(3);
    expect(pieces.every((piece) => piece.endsWith('\r\n'))).toBe(true);
  });
});

describe('a guarded cell', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ["'=1", "''=1"],
    ['a=1', 'a=1'],
    ["'90s code", "'90s code"],
    ['', ''],
  ])('%j is written as %j', (text, written) => {
    expect(guardCell(text)).toBe(written);
  });

  test('gives its text back, whatever it is', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(unguardCell(guardCell(text))).toBe(text);
      }),
    );
  });
});

describe('the JSON export', () => {
  const read = (document: ExportDocument): JsonExport => JSON.parse([...jsonPieces(document)].join(''));

  test('says what it is, and carries codes and numbers', () => {
    const document = documentOf([full, row('TD-2', 'No score', []), row('TD-3', 'Tied', [5, 4, 4, 4])]);
    const json = read(document);
    expect(json).toMatchObject({ format: 'paydown.debts', version: 1, workspace: 'Northwind', count: 3 });
    expect(json.debts[0]).toMatchObject({
      score: 17.3,
      severity: 4.3,
      rank: 1,
      tied: true,
      atSeverityFloor: true,
      effortDays: 4.5,
      state: 'open',
      quadrant: 'deliberatePrudent',
      services: ['checkout', 'tax'],
    });
    expect(json.debts[1]).toMatchObject({ score: null, severity: null, rank: null, tied: false });
  });

  test('is valid for any text and for no debts at all', () => {
    expect(read(documentOf([])).debts).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        const json = read({ ...documentOf([row('TD-1', title, [])]), workspaceName: title });
        expect([json.workspace, json.debts[0]?.title]).toEqual([title, title]);
      }),
    );
  });
});

const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'", '&amp;': '&' };

function textOf(html: string): string {
  return html
    .replace(/<a href="(https?:|mailto:)[^"]*">|<\/a>/g, '')
    .replace(/&(lt|gt|quot|#x27|amp);/g, (entity) => entities[entity] ?? entity)
    .replace(/[\u2068\u2069]/g, '');
}

function render(markdown: string): string {
  return renderToStaticMarkup(<Markdown remarkPlugins={[remarkGfm]}>{markdown}</Markdown>);
}

describe('the Markdown document', () => {
  const markdown = (rows: ExportRow[]) => [...markdownPieces(documentOf(rows))].join('');
  const backlog = [
    row('TD-22', 'Deprecated ORM version', [2, 2, 3, 3], { state: 'planned', scoredOn: '2026-07-01' }),
    full,
    row('TD-3', 'Tied with the other', [5, 3, 2, 3], { effortHalfDays: 12, owner: 'Ana Silva' }),
    row('TD-28', 'Tied too', [4, 4, 2, 3]),
    row('TD-9', 'At the floor, planned', [5, 5, 1, 1], { state: 'planned' }),
    row('TD-15', 'At the floor, accepted too long ago', [5, 4, 1, 1], {
      state: 'accepted',
      acceptedUntil: '2026-11-20',
    }),
    row('TD-40', 'Unscored', [1, 2]),
    row('TD-41', 'Gone', [5, 5, 5, 5], { state: 'withdrawn', closedAs: 'duplicate' }),
    row('TD-42', 'Perl', [], { state: 'withdrawn', closedAs: 'invalid', notDebtReason: 'oldButWorks' }),
  ];

  test('ranks by score with ties marked, and leaves closed and unscored ones out of the ranking', () => {
    const ranked =
      markdown(backlog)
        .split('## Ranked')[1]
        ?.split('## ')[0]
        ?.split('\n')
        .filter((line) => line.startsWith('| ')) ?? [];
    expect(ranked.slice(2).map((line) => line.split(' | ').slice(0, 6).join(' | '))).toEqual([
      '| 1 | TD-31 | Retry storm when the tax API times out | 17.3 | 4.3 | 4.5 d',
      '| 2 = | TD-3 | Tied with the other | 10.0 | 3.3 | 6 d',
      '| 2 = | TD-28 | Tied too | 10.0 | 3.3 | not set',
      '| 4 | TD-22 | Deprecated ORM version | 7.0 | 2.3 | not set',
      '| 5 | TD-9 | At the floor, planned | 3.7 | 3.7 | not set',
      '| 6 | TD-15 | At the floor, accepted too long ago | 3.3 | 3.3 | not set',
    ]);
  });

  test('lists what waits for a decision apart from what was decided', () => {
    const { undecided, decided } = summarise(documentOf(backlog));
    expect(undecided.map((item) => item.row.key)).toEqual(['TD-31', 'TD-15']);
    expect(decided.map((item) => item.row.key)).toEqual(['TD-9']);
    expect(markdown(backlog)).toContain('state Accepted until 20 Nov 2026, expired');
    expect(markdown(backlog)).toContain('Withdrawn: duplicate');
    expect(markdown(backlog)).toContain('Withdrawn, not debt: old, but it works');
  });

  test('shows coverage instead of a total that would mislead', () => {
    const text = markdown(backlog);
    expect(text).toContain('- **Debts**: 7, and 2 closed');
    expect(text).toContain('- **Scored in the last 90 days**: 1 of 7, 14 %');
    expect(text).toContain('- **Effort**: not enough estimates: 2 of 7');
    expect(text).toContain('- **Severity**: 2 at 4, 3 at 3, 1 at 2 (rounded, 5 is the worst)');
    expect(markdown([full])).toContain('- **Effort**: 4.5 days of work, 1 of 1 estimated');
    expect(markdown([full])).toContain('- **Interest**: 14 hours a month, 1 of 1 estimated');
  });

  test('says what is missing in words when the view is empty', () => {
    const text = markdown([]);
    expect(text).toContain('Nothing in this view has a score.');
    expect(text).toContain('Nothing waits for a decision.');
    expect(text).toContain('- **Effort**: not enough estimates: 0 of 0');
  });

  test('carries its day, its view, its model and its method', () => {
    const text = markdown(backlog);
    expect(text).toContain('# Technical debt of Northwind');
    expect(text).toContain(
      '21 Nov 2026, 14:05 UTC. Not closed, any team, sorted by score. Scored by the handbook model, version 1.',
    );
    expect(text).toContain('(impact + likelihood + velocity tax) × cost ÷ 3');
    expect(text).toContain('**What the score hides.**');
  });

  test('shows exactly the text that was typed, whatever is in it, and stays a table', () => {
    const shown = (text: string) =>
      text
        .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]+/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
    fc.assert(
      fc.property(hostile, hostile, (a, b) => {
        const html = render(`| H | I |\n| --- | --- |\n| ${plainInline(a)} | ${plainInline(b)} |\n`);
        const cells = Array.from(html.matchAll(/<td>([\s\S]*?)<\/td>/g), (match) => textOf(match[1] ?? ''));
        expect(cells).toEqual([shown(a), shown(b)]);
        // This reader drops HTML by itself; others run it.
        expect(plainInline(a)).not.toMatch(/[<>]/);
      }),
    );
  });

  test('keeps its shape with hostile titles, owners and sentences', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const html = render(
          markdown([{ ...full, title: text, owner: text, productSentence: text, repaymentPlan: text }]),
        );
        expect(html.match(/<table>/g)).toHaveLength(2);
        expect(html.match(/<h2>/g)).toHaveLength(5);
        expect(html).not.toMatch(/<script|href="javascript:/);
      }),
      { numRuns: 30 },
    );
  });

  test('isolates right-to-left text and drops marks that reorder their surroundings', () => {
    expect(plainInline('שלום')).toBe('\u2068שלום\u2069');
    expect(plainInline('a\u202eb')).toBe('a b');
  });
});

test('keys are in the order in which people count', () => {
  expect(['TD-12', 'TD-9', 'TD-100', 'X'].toSorted(compareKeys)).toEqual(['TD-9', 'TD-12', 'TD-100', 'X']);
});

describe('the workbook', () => {
  const cellsOf = (rows: ExportRow[]) => workbookSheets(documentOf(rows))[0]?.data ?? [];

  test('types its cells: numbers and days can be computed with, text is text', () => {
    const [header, cells] = cellsOf([full]);
    const at = (name: string) => cells?.[exportColumns.findIndex((column) => column.header === name)];
    expect(header?.map((cell) => cell?.value)).toEqual(exportColumns.map((column) => column.header));
    expect(at('Score')).toEqual({ type: Number, value: 17.3, format: '0.0' });
    expect(at('Effort (days)')).toEqual({ type: Number, value: 4.5, format: 'General' });
    expect(at('Incurred on')).toEqual({ type: Date, value: new Date('2025-05-09T00:00:00Z'), format: 'yyyy-mm-dd' });
    expect(at('Title')).toEqual({ type: String, value: full.title, format: '@' });
    expect(at('Accepted until')).toBeNull();
  });

  test('guards formulas, and fits long text into a cell without cutting an emoji in two', () => {
    const long = '👍'.repeat(longestCell);
    const cells = cellsOf([row('TD-1', '=cmd|/c', [], { description: long })])[1] ?? [];
    expect(cells[1]).toEqual({ type: String, value: "'=cmd|/c", format: '@' });
    const description = String(cells[23]?.value);
    expect(description.length).toBeLessThanOrEqual(longestCell);
    expect(description).toContain('cut here');
    expect(description.isWellFormed()).toBe(true);
  });

  test('keeps text that looks like an escape of the file format', () => {
    expect(cellsOf([row('TD-1', '_x0041_ and\r\nmore', [])])[1]?.[1]?.value).toBe('_x005F_x0041_ and\nmore');
  });

  test('never holds text that a spreadsheet would run or XML could not carry', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const cells = cellsOf([row('TD-1', text, [], { owner: text, services: [text] })])[1] ?? [];
        for (const cell of cells) {
          if (cell?.type !== String) continue;
          expect(cell.value).not.toMatch(/^[=+\-@\t\r]/);
          expect(String(cell.value).isWellFormed()).toBe(true);
          expect(cell.value).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
        }
      }),
    );
  });

  test('explains itself on a second sheet', () => {
    const [debts, method] = workbookSheets(documentOf([full]));
    expect([debts?.sheet, method?.sheet]).toEqual(['Debts', 'Method']);
    const text = method?.data.flat().map((cell) => cell?.value) ?? [];
    expect(text).toContain('Outage, data loss or breach for all customers.');
    expect(text).toContain('Not closed, any team, sorted by score');
  });
});
