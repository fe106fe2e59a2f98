import { scanLines } from '@/server/domain/decision-record/line-scan';
import { BODY_SECTION, PAYDOWN_SECTION, sectionBody } from '@/server/domain/decision-record/read-json';
import type { ExportRecord, ExtraValue, ReadRelationType } from '@/server/domain/decision-record/record';
import { linkTo, targetOf, type WriteContext } from '@/server/domain/decision-record/write-context';
import { ownItems, readsAs, relationItems, statusWord } from '@/server/domain/decision-record/write-metadata';

/** Required by JSON-ADR; written with a custom section that says there is none. */
const NO_DATE = '1970-01-01';

const LINK_TYPES: Readonly<Record<ReadRelationType, string>> = {
  supersedes: 'supersedes',
  supersededBy: 'superseded-by',
  amends: 'amends',
  amendedBy: 'amended-by',
  dependsOn: 'depends-on',
  relates: 'relates-to',
  conflicts: 'conflicts-with',
};

interface Section {
  name: string;
  text: string;
}

/** The text by its sections of the second level; null when it has something before the first or a name twice. */
function sectionsOf(body: string): Section[] | null {
  const texts = body.split('\n');
  const starts = scanLines(texts).flatMap((line, at) =>
    line.kind === 'heading' && line.level <= 2 ? [{ at, line }] : [],
  );
  if (starts[0]?.at !== 0) return null;
  const sections = starts.map(({ at, line }, index) => ({
    name: line.heading,
    text: texts
      .slice(at + 1, starts[index + 1]?.at)
      .join('\n')
      .trim(),
  }));
  return new Set(sections.map(({ name }) => name)).size === sections.length ? sections : null;
}

const CONTEXT = new Set(['context', 'context and problem statement']);
const DECISION = new Set(['decision', 'decision outcome']);

function textFields(body: string): Record<string, unknown> & { custom: Record<string, string> } {
  const fields: Record<string, unknown> & { custom: Record<string, string> } = { custom: {} };
  for (const { name, text } of sectionsOf(body) ?? []) {
    const key = name.toLowerCase();
    if (CONTEXT.has(key) && fields.context === undefined) fields.context = text;
    else if (DECISION.has(key) && fields.decision === undefined) fields.decision = text;
    else if (key === 'confirmation' && fields.confirmation === undefined) fields.confirmation = text;
    else fields.custom[name] = text;
  }
  return fields;
}

const asText = (value: ExtraValue): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** One record of JSON-ADR v1. What it has no field for is written to `custom_sections`, marked as Paydown's. */
export function jsonOf(
  record: ExportRecord,
  path: string,
  context: WriteContext,
  number: number,
): Record<string, unknown> {
  const { custom, ...texts } = textFields(record.body);
  const status = statusWord(record) || record.status;
  const hasNone = statusWord(record) === '' && record.status === 'unknown';
  const isLinked = (relation: ExportRecord['relations'][number]) => {
    const target = targetOf(context, relation)?.record.number ?? 0;
    return target >= 1 && context.uniqueNumbers.has(target) && !relation.partial;
  };
  const held =
    !hasNone && readsAs(record, status, { hasDraft: false, missing: 'unknown' }) === record.status
      ? null
      : record.status;
  const own: [string, string][] = [];
  if (record.number !== number)
    own.push(['number', record.number === null ? 'none' : record.numberText || String(record.number)]);
  if (record.date === null) own.push(['date', record.rawDate || 'none']);
  const items = relationItems(record, { ...context, uniqueNumbers: new Set() }, path, isLinked);
  for (const { key, values } of [...items, ...ownItems(record, path, held)])
    if (key !== 'number') own.push([key, values.join('\n')]);
  for (const [key, value] of Object.entries(record.extra)) own.push([`extra.${key}`, asText(value)]);
  for (const [key, value] of own) custom[PAYDOWN_SECTION + key] = value;
  if (sectionBody({ ...texts, custom_sections: custom }) !== record.body) custom[BODY_SECTION] = record.body;
  const links = record.relations.filter(isLinked).map((relation) => {
    const target = targetOf(context, relation);
    return {
      type: LINK_TYPES[relation.type],
      target: target?.record.number ?? 0,
      description: target ? linkTo(path, target, target.record.title) : '',
    };
  });
  const lists = {
    deciders: record.deciders,
    consulted: record.consulted,
    informed: record.informed,
    tags: record.tags,
  };
  return {
    number,
    title: record.title,
    status,
    date: record.date ?? NO_DATE,
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)),
    ...texts,
    ...(links.length > 0 ? { links } : {}),
    ...(Object.keys(custom).length > 0 ? { custom_sections: custom } : {}),
  };
}

/** A file of one record. */
export function jsonFile(adr: Record<string, unknown>): string {
  return `${JSON.stringify({ version: '1.0.0', adr }, null, 2)}\n`;
}

/** A file of several, as one was imported. */
export function jsonBulkFile(adrs: readonly Record<string, unknown>[]): string {
  return `${JSON.stringify({ version: '1.0.0', adrs }, null, 2)}\n`;
}
