import type { ScannedLine } from '@/server/domain/decision-record/line-scan';
import { type MetadataKey, metadataKey } from '@/server/domain/decision-record/metadata-key';
import { RECORD_LIMIT } from '@/server/domain/decision-record/record';
import { decodeEntities, dropComments, type TextNote } from '@/server/domain/decision-record/record-text';

export interface MetadataEntry {
  key: MetadataKey;
  /** One value, or the items of the list below the key. */
  values: string[];
  isList: boolean;
  /** Index of its line. */
  at: number;
  /** Every line that holds it, by index. */
  lines: number[];
  shape: 'asterisk' | 'hyphen' | 'plain' | 'table';
}

const BULLET = /^ {0,3}([-*+])[ \t]+(.*)$/;
const NESTED = /^[ \t]{2,}[-*+][ \t]+(.*)$/;

/** `Status: x`, `**Status:** x`, `**Status**: x`, `**Status: x**\`. */
function readPair(text: string): { key: MetadataKey; value: string; isMarked: boolean } | null {
  const colon = text.indexOf(':');
  if (colon < 1 || colon > 60) return null;
  const name = text.slice(0, colon).trim();
  const key = metadataKey(name);
  if (!key) return null;
  const mark = /^[*_]{1,3}/.exec(name)?.[0] ?? '';
  let value = text
    .slice(colon + 1)
    .replace(/\\$/, '')
    .trim();
  if (mark !== '' && !name.endsWith(mark)) {
    if (value.startsWith(mark)) value = value.slice(mark.length).trim();
    else if (value.endsWith(mark)) value = value.slice(0, -mark.length).trim();
  }
  return { key, value, isMarked: mark !== '' };
}

export function tableCells(text: string): string[] | null {
  const trimmed = text.trim();
  if (!trimmed.startsWith('|')) return null;
  const cells = trimmed
    .replaceAll('\\|', '\u0002')
    .split('|')
    .map((cell) => cell.replaceAll('\u0002', '|').trim());
  cells.shift();
  if (trimmed.endsWith('|') && cells.at(-1) === '') cells.pop();
  return cells;
}

export const isTableRule = (cells: readonly string[]): boolean =>
  cells.length > 0 && cells.every((cell) => /^:?-{1,100}:?$/.test(cell));

const isTableLine = (line: ScannedLine | undefined): boolean =>
  line?.kind === 'text' && line.text.trim().startsWith('|');

interface Collector {
  entries: MetadataEntry[];
  notes: TextNote[];
  /** Replacement text of lines, by index: a table that keeps some of its rows needs a head. */
  replaced: Map<number, string>;
}

function readTable(lines: readonly ScannedLine[], from: number, into: Collector): number {
  let end = from;
  while (isTableLine(lines[end])) end += 1;
  const rows = lines.slice(from, end).map((line, index) => ({ at: from + index, cells: tableCells(line.text) ?? [] }));
  const [head, rule, ...data] = rows;
  const keys = head?.cells.map((cell) => metadataKey(cell)) ?? [];
  if (head && rule && isTableRule(rule.cells) && data.length === 1 && keys.length > 1 && keys.every((key) => key)) {
    keys.forEach((key, column) => {
      const value = data[0]?.cells[column] ?? '';
      const all = rows.map((row) => row.at);
      if (key)
        into.entries.push({ key, values: [value], isList: false, at: data[0]?.at ?? from, lines: all, shape: 'table' });
    });
    return end;
  }
  readRows(lines, rows, into);
  return end;
}

function readRows(lines: readonly ScannedLine[], rows: { at: number; cells: string[] }[], into: Collector): void {
  const known: MetadataEntry[] = [];
  const kept: number[] = [];
  const frame: number[] = [];
  for (const row of rows) {
    const [name = '', value = ''] = row.cells;
    const key = row.cells.length === 2 || row.cells.length === 1 ? metadataKey(name) : null;
    if (key) {
      known.push({ key, values: [value], isList: false, at: row.at, lines: [row.at], shape: 'table' });
      if (!lines[row.at]?.text.trim().endsWith('|')) into.notes.push(openRow(row.at, name));
    } else if (isTableRule(row.cells) || row.cells.every((cell) => cell === '') || isHead(row.cells))
      frame.push(row.at);
    else kept.push(row.at);
  }
  const [first] = known;
  if (!first) return;
  into.entries.push(...known);
  if (kept.length === 0) {
    first.lines.push(...frame);
    return;
  }
  const columns = Math.max(...kept.map((at) => tableCells(lines[at]?.text ?? '')?.length ?? 2), 2);
  first.lines.push(...frame);
  const [firstKept = 0] = kept;
  const emptyHead = `|${'   |'.repeat(columns)}\n|${' --- |'.repeat(columns)}\n`;
  into.replaced.set(firstKept, emptyHead + (lines[firstKept]?.text ?? ''));
}

