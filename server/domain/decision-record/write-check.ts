import { readRecords } from '@/server/domain/decision-record/read-set';
import type { DecisionRecord, ExportRecord, RecordFile, RecordFinding } from '@/server/domain/decision-record/record';
import { oneLine } from '@/server/domain/decision-record/write-metadata';

const FIELDS = [
  'number',
  'title',
  'status',
  'date',
  'deciders',
  'consulted',
  'informed',
  'tags',
  'productSentence',
  'revisitOn',
  'revisitCondition',
  'expiresOn',
  'triggers',
  'implementation',
  'services',
  'body',
  'extra',
] as const;

const LABELS: Partial<Record<(typeof FIELDS)[number], string>> = {
  productSentence: 'product sentence',
  revisitOn: 'revisit date',
  revisitCondition: 'revisit condition',
  expiresOn: 'expiry date',
  extra: 'front matter that Paydown does not know',
  body: 'text, word for word',
};

function plain(value: unknown): string {
  if (typeof value === 'string') return oneLine(value);
  if (Array.isArray(value))
    return JSON.stringify(value.map((item) => (typeof item === 'string' ? oneLine(item) : item)));
  if (value !== null && typeof value === 'object')
    return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  return String(value);
}

/** Without blank lines around it, which no layout keeps. */
const bodyText = (body: string): string =>
  body
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();

function isSame(field: (typeof FIELDS)[number], read: DecisionRecord, record: ExportRecord): boolean {
  if (field === 'body') return bodyText(read.body) === bodyText(record.body);
  return plain(read[field]) === plain(record[field]);
}

const isDirected = (type: string): boolean => type !== 'relates';

/** Relations that the written file, read again, does not tell. */
function lostRelations(record: ExportRecord, read: DecisionRecord, paths: ReadonlyMap<string, string>): number {
  const told = new Set(read.relations.map(({ type, partial, resolvedPath }) => `${type} ${partial} ${resolvedPath}`));
  const texts = new Set(
    read.relations.map(({ type, partial, targetText }) => `${type} ${partial} ${oneLine(targetText)}`),
  );
  return record.relations.filter(({ type, partial, targetId, targetText }) => {
    const path = targetId === null ? undefined : paths.get(targetId);
    if (path !== undefined) return !told.has(`${type} ${partial} ${path}`) && isDirected(type);
    return targetText !== '' && !texts.has(`${type} ${partial} ${oneLine(targetText)}`);
  }).length;
}

/**
 * Reads what was written and compares: every field that does not come back is told in a finding, so that nothing is
 * left out in silence, whatever a layout can hold. `paths` are those that a reader gives the records.
 */
export function checkWritten(
  files: readonly RecordFile[],
  expected: readonly ExportRecord[],
  paths: ReadonlyMap<string, string>,
): RecordFinding[] {
  const byPath = new Map(readRecords(files).records.map((record) => [record.path, record]));
  return expected.flatMap((record) => {
    const path = paths.get(record.id) ?? '';
    const read = byPath.get(path);
    const lost: string[] = [];
    if (!read) lost.push('everything');
    else {
      for (const field of FIELDS) if (!isSame(field, read, record)) lost.push(LABELS[field] ?? field);
      if (read.date === null && oneLine(read.rawDate) !== oneLine(record.rawDate) && !lost.includes('date'))
        lost.push('date');
      const relations = lostRelations(record, read, paths);
      if (relations > 0) lost.push(relations === 1 ? 'one relation' : `${relations} relations`);
    }
    return lost.map((what) => notHeld(path, what));
  });
}

const notHeld = (path: string, what: string): RecordFinding => ({
  path,
  line: null,
  code: 'notHeld',
  severity: 'warning',
  message: `The layout cannot hold this record’s ${what} → it would read differently.`,
  suggestion: 'Use another layout if the file has to be read again, or keep the record here as well.',
});
