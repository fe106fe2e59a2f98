import { describe, expect, test } from 'vitest';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { type KeptDraft, openDraft } from './draft-store';
import { stepAlong } from './scroll-step';
import { countWords } from './word-count';

const stored = { title: 'Cache tax rates', productSentence: '', body: 'We cache.' };
const typed = { ...stored, body: 'We cache for a day.' };

// Only what the editor begins with is read of a record.
function record(more: Partial<DecisionRecord> = {}): DecisionRecord {
  return { ...stored, version: 3, draft: null, ...more } as DecisionRecord;
}

const kept: KeptDraft = { base: stored, baseVersion: 3, mine: typed, at: 2_000, isSent: false };
const sent = { ...typed, baseVersion: 3, updatedAt: new Date(1_000) };

describe('the editor begins with', () => {
  test('what is stored, when nothing else was typed', () => {
    expect(openDraft(record(), null)).toEqual({ mine: stored, base: { version: 3, text: stored }, restoredAt: null });
    expect(openDraft(record(), { ...kept, mine: { ...stored, body: 'We cache.\n' } }).restoredAt).toBeNull();
  });

  test('what the server keeps of the typing', () => {
    expect(openDraft(record({ draft: sent }), null)).toMatchObject({ mine: typed, restoredAt: new Date(1_000) });
  });

  test('what this browser kept and could not send', () => {
    expect(openDraft(record(), kept)).toMatchObject({ mine: typed, restoredAt: new Date(2_000) });
    const newer = { ...kept, mine: { ...typed, body: 'newer' } };
    expect(openDraft(record({ draft: sent }), newer).mine.body).toBe('newer');
  });

  test('the server’s copy when that is newer than what could not be sent', () => {
    const draft = { ...sent, body: 'from the laptop', updatedAt: new Date(9_000) };
    expect(openDraft(record({ draft }), kept).mine.body).toBe('from the laptop');
  });

  test('what is stored, when what was sent has been saved or discarded elsewhere', () => {
    expect(openDraft(record(), { ...kept, isSent: true }).mine).toEqual(stored);
  });

  test('the version as it is now, when only facts changed since', () => {
    expect(openDraft(record({ version: 5 }), kept).base).toEqual({ version: 5, text: stored });
  });

  test('what it was typed on, when the text changed since', () => {
    expect(openDraft(record({ version: 5, body: 'We ask.' }), kept).base).toEqual({ version: 3, text: stored });
  });

  test('no base, when another browser typed on a text that this one never saw', () => {
    expect(openDraft(record({ version: 5, draft: sent }), null).base).toEqual({ version: 3, text: null });
  });
});

test('two views step along between the headings they share', () => {
  const [from, to] = [
    [0, 100, 200],
    [0, 300, 400],
  ];
  expect([0, 50, 100, 150, 200, 900].map((at) => stepAlong(at, from ?? [], to ?? []))).toEqual([
    0, 150, 300, 350, 400, 400,
  ]);
  expect(stepAlong(5, [], [])).toBe(0);
});

test('words are what a reader meets', () => {
  expect(countWords('## We *cache* rates\n\n- [the log](https://example.com/a-b-c) isn’t `tax_estimated`')).toBe(7);
  expect(countWords('One.\n\n```ts\nconst a = 1;\n```\n\nTwo.')).toBe(2);
  expect(countWords('One.\n\n```mermaid\nflowchart LR')).toBe(1);
  expect(countWords('')).toBe(0);
});
