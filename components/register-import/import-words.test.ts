import { expect, test } from 'vitest';
import type { PlannedRecord, RecordFinding } from '@/server/modules/register-import/contract';
import { groupFindings, halvesOf, importLabel, leastCertainFirst } from './import-words';

const finding = (code: string, severity: RecordFinding['severity']): RecordFinding => ({
  path: 'a.md',
  line: null,
  code,
  severity,
  message: 'x',
  suggestion: 'y',
});

test('the gravest findings come first, and of those the most frequent', () => {
  const groups = groupFindings([
    finding('often', 'info'),
    finding('often', 'info'),
    finding('once', 'warning'),
    finding('twice', 'warning'),
    finding('twice', 'warning'),
    finding('bad', 'error'),
  ]);
  expect(groups.map(({ code, findings }) => [code, findings.length])).toEqual([
    ['bad', 1],
    ['twice', 2],
    ['once', 1],
    ['often', 2],
  ]);
});

test('a message falls apart into what was found and what was expected, once', () => {
  expect(halvesOf('“A” → b → c')).toEqual({ found: '“A”', expected: 'b → c' });
  expect(halvesOf('only found')).toEqual({ found: 'only found', expected: '' });
});

test('the button says what it will do', () => {
  expect(importLabel({ created: 17, updated: 0 })).toBe('Import 17 decisions');
  expect(importLabel({ created: 0, updated: 1 })).toBe('Update 1 decision');
  expect(importLabel({ created: 0, updated: 0 })).toBe('Nothing to import');
});

test('records of unknown status stand before those that are certain', () => {
  const record = (path: string, status: PlannedRecord['status']): PlannedRecord => ({
    path,
    action: 'create',
    note: '',
    layout: 'madr4',
    number: null,
    title: path,
    status,
    rawStatus: '',
    date: null,
    rawDate: '',
    relations: [],
    changed: [],
    findings: [],
  });
  const sorted = leastCertainFirst([record('b', 'accepted'), record('a', 'accepted'), record('c', 'unknown')]);
  expect(sorted.map(({ path }) => path)).toEqual(['c', 'a', 'b']);
});
