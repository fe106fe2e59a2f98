import { readFileName, slugOf } from '@/server/domain/decision-record/file-name';
import type { ExportRecord, RecordFinding, RecordLayout, WriteLayout } from '@/server/domain/decision-record/record';
import { filePathOf } from '@/server/domain/decision-record/record-path';
import { padded } from '@/server/domain/decision-record/write-context';

const FOLDERS = {
  madr4: 'docs/decisions',
  'adr-tools': 'doc/adr',
  log4brains: 'docs/adr',
  'json-adr': 'docs/json-adr',
} as const;

/** A path that goes down from the top and means the same on every system. */
function safePath(path: string): string {
  const parts = path
    .replaceAll('\\', '/')
    .split('/')
    .map((part) => part.replace(/[\u0000-\u001f\u007f]/g, '').replace(/^[a-z]:$/i, ''))
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  return parts.length === 0 ? 'record.md' : parts.join('/');
}

/** Gives each path once, also on systems that do not tell upper from lower case. */
export function createPathTaker(taken: Iterable<string> = []): (wanted: string) => string {
  const seen = new Set([...taken].map((path) => path.toLowerCase()));
  return (wanted) => {
    const safe = safePath(wanted);
    const dot = safe.lastIndexOf('.');
    const stem = dot > safe.lastIndexOf('/') ? safe.slice(0, dot) : safe;
    const extension = safe.slice(stem.length);
    let path = safe;
    for (let count = 2; seen.has(path.toLowerCase()); count += 1) path = `${stem}-${count}${extension}`;
    seen.add(path.toLowerCase());
    return path;
  };
}

/** A slug alone must not read as a number or a date, and not as a file that readers pass over. */
function bareName(slug: string): string {
  const { number, date } = readFileName(`${slug}.md`);
  const isPassedOver =
    /^(?:index|readme|toc|summary|contents|overview|backlog|changelog|contributing|license|licence|security|authors|support)$/.test(
      slug,
    ) || slug.endsWith('template');
  const plain = number === null && date === null ? slug : slug.replace(/(^|-)(?=\d)/g, '$1n');
  return isPassedOver ? `d-${plain}` : plain;
}

export function newName(record: ExportRecord, layout: Exclude<WriteLayout, 'original'>): string {
  const slug = slugOf(record.title);
  const folder = FOLDERS[layout];
  if (layout === 'log4brains') {
    return record.date === null
      ? `${folder}/${bareName(slug)}.md`
      : `${folder}/${record.date.replaceAll('-', '')}-${safeSlug(slug)}.md`;
  }
  const extension = layout === 'json-adr' ? 'json' : 'md';
  // Records without a number wait under XXXX, as pyadr has them.
  const number = record.number === null ? 'XXXX' : padded(record.number);
  return `${folder}/${number}-${slug === 'template' || slug.endsWith('-template') ? `${slug}-record` : slug}.${extension}`;
}

/** After a date, three digits would read as a number. */
const safeSlug = (slug: string): string =>
  /^\d{3,5}(?:-|$)/.test(slug) || slug.endsWith('template') ? `d-${slug}` : slug;

const NEW_LAYOUTS: Partial<Record<RecordLayout, Exclude<WriteLayout, 'original'>>> = {
  'adr-tools': 'adr-tools',
  nygard: 'adr-tools',
  log4brains: 'log4brains',
};

function mostCommon<T>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | null = null;
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value;
  return best;
}

/** Paths of records that keep theirs, then of those begun here, which go where most of the others are. */
export function originalPaths(
  records: readonly ExportRecord[],
  others: readonly string[],
): { paths: Map<string, string>; layoutOfNew: Exclude<WriteLayout, 'original'>; findings: RecordFinding[] } {
  const take = createPathTaker(others);
  const findings: RecordFinding[] = [];
  const paths = new Map<string, string>();
  const shared = new Map<string, string>();
  const known = records.filter((record) => record.path !== null);
  for (const record of known) {
    const path = record.path ?? '';
    const file = record.layout === 'json-adr' ? filePathOf(path) : path;
    const given = file !== path ? (shared.get(file) ?? take(file)) : take(file);
    shared.set(file, given);
    paths.set(record.id, given);
    if (given !== file) findings.push(changed(file, given));
  }
  const layoutOfNew = NEW_LAYOUTS[mostCommon(known.map(({ layout }) => layout)) ?? 'madr4'] ?? 'madr4';
  const folder = mostCommon(
    known.filter(({ layout }) => layout !== 'json-adr').map((record) => readFileName(record.path ?? '').folder),
  );
  for (const record of records) {
    if (record.path !== null) continue;
    const name = newName(record, layoutOfNew);
    const base = name.slice(name.lastIndexOf('/') + 1);
    paths.set(record.id, take(folder === null ? name : folder === '' ? base : `${folder}/${base}`));
  }
  return { paths, layoutOfNew, findings };
}

const changed = (from: string, to: string): RecordFinding => ({
  path: to,
  line: null,
  code: 'pathChanged',
  severity: 'warning',
  message: `“${from.slice(0, 200)}” → ${to}, as the path was taken or is not safe.`,
  suggestion: 'Nothing to do unless something links to the old path.',
});
