import { diffArrays } from 'diff';
import { type DiffPart, wordDiff } from '@/server/domain/merging/word-diff';

// Up to here words are compared; a longer passage without a line in common is shown as replaced.
const longestByWords = 16_000;
const mostLineEdits = 2_000;

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function replaced(before: string, after: string): DiffPart[] {
  return [
    ...(before === '' ? [] : [{ kind: 'removed' as const, text: before }]),
    ...(after === '' ? [] : [{ kind: 'added' as const, text: after }]),
  ];
}

/** Counts down the characters that may still be compared word by word. */
export type Budget = { left: number };

function byWords(before: string, after: string, budget: Budget): DiffPart[] {
  const cost = before.length + after.length;
  if (before === '' || after === '' || cost > longestByWords || cost > budget.left) return replaced(before, after);
  budget.left -= cost;
  return wordDiff(before, after);
}

function byLines(before: string, after: string, budget: Budget): DiffPart[] {
  const changes = diffArrays(linesOf(before), linesOf(after), { maxEditLength: mostLineEdits });
  if (!changes) return replaced(before, after);
  const parts: DiffPart[] = [];
  let gone = '';
  let come = '';
  const flush = () => {
    parts.push(...byWords(gone, come, budget));
    gone = '';
    come = '';
  };
  for (const { value, added, removed } of changes) {
    if (removed) gone += value.join('');
    else if (added) come += value.join('');
    else {
      flush();
      parts.push({ kind: 'same', text: value.join('') });
    }
  }
  flush();
  return parts;
}

function joined(parts: readonly DiffPart[]): DiffPart[] {
  const result: DiffPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (last?.kind === part.kind) last.text += part.text;
    else if (part.text !== '') result.push({ ...part });
  }
  return result;
}

/**
 * What changed from one text to another: same and removed joined are the first, same and added the second. Words are
 * compared where that is cheap, lines in longer texts, and what is longer still counts as replaced, so that the time grows
 * with the length of the texts.
 */
export function textDifference(before: string, after: string, budget: Budget = { left: 200_000 }): DiffPart[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const isShort = before.length + after.length <= longestByWords;
  return joined(isShort ? byWords(before, after, budget) : byLines(before, after, budget));
}

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]*/gu;

/** How many words were added and removed. */
export function countChangedWords(parts: Iterable<DiffPart>): { added: number; removed: number } {
  const counts = { added: 0, removed: 0 };
  for (const { kind, text } of parts) if (kind !== 'same') counts[kind] += text.match(word)?.length ?? 0;
  return counts;
}
