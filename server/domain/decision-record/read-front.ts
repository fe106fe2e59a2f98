import { readFileName } from '@/server/domain/decision-record/file-name';
import type { FrontField, FrontMatter } from '@/server/domain/decision-record/front-matter';
import { metadataKey, saysNothing } from '@/server/domain/decision-record/metadata-key';
import type { ExtraValue } from '@/server/domain/decision-record/record';
import {
  addRelation,
  isListField,
  type ListField,
  type RecordDraft,
  type RelationKey,
  setList,
  setText,
  splitList,
} from '@/server/domain/decision-record/record-draft';
import { readRelations, readTargets } from '@/server/domain/decision-record/relation-text';
import { isPlaceholder } from '@/server/domain/decision-record/status-word';

/** A value where text belongs; lists and mappings are given as the file has them, with a note. */
function textOf(draft: RecordDraft, field: FrontField): string {
  const { value, key, line, source } = field;
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value) && value.length === 1 && typeof value[0] === 'string' && !isPlaceholder(source))
    return value[0].trim();
  const isMapping = !Array.isArray(value) && Object.values(value).some((part) => part !== '');
  const isUnfilled = isPlaceholder(source) && !isMapping;
  if (!isUnfilled) {
    draft.notes.push({
      line,
      code: 'textExpected',
      severity: 'warning',
      message: `“${key}” is ${Array.isArray(value) ? 'a list' : 'a mapping'} → text; it was read as “${source.slice(0, 80)}”.`,
      suggestion: 'Write one plain value, in quotes if it has a colon or a brace.',
    });
  }
  const text = source.replace(/\s+/g, ' ').trim();
  return isUnfilled ? text : text.replace(/^\{|\}$/g, '').trim();
}

/** `[list everyone involved]` of a template; `[Ana Ruiz, Bo Lind]` in the same brackets is a list that somebody wrote. */
function isUnfilledList(value: readonly ExtraValue[]): boolean {
  const [first, second] = value;
  return typeof first === 'string' && second === undefined && /^list\s|\|/i.test(first);
}

function listOf(draft: RecordDraft, field: FrontField, name: ListField): string[] {
  const { value, key, line } = field;
  if (Array.isArray(value) && !isUnfilledList(value)) {
    return value.map((item) => (typeof item === 'string' ? item : JSON.stringify(item)));
  }
  if (typeof value !== 'string') return [textOf(draft, field)];
  if (value.trim() === '') return [];
  if (isPlaceholder(value)) return [value];
  draft.notes.push({
    line,
    code: 'scalarList',
    severity: 'info',
    message: `“${key}: ${value.slice(0, 80)}” is one text → a list; it was split at ${name === 'tags' ? 'spaces and ' : ''}commas.`,
    suggestion: `Write ${key} as a list if a name holds a comma.`,
  });
  if (name === 'tags' && !value.includes(',')) return splitList(value, 'space');
  return splitList(value, 'comma');
}

export function addTargets(draft: RecordDraft, key: RelationKey, value: string, line: number): void {
  if (saysNothing(value) || isPlaceholder(value)) return;
  for (const item of readTargets(value)) addRelation(draft, { ...item, ...key }, line);
}

function addRelations(draft: RecordDraft, key: RelationKey, field: FrontField): void {
  const items = Array.isArray(field.value) ? field.value : [field.value];
  for (const item of items) {
    if (typeof item !== 'string') continue;
    const partly = /^part(?:ly|ially)\s+/.exec(item);
    addTargets(
      draft,
      { ...key, partial: key.partial || partly !== null },
      item.slice(partly?.[0].length ?? 0),
      field.line,
    );
  }
}

/** `links: [{ target: 3, kind: supersedes }]`, as adrs writes them; false when it is something else. */
function addLinks(draft: RecordDraft, value: ExtraValue, line: number): boolean {
  if (!Array.isArray(value) || value.length === 0) return false;
  const found: { key: RelationKey; target: string }[] = [];
  for (const item of value) {
    if (typeof item === 'string' || Array.isArray(item)) return false;
    const { target, kind, type } = item;
    const name = typeof kind === 'string' ? kind : typeof type === 'string' ? type : '';
    const key = metadataKey(name.replace(/([a-z])([A-Z])/g, '$1-$2'));
    if (typeof target !== 'string' || key?.kind !== 'relation') return false;
    found.push({ key, target });
  }
  for (const { key, target } of found) addTargets(draft, { type: key.type, partial: key.partial }, target, line);
  return true;
}

function readNumberKey(draft: RecordDraft, field: FrontField): void {
  if (typeof field.value !== 'string') return;
  const text = field.value.trim();
  const digits = /^(?:adr[-# ]?)?(\d{1,6})$/i.exec(text)?.[1];
  const fromSlug =
    digits === undefined && field.key.toLowerCase() === 'slug' ? readFileName(`${text.replace(/^\//, '')}.md`) : null;
  const number = digits ?? (fromSlug?.numberText || undefined);
  if (number !== undefined) draft.givenNumber ??= { text: number, line: field.line };
}

/** What front matter says; gives back its title, which counts only where there is no heading. */
export function takeFrontMatter(draft: RecordDraft, front: FrontMatter): { title: string; line: number } | null {
  let title: { title: string; line: number } | null = null;
  draft.notes.push(...front.notes);
  for (const field of front.fields) {
    const name = field.key.trim().toLowerCase();
    const key = metadataKey(field.key);
    if (name === 'title' && typeof field.value === 'string') title = { title: field.value.trim(), line: field.line };
    else if (name === 'links' && addLinks(draft, field.value, field.line)) continue;
    else if (key?.kind === 'relation') addRelations(draft, key, field);
    else if (key && isListField(key.field)) setList(draft, key.field, listOf(draft, field, key.field), field.line);
    else if (key && key.field !== 'number') {
      const text = textOf(draft, field);
      if (key.field === 'status') takeStatus(draft, text, field.line);
      else setText(draft, key.field, text, field.line);
    } else {
      if (['adr', 'number', 'adr-number', 'id', 'slug'].includes(name)) readNumberKey(draft, field);
      if (name !== 'number' || draft.givenNumber === null) draft.extra[field.key] = field.value;
    }
  }
  return title;
}

/** A status with the relations that stand inside it, such as `accepted; supersedes ADR-0045`. */
export function takeStatus(draft: RecordDraft, raw: string, line: number): boolean {
  if (raw === '') return false;
  if (!setText(draft, 'status', raw, line)) return false;
  for (const relation of readRelations(raw).relations) addRelation(draft, relation, line);
  return true;
}
