import { describe, expect, test } from 'vitest';
import { refuseFile } from './file-check';
import { findingCsv } from './finding-csv';
import { importLabel, undoneText } from './import-words';
import { chooseColumn } from './use-import-review';
import { offsetText, zoneNames } from './zone-text';

describe('the sentence after an undo', () => {
  test.each([
    [{ deleted: 134, restored: 0, keptBecauseChanged: [] }, '134 debts deleted again.'],
    [{ deleted: 1, restored: 1, keptBecauseChanged: [] }, '1 debt deleted again, 1 debt put back to what it was.'],
    [
      { deleted: 0, restored: 0, keptBecauseChanged: ['TD-3'] },
      'There was nothing left to take back. TD-3 stays: somebody has changed it since the import.',
    ],
    [
      { deleted: 2, restored: 0, keptBecauseChanged: ['TD-1', 'TD-2', 'TD-3', 'TD-4', 'TD-5', 'TD-6', 'TD-7'] },
      '2 debts deleted again. TD-1, TD-2, TD-3, TD-4, TD-5 and 2 more stay: somebody has changed them since the import.',
    ],
  ])('of %j names what was kept', (undone, sentence) => {
    expect(undoneText(undone)).toBe(sentence);
  });
});

test.each([
  [{ created: 128, updated: 6 }, 'Import 134 debts'],
  [{ created: 1, updated: 0 }, 'Import 1 debt'],
  [{ created: 0, updated: 0 }, 'Nothing to import'],
])('the button says what it will do: %j', (counts, label) => {
  expect(importLabel(counts)).toBe(label);
});

describe('a file is refused before it is sent', () => {
  const file = { name: 'a.csv', size: 10, type: 'text/csv' };
  test.each([
    [{ ...file, size: 0 }, 'is empty'],
    [{ ...file, size: 20 * 1024 * 1024 + 1 }, 'at most 20 MB'],
    [{ ...file, name: 'a.xlsx' }, 'is a spreadsheet'],
    [{ ...file, name: 'a.png', type: 'image/png' }, 'is no CSV file'],
  ])('%j', (given, sentence) => {
    expect(refuseFile(given)).toContain(sentence);
  });

  test('but not one of exactly 20 MB, nor text under another name', () => {
    expect(refuseFile({ ...file, size: 20 * 1024 * 1024 })).toBeNull();
    expect(refuseFile({ ...file, name: 'export', type: '' })).toBeNull();
    expect(refuseFile({ ...file, name: 'export.CSV', type: 'application/vnd.ms-excel' })).toBeNull();
  });
});

describe('choosing what a column becomes', () => {
  test('takes a field of one column from the column that had it, whichever unit it was', () => {
    expect(chooseColumn({ Points: 'effortHours', Name: 'title' }, 'Estimate', 'effortDays')).toEqual({
      Name: 'title',
      Estimate: 'effortDays',
    });
  });

  test('leaves a field of several columns to all of them, and remembers what is kept aside', () => {
    expect(chooseColumn({ Tags: 'labels', Other: null }, 'Labels', 'labels')).toEqual({
      Tags: 'labels',
      Other: null,
      Labels: 'labels',
    });
    expect(chooseColumn({ Tags: 'labels' }, 'Tags', null)).toEqual({ Tags: null });
  });
});

test('findings are saved so that a spreadsheet reads them as UTF-8 and runs nothing of them', () => {
  const finding = {
    row: 17,
    column: 'Summary',
    code: 'titleFormula',
    severity: 'warning',
    message: '=1+1, "x"',
    suggestion: '-',
  } as const;
  expect(findingCsv([finding, { ...finding, row: null, column: null, message: 'a' }])).toBe(
    '\uFEFFRow,Column,Severity,Finding,Expected,Code\r\n17,Summary,Worth a look,"\'=1+1, ""x""",\'-,titleFormula\r\nfile,,Worth a look,a,\'-,titleFormula\r\n',
  );
});

describe('the time zones', () => {
  test('are offered under the names their cities have today, the chosen one among them', () => {
    const names = zoneNames('Asia/Calcutta');
    expect(names).toEqual(
      expect.arrayContaining(['UTC', 'Asia/Kathmandu', 'Asia/Kolkata', 'Europe/Kyiv', 'Asia/Calcutta']),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  test('say what they were at the time of the example', () => {
    expect(offsetText('Europe/Berlin', new Date('2026-05-25T14:22:00Z'))).toBe('UTC+2 in May');
    expect(offsetText('Europe/Berlin', new Date('2026-12-31T23:30:00Z'))).toBe('UTC+1 in January');
    expect(offsetText('Asia/Kathmandu', new Date('2026-05-25T14:22:00Z'))).toBe('UTC+5:45 in May');
  });
});
