import { decisionStatuses } from '@/server/domain/decision/status';
import { readFileName } from '@/server/domain/decision-record/file-name';
import type { ExportRecord, ReadRelationType } from '@/server/domain/decision-record/record';
import { encodeEntities } from '@/server/domain/decision-record/record-text';
import { isSectionName, isTemplateTitle, readTitle } from '@/server/domain/decision-record/record-title';
import { readRelations } from '@/server/domain/decision-record/relation-text';
import { readStatus } from '@/server/domain/decision-record/status-word';
import { reference, type WriteContext } from '@/server/domain/decision-record/write-context';

/** A field that a layout has no place of its own for; written as an extra key or an extra line. */
export interface MetadataItem {
  /** As in front matter, `product-sentence`. */
  key: string;
  /** As on a line of text, `Product sentence`. */
  label: string;
  values: string[];
  isList: boolean;
}

const labelOf = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1).replaceAll('-', ' ');
const item = (key: string, values: string[], isList: boolean): MetadataItem => ({
  key,
  label: labelOf(key),
  values,
  isList,
});

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What a reader would take for the status if it were written as `text`. */
export function readsAs(
  record: ExportRecord,
  text: string,
  format: { hasDraft: boolean; missing: 'accepted' | 'unknown' },
): string {
  const isSuperseded = record.relations.some(({ type, partial }) => type === 'supersededBy' && !partial);
  const isSuccessor = record.relations.some(({ type }) => type === 'supersedes');
  if (text === '') {
    if (format.missing === 'accepted') return 'accepted';
    return isSuperseded ? 'superseded' : isSuccessor ? 'accepted' : format.missing;
  }
  const { status } = readStatus(text, { hasDraft: format.hasDraft });
  const isOpen = status === 'accepted' || status === 'proposed' || status === 'unknown';
  return isSuperseded && isOpen ? 'superseded' : status;
}

/** The file's own words for the status where they still tell it, else the plain word. */
export function statusWord(record: ExportRecord): string {
  const raw = oneLine(record.rawStatus);
  if (raw === '') return record.status === 'unknown' ? '' : record.status;
  const relations = readRelations(raw).relations;
  const isPlain = relations.every(({ type }) => type === 'relates');
  if (record.status === 'unknown') return decisionStatuses.some((status) => status === raw) ? '' : raw;
  return isPlain && readStatus(raw, { hasDraft: true }).status === record.status ? raw : record.status;
}

const RELATION_KEYS: readonly [ReadRelationType, string][] = [
  ['supersedes', 'supersedes'],
  ['supersededBy', 'superseded-by'],
  ['amends', 'amends'],
  ['amendedBy', 'amended-by'],
  ['dependsOn', 'depends-on'],
  ['relates', 'relates-to'],
  ['conflicts', 'conflicts-with'],
];

/** Relations as extra keys, apart from those `said` elsewhere in the file. */
export function relationItems(
  record: ExportRecord,
  context: WriteContext,
  path: string,
  said: (relation: ExportRecord['relations'][number]) => boolean,
): MetadataItem[] {
  return RELATION_KEYS.flatMap(([type, key]) => {
    const values = record.relations
      .filter((relation) => relation.type === type && !said(relation))
      .map((relation) => `${relation.partial ? 'partly ' : ''}${reference(context, path, relation)}`)
      .filter((text) => text !== '' && text !== 'partly ');
    return values.length === 0 ? [] : [item(key, values, true)];
  });
}

/** Everything of Paydown's own that has something in it. `heldStatus` is set where the written status reads otherwise. */
export function ownItems(record: ExportRecord, path: string, heldStatus: string | null): MetadataItem[] {
  const text = (key: string, value: string | null) =>
    value === null || value === '' ? [] : [item(key, [value], false)];
  const list = (key: string, values: string[]) => (values.length === 0 ? [] : [item(key, values, true)]);
  const hasNumber = readFileName(path).number === null && record.number !== null;
  return [
    ...text('number', hasNumber ? record.numberText || String(record.number) : null),
    ...text('product-sentence', record.productSentence),
    ...text('revisit-on', record.revisitOn),
    ...text('revisit-condition', record.revisitCondition),
    ...text('expires-on', record.expiresOn),
    ...list('triggers', record.triggers),
    ...text('implementation', record.implementation),
    ...list('services', record.services),
    ...text('paydown-status', heldStatus),
  ];
}

/** The title as a heading says it; with a prefix that reading takes away, where it would take a part of the title. */
export function headingOf(title: string, fileNumber: number | null): string {
  const text = encodeEntities(oneLine(title));
  const isSame = readTitle(text, fileNumber).title === oneLine(title) && !isTemplateTitle(text) && !isSectionName(text);
  return isSame && !/[#}]$/.test(text) ? text : `ADR: ${text}`;
}

export const dateText = (record: ExportRecord): string => record.date ?? oneLine(record.rawDate);

/** Names in one line: by comma, or by semicolon where a name has a comma; a list below where one has that as well. */
export function joinNames(names: readonly string[]): string {
  const texts = names.map((name) => encodeEntities(oneLine(name)));
  if (texts.some((text) => text.includes(';'))) return texts.map((text) => `\n  * ${text}`).join('');
  if (!texts.some((text) => text.includes(','))) return texts.join(', ');
  return texts.length === 1 ? `${texts[0]};` : texts.join('; ');
}

/** The items as `Key: value` lines; relations one line each. */
export function itemLines(items: readonly MetadataItem[]): { label: string; value: string }[] {
  const keys = new Set(RELATION_KEYS.map(([, key]) => key));
  return items.flatMap(({ key, label, values, isList }) => {
    if (!keys.has(key))
      return [{ label, value: isList ? joinNames(values) : encodeEntities(oneLine(values[0] ?? '')) }];
    return values.map((value) => {
      const isPartial = value.startsWith('partly ');
      const shown = isPartial ? `Partly ${label.toLowerCase()}` : label;
      return { label: shown, value: isPartial ? value.slice('partly '.length) : value };
    });
  });
}

/** One line of a list, or a line and the list below it. */
export const bulletLine = (mark: '*' | '-', { label, value }: { label: string; value: string }): string =>
  value.startsWith('\n') ? `${mark} ${label}:${value}` : `${mark} ${label}: ${value}`;
