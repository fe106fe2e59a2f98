import { type Edit, tokensOf, wordEdits } from '@/server/domain/merging/word-diff';

/** A value of an editable field; lists are sets (order does not count), records compare key by key. */
export type FieldValue =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | { readonly [key: string]: string | number | boolean | null };

/** One field in its three versions: what both started from, what is saved now, what is typed here. */
export interface FieldChange<Field extends string = string> {
  field: Field;
  base: FieldValue;
  theirs: FieldValue;
  mine: FieldValue;
}

export interface FieldDiff<Field extends string = string> {
  /** Equal on both sides, changed alike or not at all. */
  same: Field[];
  theirsOnly: FieldChange<Field>[];
  mineOnly: FieldChange<Field>[];
  /** Changed on both sides to different values. */
  conflicts: FieldChange<Field>[];
}

function isList(value: FieldValue): value is readonly string[] {
  return Array.isArray(value);
}

/** Equality of two field values: text and numbers exactly, lists as sets, records key by key. */
export function isSameValue(a: FieldValue, b: FieldValue): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false;
  if (isList(a) || isList(b)) {
    if (!isList(a) || !isList(b)) return false;
    const inA = new Set(a);
    const inB = new Set(b);
    return inA.size === inB.size && [...inA].every((item) => inB.has(item));
  }
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => (a[key] ?? null) === (b[key] ?? null));
}

/**
 * Sorts the fields of a record by who changed them since `base`. Fields keep the order in which `base` lists them;
 * all three records carry the same fields. Group what belongs together (the four factors) into one record-valued
 * field, so that it conflicts as one.
 */
export function diffFields<Field extends string>(
  base: Readonly<Record<Field, FieldValue>>,
  theirs: Readonly<Record<Field, FieldValue>>,
  mine: Readonly<Record<Field, FieldValue>>,
): FieldDiff<Field> {
  const diff: FieldDiff<Field> = { same: [], theirsOnly: [], mineOnly: [], conflicts: [] };
  for (const field in base) {
    const change = { field, base: base[field], theirs: theirs[field], mine: mine[field] };
    if (isSameValue(change.theirs, change.mine)) diff.same.push(field);
    else if (isSameValue(change.base, change.mine)) diff.theirsOnly.push(change);
    else if (isSameValue(change.base, change.theirs)) diff.mineOnly.push(change);
    else diff.conflicts.push(change);
  }
  return diff;
}

function isSameEdit(a: Edit, b: Edit): boolean {
  return a.start === b.start && a.end === b.end && a.insert.join('') === b.insert.join('');
}

/** Edits that touch count as overlapping too: which of two neighbours comes first cannot be known. */
function touches(a: Edit, b: Edit): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/**
 * Puts two edits of one text together, word by word (three-way, as diff3 does), as a proposal to be changed freely.
 * Null when both rewrote the same place differently. The result is the same with the sides exchanged.
 */
export function mergeText(base: string, theirs: string, mine: string): string | null {
  const tokens = tokensOf(base);
  const theirEdits = wordEdits(tokens, tokensOf(theirs));
  const myEdits = wordEdits(tokens, tokensOf(mine)).filter(
    (edit) => !theirEdits.some((their) => isSameEdit(edit, their)),
  );
  if (myEdits.some((edit) => theirEdits.some((their) => touches(edit, their)))) return null;
  const merged: string[] = [];
  let at = 0;
  for (const edit of [...theirEdits, ...myEdits].sort((a, b) => a.start - b.start)) {
    merged.push(...tokens.slice(at, edit.start), ...edit.insert);
    at = edit.end;
  }
  merged.push(...tokens.slice(at));
  return merged.join('');
}

/** Puts two edits of a list together as sets: additions of both, without the removals of either. Always possible. */
export function mergeList(base: readonly string[], theirs: readonly string[], mine: readonly string[]): string[] {
  const inTheirs = new Set(theirs);
  const inMine = new Set(mine);
  const inBase = new Set(base);
  const isKept = (item: string) => (inBase.has(item) ? inTheirs.has(item) && inMine.has(item) : true);
  return [...new Set([...theirs, ...mine])].filter(isKept);
}

/**
 * Puts two edits of a flat record together key by key (their likelihood, my cost). Null when both changed one key to
 * different values. All three carry the same keys; values are compared with `===`.
 */
export function mergeRecord<Row extends object>(
  base: Readonly<Row>,
  theirs: Readonly<Row>,
  mine: Readonly<Row>,
): Row | null {
  const merged: Row = { ...theirs };
  for (const key in base) {
    if (mine[key] === base[key] || mine[key] === theirs[key]) continue;
    if (theirs[key] !== base[key]) return null;
    merged[key] = mine[key];
  }
  return merged;
}
