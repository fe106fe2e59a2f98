import type { FileName } from '@/server/domain/decision-record/file-name';
import { type MetadataField, saysNothing } from '@/server/domain/decision-record/metadata-key';
import type { ExtraValue, ReadRelationType, RecordLayout } from '@/server/domain/decision-record/record';
import { RECORD_LIMIT } from '@/server/domain/decision-record/record';
import { dropEmphasis, type TextNote } from '@/server/domain/decision-record/record-text';
import type { FoundRelation } from '@/server/domain/decision-record/relation-text';
import { isPlaceholder } from '@/server/domain/decision-record/status-word';

export type ListField = 'deciders' | 'consulted' | 'informed' | 'tags' | 'triggers' | 'services';

/** What one file says, before the other files of its set are known. */
export interface RecordDraft {
  path: string;
  name: FileName;
  layout: RecordLayout;
  /** From front matter or metadata lines, for a file whose name has none. */
  givenNumber: { text: string; line: number } | null;
  headingNumber: number | null;
  title: string;
  titleIn: 'heading' | 'front' | 'none';
  isTemplate: boolean;
  /** By section names, a status or metadata: looks like a decision record whatever its name is. */
  hasEvidence: boolean;
  texts: Map<MetadataField, { text: string; line: number }>;
  lists: Map<ListField, string[]>;
  /** The status in its place; null when there is none. */
  status: { raw: string; line: number; isHelpOnly: boolean } | null;
  relations: { relation: FoundRelation; line: number }[];
  extra: { [key: string]: ExtraValue };
  body: string;
  notes: TextNote[];
}

const LISTS: ReadonlySet<string> = new Set(['deciders', 'consulted', 'informed', 'tags', 'triggers', 'services']);
export const isListField = (field: MetadataField): field is ListField => LISTS.has(field);

export function newDraft(path: string, name: FileName): RecordDraft {
  return {
    path,
    name,
    layout: 'markdown',
    givenNumber: null,
    headingNumber: null,
    title: '',
    titleIn: 'none',
    isTemplate: false,
    hasEvidence: false,
    texts: new Map(),
    lists: new Map(),
    status: null,
    relations: [],
    extra: {},
    body: '',
    notes: [],
  };
}

const placeholderNote = (field: string, value: string, line: number): TextNote => ({
  line,
  code: 'placeholderValue',
  severity: 'info',
  message: `“${value.slice(0, 80)}” as ${field} is text of a template → a value; it was left empty.`,
  suggestion: `Fill in the ${field} or take the line away.`,
});

/** A text field, once: the first place that says it counts. False when it was said before. */
export function setText(draft: RecordDraft, field: MetadataField, value: string, line: number): boolean {
  if (field === 'status') {
    if (draft.status) return false;
    draft.status = { raw: value, line, isHelpOnly: false };
    return true;
  }
  if (draft.texts.has(field)) return false;
  const isUnfilled = value !== '' && isPlaceholder(value);
  if (isUnfilled) draft.notes.push(placeholderNote(field, value, line));
  if (field === 'number') {
    if (!/^\d{1,6}$/.test(value)) return false;
    draft.givenNumber ??= { text: value, line };
    return true;
  }
  const isNothing = field !== 'productSentence' && field !== 'revisitCondition' && saysNothing(value);
  if (value === '' || isNothing || (isUnfilled && field !== 'date')) return true;
  draft.texts.set(field, { text: value, line });
  return true;
}

/** The items of a list field, once. */
export function setList(draft: RecordDraft, field: ListField, values: readonly string[], line: number): boolean {
  if (draft.lists.has(field)) return false;
  const kept = new Set<string>();
  for (const value of values) {
    const text = dropEmphasis(value);
    if (saysNothing(text) || kept.has(text)) continue;
    if (isPlaceholder(value)) draft.notes.push(placeholderNote(field, value, line));
    else if (kept.size < RECORD_LIMIT.values) kept.add(text);
    else {
      draft.notes.push({
        line,
        code: 'tooManyValues',
        severity: 'warning',
        message: `More than ${RECORD_LIMIT.values} ${field} → at most that many; the first ones were taken.`,
        suggestion: 'Shorten the list.',
      });
      break;
    }
  }
  if (kept.size > 0) draft.lists.set(field, [...kept]);
  return true;
}

/** One line to names: by semicolon when there is one, else by comma, and tags by space as well where that is usual. */
export function splitList(text: string, separator: 'comma' | 'space'): string[] {
  if (separator === 'space') return text.toLowerCase().split(/[\s,;]+/);
  return text.split(text.includes(';') ? ';' : /,/).map((part) => part.trim());
}

export function addRelation(draft: RecordDraft, relation: FoundRelation, line: number): void {
  if (draft.relations.length >= RECORD_LIMIT.relations) {
    if (
      draft.relations.length === RECORD_LIMIT.relations &&
      !draft.notes.some(({ code }) => code === 'tooManyValues')
    ) {
      draft.notes.push({
        line,
        code: 'tooManyValues',
        severity: 'warning',
        message: `More than ${RECORD_LIMIT.relations} relations → at most that many; the first ones were taken.`,
        suggestion: 'Check the links of the record.',
      });
    }
    return;
  }
  const isKnown = draft.relations.some(
    ({ relation: other }) =>
      other.type === relation.type &&
      other.targetPath === relation.targetPath &&
      other.targetNumber === relation.targetNumber &&
      (other.targetPath !== null || other.targetNumber !== null || other.targetText === relation.targetText),
  );
  if (!isKnown) draft.relations.push({ relation, line });
}

export type RelationKey = { type: ReadRelationType; partial: boolean };
