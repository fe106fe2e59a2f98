import { readFileName } from '@/server/domain/decision-record/file-name';
import { scanLines } from '@/server/domain/decision-record/line-scan';
import { relationsInText } from '@/server/domain/decision-record/link-section';
import type { ExportRecord, ExportRelation, ReadRelationType } from '@/server/domain/decision-record/record';
import { folderOf, joinPath } from '@/server/domain/decision-record/record-path';

/** What a layout has to know of the other records while it writes one. */
export interface WriteContext {
  /** Where each record is written, by its id. */
  paths: ReadonlyMap<string, string>;
  records: ReadonlyMap<string, ExportRecord>;
  /** Numbers that one record alone has. */
  uniqueNumbers: ReadonlySet<number>;
  /** Paths before to paths after, of records and of the images that go along. */
  moved: ReadonlyMap<string, string>;
}

export const padded = (number: number): string => String(number).padStart(4, '0');

const encodeSegment = (segment: string): string =>
  encodeURIComponent(segment)
    .replace(/%(?:2B|40|3D|2C)/g, decodeURIComponent)
    .replace(/[()]/g, (c) => (c === '(' ? '%28' : '%29'));

/** The way from one file to another, as a link writes it. */
export function relativePath(from: string, to: string): string {
  const start = folderOf(from)
    .split('/')
    .filter((part) => part !== '');
  const end = to.split('/');
  let shared = 0;
  while (shared < start.length && shared < end.length - 1 && start[shared] === end[shared]) shared += 1;
  return [...start.slice(shared).map(() => '..'), ...end.slice(shared).map(encodeSegment)].join('/');
}

/** Brackets of a title would end the text of its link. */
export const linkText = (text: string): string => text.replace(/[[\]]/g, (mark) => (mark === '[' ? '(' : ')'));

export interface Target {
  record: ExportRecord;
  path: string;
  /** The name without its extension, as log4brains names records. */
  stem: string;
}

export function targetOf(context: WriteContext, relation: ExportRelation): Target | null {
  const record = relation.targetId === null ? undefined : context.records.get(relation.targetId);
  const path = relation.targetId === null ? undefined : context.paths.get(relation.targetId);
  return record && path !== undefined ? { record, path, stem: readFileName(path).stem } : null;
}

/** `ADR-0123` where one record has the number, a link where none or several do. */
export function reference(context: WriteContext, from: string, relation: ExportRelation): string {
  const target = targetOf(context, relation);
  if (!target) return relation.targetText.replace(/\s+/g, ' ').trim();
  const { number } = target.record;
  if (number !== null && context.uniqueNumbers.has(number)) return `ADR-${padded(number)}`;
  return `[${linkText(target.stem)}](${relativePath(from, target.path)})`;
}

export const linkTo = (from: string, target: Target, text: string): string =>
  `[${linkText(text)}](${relativePath(from, target.path)})`;

const REVERSE: Partial<Record<ReadRelationType, ReadRelationType>> = {
  supersedes: 'supersededBy',
  supersededBy: 'supersedes',
  amends: 'amendedBy',
  amendedBy: 'amends',
};

/** Adds the other end of every relation that is stored at one record only, so that both files tell of it. */
export function withBothEnds(records: readonly ExportRecord[]): ExportRecord[] {
  const relations = new Map(records.map((record) => [record.id, [...record.relations]]));
  const statuses = new Map(records.map((record) => [record.id, record.status]));
  for (const record of records) {
    for (const relation of record.relations) {
      const type = REVERSE[relation.type];
      const other = relation.targetId === null ? undefined : relations.get(relation.targetId);
      if (!type || !other || other.some((item) => item.type === type && item.targetId === record.id)) continue;
      // A record that still holds must not be made to say that it was superseded.
      const holds =
        type === 'supersededBy' && !relation.partial && statuses.get(relation.targetId ?? '') !== 'superseded';
      if (!holds) other.push({ type, partial: relation.partial, targetId: record.id, targetText: record.title });
    }
  }
  return records.map((record) => ({ ...record, relations: relations.get(record.id) ?? [] }));
}

/** The record without the relations that its text tells already, so that its file does not say them twice. */
export function withoutSaid(record: ExportRecord, path: string, context: WriteContext): ExportRecord {
  if (record.relations.length === 0) return record;
  const said = new Set(
    relationsInText(scanLines(record.body.split('\n')), new Set()).flatMap(({ relation }) =>
      relation.targetPath === null
        ? []
        : [`${relation.type} ${relation.partial} ${joinPath(path, relation.targetPath)}`],
    ),
  );
  const relations = record.relations.filter((relation) => {
    const target = relation.targetId === null ? undefined : context.paths.get(relation.targetId);
    // These two decide what a missing status means.
    const isStatus =
      relation.type === 'supersededBy' || (record.status === 'unknown' && relation.type === 'supersedes');
    return isStatus || !said.has(`${relation.type} ${relation.partial} ${target}`);
  });
  return { ...record, relations };
}
