import type { DecisionRecord, RecordFile } from '@/server/domain/decision-record/record';
import {
  differingGroups,
  type FieldGroup,
  fieldGroups,
  type HeldFields,
  heldOf,
  mergeFields,
} from '@/server/domain/decision-sync/held-field';
import type { SourceReading } from '@/server/domain/decision-sync/source-reading';
import type { PlannedRecord, RecordFinding } from '@/server/modules/register-import/contract';
import type { HeldRow } from '../repo';
import { heldOfRow, storedReading } from './held-row';

/** One record of the files and what is to be done about it. */
export type PlanItem = {
  id: string;
  action: PlannedRecord['action'];
  note: string;
  record: DecisionRecord;
  file: RecordFile;
  reading: SourceReading;
  /** What a record would hold that is just this file. */
  outside: HeldFields;
  /** The groups of fields that are written; of a new record all of them. */
  taken: FieldGroup[];
  /** Whether the file itself, its place or what was read from it is to be kept anew. */
  isNews: boolean;
  changed: string[];
  findings: RecordFinding[];
};

const words: Record<FieldGroup, string> = {
  number: 'number',
  title: 'title',
  productSentence: 'product sentence',
  text: 'text',
  status: 'status',
  date: 'date',
  deciders: 'deciders',
  consulted: 'consulted',
  informed: 'informed',
  tags: 'tags',
  triggers: 'triggers',
  implementation: 'implementation',
  revisitOn: 'revisit date',
  revisitCondition: 'revisit condition',
  expiresOn: 'expiry date',
  services: 'services',
};

export const wordOf = (group: FieldGroup): string => words[group];

function listed(groups: readonly FieldGroup[]): string {
  return groups.map(wordOf).join(', ');
}

function shown(fields: HeldFields, group: FieldGroup): string {
  const [name] = fieldGroups[group];
  const value = fields[name];
  if (group === 'text') return `${fields.body.split('\n').length} lines`;
  const text = Array.isArray(value) ? value.join(', ') : String(value ?? '');
  if (text === '') return 'nothing';
  return `“${text.length > 120 ? `${text.slice(0, 119)}…` : text}”`;
}

function found(path: string, finding: Omit<RecordFinding, 'path' | 'line'>): RecordFinding {
  return { path, line: null, ...finding };
}

/** What the record cannot hold as the file says it; the file keeps it. */
export function limitFindings(record: DecisionRecord, reading: SourceReading, outside: HeldFields): RecordFinding[] {
  const { path } = record;
  const findings: RecordFinding[] = [];
  const unknown = [...new Set(reading.services)].filter((key) => !reading.knownServices.includes(key));
  if (unknown.length > 0) {
    findings.push(
      found(path, {
        code: 'serviceUnknown',
        severity: 'warning',
        message: `No service is called ${unknown.slice(0, 5).join(', ')} → a key of the catalogue; the link was left out.`,
        suggestion: 'Add the service and import again, or link it at the decision.',
      }),
    );
  }
  const cut: [string, unknown, unknown][] = [
    ['title', reading.title.trim(), outside.title],
    ['product sentence', reading.productSentence.trim(), outside.productSentence],
    ['revisit condition', reading.revisitCondition.trim(), outside.revisitCondition],
    ['deciders', new Set(reading.deciders).size, outside.deciders.length],
    ['tags', new Set(reading.tags.map((tag) => tag.toLowerCase())).size, outside.tags.length],
    ['triggers', new Set(reading.triggers).size, outside.triggers.length],
    ['date', reading.date, outside.date],
  ];
  const names = cut.filter(([, was, is]) => was !== is).map(([name]) => name);
  if (names.length > 0) {
    findings.push(
      found(path, {
        code: 'cut',
        severity: 'info',
        message: `The ${names.join(', ')} as written → what a record here can hold; the rest stays in the file.`,
        suggestion: 'Nothing is lost: the original keeps it.',
      }),
    );
  }
  return findings;
}

function disputeFinding(path: string, group: FieldGroup, here: HeldFields, outside: HeldFields): RecordFinding {
  return found(path, {
    code: 'changedOnBothSides',
    severity: 'warning',
    message: `The ${wordOf(group)} was changed here and in the file: ${shown(here, group)} here, ${shown(outside, group)} in the file → one of them; the one here stays.`,
    suggestion: 'Compare the original with the record, and edit it here if the file is right.',
  });
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** What to do about a record that is here already: its fields one by one, as they were read last, are now and are here. */
export function compareItem(item: PlanItem, stored: HeldRow): PlanItem {
  const before = storedReading(stored.source?.read);
  const here = heldOfRow(stored);
  const isMoved = stored.sourcePath !== item.record.path;
  const hasNewBytes = stored.source?.contentHash !== item.record.hash;
  const isReadAnew = hasNewBytes || canonical(before) !== canonical(item.reading);
  // Without what was read last, a difference cannot be told from an edit: what is here stays.
  const merged = before
    ? mergeFields(heldOf(before), item.outside, here)
    : { taken: [], own: [], disputed: differingGroups(item.outside, here) };
  const { taken, disputed, own } = merged;
  const path = item.record.path;
  const isNews = isMoved || isReadAnew || stored.source?.layout !== item.record.layout;
  const isUpdate = taken.length > 0 || isMoved || hasNewBytes;
  const edited = [...own, ...disputed];
  const isKept = !isUpdate ? edited.length > 0 : taken.length === 0 && disputed.length > 0 && !isMoved;
  const note =
    edited.length > 0 ? `Edited here, and kept: ${listed(edited)}.` : isMoved ? `Moved from ${stored.sourcePath}.` : '';
  return {
    ...item,
    action: isKept ? 'keep' : isUpdate ? 'update' : 'unchanged',
    note,
    taken,
    isNews,
    changed: [
      ...taken.map(wordOf),
      ...(isMoved ? ['path'] : []),
      ...(taken.length === 0 && hasNewBytes ? ['file'] : []),
    ],
    findings: [...item.findings, ...disputed.map((group) => disputeFinding(path, group, here, item.outside))],
  };
}

/** A planned record as it is shown. */
export function presentItem({ record, outside, action, note, changed, findings }: PlanItem): PlannedRecord {
  return {
    path: record.path,
    action,
    note,
    layout: record.layout,
    number: record.number,
    title: outside.title,
    status: outside.status,
    rawStatus: outside.rawStatus,
    date: outside.date,
    rawDate: outside.rawDate,
    relations: record.relations.map(({ type, partial, targetText, resolvedPath }) => ({
      type,
      target: resolvedPath ?? targetText,
      partial,
      isResolved: resolvedPath !== null,
    })),
    changed: action === 'update' ? changed : [],
    findings,
  };
}
