import { readFileName } from '@/server/domain/decision-record/file-name';
import { successors, type WriteStyle } from '@/server/domain/decision-record/layout-front';
import { extraFront, peopleLines } from '@/server/domain/decision-record/layout-line';
import { scanLines } from '@/server/domain/decision-record/line-scan';
import type { ExportRecord, ReadRelationType } from '@/server/domain/decision-record/record';
import { encodeEntities } from '@/server/domain/decision-record/record-text';
import { findStatusHeading } from '@/server/domain/decision-record/status-section';
import { linkTo, targetOf, type WriteContext } from '@/server/domain/decision-record/write-context';
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

// The tool itself spells "supersede" with a c.
const VERBS: Readonly<Record<ReadRelationType, string>> = {
  supersedes: 'Supercedes',
  supersededBy: 'Superceded by',
  amends: 'Amends',
  amendedBy: 'Amended by',
  dependsOn: 'Depends on',
  relates: 'Relates to',
  conflicts: 'Conflicts with',
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The lines of the Status section: the word, or what superseded the record, then the other relations. */
function statusLines(record: ExportRecord, path: string, context: WriteContext): string[] {
  const isNamed = successors(record, context).length > 0;
  const relations = record.relations.flatMap((relation) => {
    const target = targetOf(context, relation);
    if (!target) return [];
    const { number, title } = target.record;
    const text = number === null ? oneLine(title) : `${number}. ${oneLine(title)}`;
    const verb = VERBS[relation.type];
    const line = `${relation.partial ? `Partly ${verb.toLowerCase()}` : verb} ${linkTo(path, target, text)}`;
    return [{ line, isFirst: relation.type === 'supersededBy' && !relation.partial }];
  });
  const word = statusWord(record);
  const first = isNamed ? relations.filter(({ isFirst }) => isFirst).map(({ line }) => line) : [];
  const rest = relations.filter(({ isFirst }) => !(isNamed && isFirst)).map(({ line }) => line);
  return [...first, ...(isNamed || word === '' ? [] : [encodeEntities(capital(word))]), ...rest];
}

/** Puts the section before the first other one, so that text without a heading does not run into it. */
function withStatus(body: string, lines: readonly string[]): string {
  const texts = body.split('\n');
  const scanned = scanLines(texts);
  const own = findStatusHeading(scanned);
  if (own !== null) {
    const after = scanned[own + 1]?.level === 7 ? own + 2 : own + 1;
    return [
      ...texts.slice(0, after),
      '',
      ...lines.flatMap((line) => [line, '']),
      ...trimStart(texts.slice(after)),
    ].join('\n');
  }
  const section = ['## Status', '', ...lines.flatMap((line) => [line, ''])];
  const at = scanned.findIndex(({ kind, level }) => kind === 'heading' && level <= 2);
  if (body === '') return section.join('\n').trimEnd();
  if (at < 0) return [body, '', ...section].join('\n').trimEnd();
  return [...texts.slice(0, at), ...section, ...texts.slice(at)].join('\n');
}

function trimStart(lines: string[]): string[] {
  const at = lines.findIndex((line) => line.trim() !== '');
  return at < 0 ? [] : lines.slice(at);
}

function write(record: ExportRecord, path: string, context: WriteContext, style: WriteStyle, heading: string): string {
  const lines = statusLines(record, path, context);
  const isSaid = (relation: ExportRecord['relations'][number]) => targetOf(context, relation) !== null;
  const word = successors(record, context).length > 0 ? 'superseded' : statusWord(record);
  // Below Status, a relation alone is taken for one.
  const isTaken = word === '' && lines.length > 0;
  const reads = readsAs(record, word, { hasDraft: false, missing: 'unknown' });
  const held = !isTaken && reads === record.status ? null : record.status;
  const tags = record.tags.length === 0 ? [] : [{ label: 'Tags', value: joinNames(record.tags) }];
  const own = itemLines([...relationItems(record, context, path, isSaid), ...ownItems(record, path, held)]);
  const bullets = [...peopleLines(record), ...tags, ...own].map((line) => bulletLine('*', line));
  const date = dateText(record);
  const head = [
    `# ${heading}\n\n`,
    date === '' ? '' : `Date: ${encodeEntities(date)}\n\n`,
    bullets.length === 0 ? '' : `${bullets.join('\n')}\n\n`,
  ].join('');
  return `${extraFront(record, style)}${head}${lines.length === 0 ? record.body : withStatus(record.body, lines)}\n`;
}

/** adr-tools: `# 12. Title` on the first line, `Date:`, and the relations below Status. */
export function writeAdrTools(record: ExportRecord, path: string, context: WriteContext, style: WriteStyle): string {
  const { number } = record;
  const title = encodeEntities(oneLine(record.title));
  return write(record, path, context, style, number === null ? headingOf(record.title, null) : `${number}. ${title}`);
}

/** Plain Nygard records: the same sections, the number in the heading only where the file's name has none. */
export function writeNygard(record: ExportRecord, path: string, context: WriteContext, style: WriteStyle): string {
  return write(record, path, context, style, headingOf(record.title, readFileName(path).number));
}
