import type { RecordFindingCode } from '@/server/domain/decision-record/record';

export interface TextNote {
  line: number | null;
  code: RecordFindingCode;
  severity: 'error' | 'warning' | 'info';
  message: string;
  suggestion: string;
}

export interface RecordText {
  /** Without byte order mark, with line feeds. */
  text: string;
  hasCarriageReturns: boolean;
  notes: TextNote[];
}

const starts = (bytes: Uint8Array, ...prefix: number[]): boolean => prefix.every((value, at) => bytes[at] === value);

function decodeUtf8(bytes: Uint8Array, notes: TextNote[]): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    const at = text.indexOf('\ufffd');
    const line = text.slice(0, at).split('\n').length;
    notes.push({
      line,
      code: 'encodingInvalid',
      severity: 'warning',
      message: `Bytes that are not UTF-8, first on line ${line} → UTF-8; each shows as \ufffd.`,
      suggestion: 'Save the file as UTF-8 and import it again. The original is kept byte for byte.',
    });
    return text;
  }
}

function decode(bytes: Uint8Array, notes: TextNote[]): string {
  const utf16 = starts(bytes, 0xff, 0xfe) ? 'utf-16le' : starts(bytes, 0xfe, 0xff) ? 'utf-16be' : null;
  if (utf16) {
    notes.push({
      line: null,
      code: 'encodingGuessed',
      severity: 'info',
      message: `${utf16.toUpperCase()} with a byte order mark → UTF-8; it was read as what it is.`,
      suggestion: 'Nothing to do. Other tools for decision records expect UTF-8.',
    });
    return new TextDecoder(utf16).decode(bytes);
  }
  if (starts(bytes, 0xef, 0xbb, 0xbf)) {
    notes.push({
      line: 1,
      code: 'byteOrderMark',
      severity: 'info',
      message: 'A byte order mark before the first line → none; it was passed over.',
      suggestion: 'Nothing to do.',
    });
  }
  return decodeUtf8(bytes, notes);
}

/**
 * Bytes of one record to text with line feeds. UTF-8, and UTF-16 that says so; other bytes are shown as U+FFFD with a
 * note. Null when it is no text at all.
 */
export function readText(bytes: Uint8Array): RecordText | null {
  const notes: TextNote[] = [];
  const decoded = decode(bytes, notes);
  if (decoded.includes('\u0000')) return null;
  const hasCarriageReturns = decoded.includes('\r');
  if (hasCarriageReturns) {
    notes.push({
      line: null,
      code: 'carriageReturns',
      severity: 'info',
      message: 'Lines end in CR LF → LF; the text was read with LF.',
      suggestion: 'Nothing to do. The original keeps its line ends.',
    });
  }
  return { text: hasCarriageReturns ? decoded.replace(/\r\n?/g, '\n') : decoded, hasCarriageReturns, notes };
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
};
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,6}));/g;

/** HTML entities to characters, where a value is read; text of the body is left as it is. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const isCharacter = code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : whole;
  });
}

/** The opposite, for text that would read as an entity. */
export function encodeEntities(text: string): string {
  return text.replace(/&(?=(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-z]{2,6});)/g, '&amp;');
}

/** HTML comments on one line away, without a pattern that could run back over a long line. */
export function dropComments(text: string): string {
  let rest = text;
  for (let at = rest.indexOf('<!--'); at >= 0; at = rest.indexOf('<!--', at)) {
    const end = rest.indexOf('-->', at + 4);
    if (end < 0) return rest.slice(0, at);
    rest = rest.slice(0, at) + rest.slice(end + 3);
  }
  return rest;
}

/** One or two of `*`, `_` or backticks around the whole of a value, and its outer spaces. */
export function dropEmphasis(text: string): string {
  let value = text.trim();
  for (let round = 0; round < 3; round += 1) {
    const mark = ['**', '__', '`', '*', '_'].find(
      (candidate) =>
        value.length > candidate.length * 2 &&
        value.startsWith(candidate) &&
        value.endsWith(candidate) &&
        !value.slice(candidate.length, -candidate.length).includes(candidate),
    );
    if (mark === undefined) return value;
    value = value.slice(mark.length, -mark.length).trim();
  }
  return value;
}
