import { stringify } from 'yaml';
import { readFileName } from '@/server/domain/decision-record/file-name';
import type { ExportRecord, ExtraValue } from '@/server/domain/decision-record/record';
import {
  linkTo,
  padded,
  type Target,
  targetOf,
  type WriteContext,
} from '@/server/domain/decision-record/write-context';
import {
  dateText,
  headingOf,
  oneLine,
  ownItems,
  readsAs,
  relationItems,
  statusWord,
} from '@/server/domain/decision-record/write-metadata';

/** How the record's own file does it, where there is one. */
export interface WriteStyle {
  /** Unknown front matter is written even where the layout has none. */
  withFront: boolean;
  titleIn: 'heading' | 'front';
  /** Keys of its front matter, in their order. */
  keys: readonly string[];
  /** Nothing stands between front matter and heading. */
  isTight: boolean;
}

export const plainStyle: WriteStyle = { withFront: false, titleIn: 'heading', keys: [], isTight: false };

const isText = (value: string): ExtraValue => value;

/** YAML of texts: plain where plain is safe, quoted where it is not. Empty for no keys. */
export function frontMatter(entries: readonly (readonly [string, ExtraValue])[]): string {
  if (entries.length === 0) return '';
  const text = stringify(Object.fromEntries(entries), { schema: 'failsafe', lineWidth: 0, minContentWidth: 0 });
  return `---\n${text}---\n\n`;
}

/** The records that superseded this one as a whole and can be named. */
export function successors(record: ExportRecord, context: WriteContext): Target[] {
  if (record.status !== 'superseded') return [];
  return record.relations.flatMap((relation) => {
    const target = relation.type === 'supersededBy' && !relation.partial ? targetOf(context, relation) : null;
    return target ? [target] : [];
  });
}

function statusOf(record: ExportRecord, path: string, context: WriteContext): string {
  const found = successors(record, context);
  if (found.length === 0) return statusWord(record);
  const names = found.map((target) => {
    const { number } = target.record;
    if (number !== null && context.uniqueNumbers.has(number)) return `ADR-${padded(number)}`;
    return linkTo(path, target, target.stem);
  });
  return `superseded by ${names.join(' and ')}`;
}

/** MADR 3 and 4, and other front matter: metadata above, then the heading and the text. */
export function writeFront(record: ExportRecord, path: string, context: WriteContext, style: WriteStyle): string {
  const status = statusOf(record, path, context);
  const isNamed = status.startsWith('superseded by ');
  const reads = readsAs(record, status, { hasDraft: false, missing: 'unknown' });
  const held = reads === record.status ? null : record.status;
  const isOlder = record.layout === 'madr3' || style.keys.includes('deciders');
  const people = isOlder ? 'deciders' : 'decision-makers';
  const entries: [string, ExtraValue][] = [];
  const add = (key: string, value: ExtraValue) => {
    if (value.length !== 0) entries.push([key, value]);
  };
  if (style.titleIn === 'front') add('title', isText(oneLine(record.title)));
  add('status', status);
  add('date', dateText(record));
  add(people, record.deciders);
  add('consulted', record.consulted);
  add('informed', record.informed);
  add('tags', record.tags);
  const items = relationItems(
    record,
    context,
    path,
    (relation) => isNamed && relation.type === 'supersededBy' && !relation.partial && relation.targetId !== null,
  );
  for (const { key, values, isList } of [...items, ...ownItems(record, path, held)]) {
    add(key, isList ? values : (values[0] ?? ''));
  }
  const known = new Set(entries.map(([key]) => key));
  for (const [key, value] of Object.entries(record.extra)) if (!known.has(key)) entries.push([key, value]);
  const heading = style.titleIn === 'front' ? '' : `# ${headingOf(record.title, readFileName(path).number)}\n\n`;
  const front = frontMatter(inOrder(entries, style.keys));
  return `${style.isTight ? front.trimEnd() + (front === '' ? '' : '\n') : front}${heading}${record.body}\n`;
}

/** Keys that the file has stay where they are; new ones follow. */
function inOrder<T>(entries: readonly [string, T][], keys: readonly string[]): [string, T][] {
  const place = (key: string) => (keys.includes(key) ? keys.indexOf(key) : keys.length);
  return [...entries].sort(([a], [b]) => place(a) - place(b));
}

/** MADR 4.0.0: its keys in its order, `superseded by ADR-0123` without a link. */
export function writeMadr4(record: ExportRecord, path: string, context: WriteContext): string {
  return writeFront({ ...record, layout: 'madr4' }, path, context, plainStyle);
}
