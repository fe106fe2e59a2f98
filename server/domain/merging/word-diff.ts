import { diffArrays } from 'diff';

/** One run of a word diff. Joining all but `added` gives the old text, all but `removed` the new one. */
export interface DiffPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Tokens `start` to `end` (exclusive) of the base are replaced by `insert`. */
export interface Edit {
  start: number;
  end: number;
  insert: readonly string[];
}

// Beyond this many changed tokens the two texts have little in common and the search for the shortest diff gets slow.
const maxEditLength = 2_000;

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** Words, spaces and signs, each a token; emoji and combined letters stay whole. Joining them gives the text. */
export function tokensOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

const wordPattern = /[\p{L}\p{N}]/u;

function sharesAWord(tokens: readonly string[]): boolean {
  return tokens.some((token) => wordPattern.test(token));
}

/** Joins edits that only spaces or punctuation keep apart, so that a rewritten phrase is one edit. */
function joined(edits: readonly Edit[], base: readonly string[]): Edit[] {
  const result: Edit[] = [];
  for (const edit of edits) {
    const last = result.at(-1);
    const between = last ? base.slice(last.end, edit.start) : [];
    if (!last || sharesAWord(between)) {
      result.push(edit);
      continue;
    }
    result[result.length - 1] = {
      start: last.start,
      end: edit.end,
      insert: [...last.insert, ...between, ...edit.insert],
    };
  }
  return result;
}

function editsOf(base: readonly string[], other: readonly string[]): Edit[] {
  const changes = diffArrays([...base], [...other], { maxEditLength });
  if (!changes) return [{ start: 0, end: base.length, insert: other }];
  const edits: Edit[] = [];
  let at = 0;
  let open: Edit | null = null;
  for (const { value, added, removed } of changes) {
    if (!added && !removed) {
      if (open) edits.push(open);
      open = null;
      at += value.length;
      continue;
    }
    open ??= { start: at, end: at, insert: [] };
    if (added) open = { ...open, insert: [...open.insert, ...value] };
    if (removed) at += value.length;
    open = { ...open, end: at };
  }
  if (open) edits.push(open);
  return edits;
}

/** The edits that turn the base tokens into the other tokens, in order and never touching. */
export function wordEdits(base: readonly string[], other: readonly string[]): Edit[] {
  return joined(editsOf(base, other), base);
}

/** What changed from `before` to `after`, word by word; a removal comes before the addition that replaces it. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const base = tokensOf(before);
  const parts: DiffPart[] = [];
  const push = (kind: DiffPart['kind'], tokens: readonly string[]) => {
    if (tokens.length > 0) parts.push({ kind, text: tokens.join('') });
  };
  let at = 0;
  for (const edit of wordEdits(base, tokensOf(after))) {
    push('same', base.slice(at, edit.start));
    push('removed', base.slice(edit.start, edit.end));
    push('added', edit.insert);
    at = edit.end;
  }
  push('same', base.slice(at));
  return parts;
}