const isHead = (cells: readonly string[]): boolean =>
  cells.length === 2 &&
  /^(?:field|key|property|item|attribute|name)?$/i.test(cells[0] ?? '') &&
  /^(?:value|description|details?)$/i.test(cells[1] ?? '');

const openRow = (at: number, name: string): TextNote => ({
  line: at + 1,
  code: 'tableRowOpen',
  severity: 'info',
  message: `The table row “${name}” has no closing pipe → a pipe at its end; it was read all the same.`,
  suggestion: 'Close the row with |.',
});

function readBullet(lines: readonly ScannedLine[], at: number, end: number): MetadataEntry | null {
  const match = BULLET.exec(lines[at]?.text ?? '');
  const pair = match && readPair(match[2] ?? '');
  if (!match || !pair) return null;
  const taken = [at];
  const items: string[] = [];
  let value = pair.value;
  for (let next = at + 1; next < end; next += 1) {
    const line = lines[next];
    if (line?.kind !== 'text' || line.text.length > RECORD_LIMIT.lineCharacters) break;
    const item = NESTED.exec(line.text);
    if (item) items.push(item[1] ?? '');
    else if (/^[ \t]{2,}\S/.test(line.text) && items.length === 0) value = `${value} ${line.text.trim()}`.trim();
    else break;
    taken.push(next);
  }
  const shape = match[1] === '-' ? 'hyphen' : 'asterisk';
  const isList = items.length > 0;
  const values = isList ? (value === '' ? items : [value, ...items]) : [value];
  return { key: pair.key, values, isList, at, lines: taken, shape };
}

/** Only these may stand in a line of their own without list mark or emphasis; other words begin a sentence. */
const PLAIN = new Set(['status', 'date', 'deciders', 'consulted', 'informed', 'tags', 'number']);

const isUsual = (key: MetadataKey): boolean => key.kind === 'relation' || PLAIN.has(key.field);

/** One pair, or several on one line as in `Status: x · Date: y`. */
function readPlain(line: ScannedLine, at: number): MetadataEntry[] {
  const parts = line.text.trim().split(/ [·•|] /);
  const pairs = parts.map(readPair);
  const known = pairs.every((pair) => pair !== null) ? pairs : [readPair(line.text.trim())];
  if (!known.every((pair) => pair && (pair.isMarked || isUsual(pair.key)))) return [];
  return known.flatMap((pair): MetadataEntry[] =>
    pair ? [{ key: pair.key, values: [pair.value], isList: false, at, lines: [at], shape: 'plain' }] : [],
  );
}

/**
 * Metadata of the lines `from` to `end`: bullets, bold lines, plain lines and two-column tables. Lines that are none
 * stay where they are.
 */
export function readMetadataLines(lines: readonly ScannedLine[], from: number, end: number): Collector {
  const into: Collector = { entries: [], notes: [], replaced: new Map() };
  for (let at = from; at < end; at += 1) {
    const line = lines[at];
    if (line?.kind !== 'text' || line.text.length > RECORD_LIMIT.lineCharacters) continue;
    if (isTableLine(line)) {
      at = readTable(lines.slice(0, end), at, into) - 1;
      continue;
    }
    const bullet = readBullet(lines, at, end);
    if (!bullet) into.entries.push(...readPlain(line, at));
    else {
      into.entries.push(bullet);
      at = bullet.lines.at(-1) ?? at;
    }
  }
  for (const entry of into.entries)
    entry.values = entry.values.map((value) => decodeEntities(dropComments(value)).trim());
  return into;
}
