import { readFileName } from '@/server/domain/decision-record/file-name';
import { frontMatter, successors, type WriteStyle } from '@/server/domain/decision-record/layout-front';
import { scanLines } from '@/server/domain/decision-record/line-scan';
import type { ExportRecord, ReadRelationType } from '@/server/domain/decision-record/record';
import { encodeEntities } from '@/server/domain/decision-record/record-text';
import { linkText, linkTo, targetOf, type WriteContext } from '@/server/domain/decision-record/write-context';
import {
  bulletLine,
  dateText,
  headingOf,
  itemLines,
  joinNames,
  oneLine,
  ownItems,
  readsAs,
  relationItems,
  statusWord,
} from '@/server/domain/decision-record/write-metadata';

export interface MetadataLine {
  label: string;
  value: string;
}

export const extraFront = (record: ExportRecord, style: WriteStyle): string =>
  style.withFront ? frontMatter(Object.entries(record.extra)) : '';

export function peopleLines(record: ExportRecord): MetadataLine[] {
  const lists: [string, string[]][] = [
    ['Deciders', record.deciders],
    ['Consulted', record.consulted],
    ['Informed', record.informed],
  ];
  return lists.filter(([, names]) => names.length > 0).map(([label, names]) => ({ label, value: joinNames(names) }));
}

const tagLine = (record: ExportRecord): MetadataLine[] =>
  record.tags.length === 0 ? [] : [{ label: 'Tags', value: joinNames(record.tags) }];

/** Everything as `label: value`, status first; the lines of a table or of a bullet list. */
export function metadataLines(
  record: ExportRecord,
  path: string,
  context: WriteContext,
  format: { hasDraft: boolean; missing: 'accepted' | 'unknown' },
  saidBelow: (type: ReadRelationType) => boolean = () => false,
): MetadataLine[] {
  const found = successors(record, context);
  const links = found.map((target) => linkTo(path, target, target.stem));
  const status = found.length === 0 ? statusWord(record) : `superseded by ${links.join(' and ')}`;
  const held = readsAs(record, status, format) === record.status ? null : record.status;
  const date = dateText(record);
  const relations = relationItems(record, context, path, (relation) => {
    if (relation.targetId === null) return false;
    const isInStatus = found.length > 0 && relation.type === 'supersededBy' && !relation.partial;
    return isInStatus || saidBelow(relation.type);
  });
  return [
    ...(status === '' ? [] : [{ label: 'Status', value: encodeEntities(status) }]),
    ...peopleLines(record),
    ...(date === '' ? [] : [{ label: 'Date', value: encodeEntities(date) }]),
    ...tagLine(record),
    ...itemLines([...relations, ...ownItems(record, path, held)]),
  ];
}

const bullets = (lines: readonly MetadataLine[], mark: '*' | '-'): string =>
  lines.length === 0 ? '' : `${lines.map((line) => bulletLine(mark, line)).join('\n')}\n\n`;

const titleLine = (record: ExportRecord, path: string): string =>
  `# ${headingOf(record.title, readFileName(path).number)}\n\n`;

/** MADR 2 and other records with a list of metadata below the heading. */
export function writeBullets(record: ExportRecord, path: string, context: WriteContext, style: WriteStyle): string {
  const lines = metadataLines(record, path, context, { hasDraft: false, missing: 'unknown' });
  return `${extraFront(record, style)}${titleLine(record, path)}${bullets(lines, '*')}${record.body}\n`;
}

/** A two-column table of metadata below the heading. */
export function writeTable(record: ExportRecord, path: string, context: WriteContext, style: WriteStyle): string {
  const lines = metadataLines(record, path, context, { hasDraft: false, missing: 'unknown' });
  const rows = lines.map(({ label, value }) => `| ${label} | ${value.replaceAll('|', '\\|')} |`);
  const table = rows.length === 0 ? '' : `| Field | Value |\n| --- | --- |\n${rows.join('\n')}\n\n`;
  return `${extraFront(record, style)}${titleLine(record, path)}${table}${record.body}\n`;
}

const LINK_VERBS: Partial<Record<ReadRelationType, string>> = {
  supersedes: 'Supersedes',
  amends: 'Amends',
  amendedBy: 'Amended by',
  dependsOn: 'Depends on',
  relates: 'Relates to',
  conflicts: 'Conflicts with',
};

/** The closing section of log4brains; not where the text has one of its own, as a reader would mix the two. */
function linkSection(record: ExportRecord, path: string, context: WriteContext): string {
  const lines = record.relations.flatMap((relation) => {
    const verb = LINK_VERBS[relation.type];
    const target = verb === undefined ? null : targetOf(context, relation);
    if (!verb || !target) return [];
    const word = relation.partial ? `Partly ${verb.toLowerCase()}` : verb;
    return [`- ${word} ${linkTo(path, target, linkText(target.stem))}`];
  });
  return lines.length === 0 ? '' : `\n## Links\n\n${lines.join('\n')}\n`;
}

/** log4brains: hyphens, lower-case tags without spaces, relations in `## Links` by slug. */
export function writeLog4brains(record: ExportRecord, path: string, context: WriteContext, style: WriteStyle): string {
  const tags = record.tags.map((tag) =>
    oneLine(tag)
      .toLowerCase()
      .replace(/[\s,;]+/g, '-'),
  );
  const own = { ...record, tags };
  const hasLinks = scanLines(record.body.split('\n')).some(
    ({ kind, level, heading }) => kind === 'heading' && level <= 2 && /^links\b/i.test(heading),
  );
  const saidBelow = (type: ReadRelationType) => !hasLinks && type in LINK_VERBS;
  const lines = metadataLines(own, path, context, { hasDraft: true, missing: 'accepted' }, saidBelow);
  const body = record.body === '' ? '' : `${record.body}\n`;
  const section = hasLinks ? '' : linkSection(record, path, context);
  return `${extraFront(record, style)}${titleLine(record, path)}${bullets(lines, '-')}${body}${section}`;
}
