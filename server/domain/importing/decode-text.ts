import type { Finding } from '@/server/domain/importing/finding';
import { IMPORT_LIMIT, ImportRefusal } from '@/server/domain/importing/import-limit';

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'windows-1252';

export interface DecodedText {
  text: string;
  encoding: TextEncodingName;
  findings: Finding[];
}

const SAMPLE_BYTES = 4_096;

const startsWith = (bytes: Uint8Array, ...prefix: number[]): boolean =>
  prefix.every((value, index) => bytes[index] === value);

function refuseOtherFormats(bytes: Uint8Array): void {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new ImportRefusal({
      code: 'spreadsheetFile',
      message: 'This is a spreadsheet or an archive, not a CSV file.',
      suggestion: 'Open it and save it as CSV (UTF-8), then import that file.',
    });
  }
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) refuseBinary();
}

function refuseBinary(): never {
  throw new ImportRefusal({
    code: 'notText',
    message: 'This file is not text: it holds bytes that no CSV file has.',
    suggestion: 'Export the issues as CSV and import that file.',
  });
}

function refuseHtml(text: string): void {
  if (!/^\s*(<!doctype html|<html|<table|<\?xml)/i.test(text.slice(0, 500))) return;
  throw new ImportRefusal({
    code: 'htmlFile',
    message: 'This file is a web page or XML, not CSV. Some trackers name such a file .xls or .csv.',
    suggestion: 'Choose “CSV” in the export menu and import that file.',
  });
}

/** UTF-16 without a byte order mark shows as a zero in every second byte of mostly western text. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even += 1;
    if (bytes[index + 1] === 0) odd += 1;
  }
  const half = length / 2;
  if (half === 0) return null;
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.4 && odd < half * 0.05) return 'utf-16be';
  return null;
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const guessed = (encoding: string, detail: string): Finding => ({
  row: null,
  column: null,
  code: 'encodingGuessed',
  severity: 'warning',
  message: `The file is not valid UTF-8 and was read as ${encoding}.`,
  suggestion: detail,
});

function decodeLegacy(bytes: Uint8Array): DecodedText {
  const japanese = tryDecode(bytes, 'shift_jis');
  // Hiragana and katakana do not appear by accident when western text is misread, kanji do.
  if (japanese !== null && (japanese.match(/[\u3041-\u30fa]/g)?.length ?? 0) >= 2) {
    const findings = [guessed('Shift_JIS', 'Check a title with Japanese text; save the file as UTF-8 if it is wrong.')];
    return { text: japanese, encoding: 'shift_jis', findings };
  }
  const text = new TextDecoder('windows-1252').decode(bytes);
  const hint = 'Check a title with an accent or an umlaut; save the file as UTF-8 if it is wrong.';
  return { text, encoding: 'windows-1252', findings: [guessed('Windows-1252 (Western European)', hint)] };
}

function decodeAs(bytes: Uint8Array): DecodedText {
  if (startsWith(bytes, 0xff, 0xfe)) {
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le', findings: [] };
  }
  if (startsWith(bytes, 0xfe, 0xff)) {
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be', findings: [] };
  }
  const utf16 = guessUtf16(bytes);
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), encoding: utf16, findings: [] };
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', findings: [] };
  return decodeLegacy(bytes);
}

/**
 * Bytes of an upload to text without its byte order mark. UTF-8 and UTF-16 are recognised, other bytes are read as
 * Shift_JIS or Windows-1252 with a finding. Throws `ImportRefusal`: emptyFile, fileTooLarge, spreadsheetFile,
 * htmlFile, notText.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length > IMPORT_LIMIT.bytes) {
    throw new ImportRefusal({
      code: 'fileTooLarge',
      message: `The file has ${megabytes(bytes.length)} MB; an import takes at most ${megabytes(IMPORT_LIMIT.bytes)} MB.`,
      suggestion: 'Export fewer columns or split the file by project; importing several files gives the same result.',
      limit: IMPORT_LIMIT.bytes,
      actual: bytes.length,
    });
  }
  refuseOtherFormats(bytes);
  const decoded = decodeAs(bytes);
  if (decoded.text.slice(0, SAMPLE_BYTES * 16).includes('\u0000')) refuseBinary();
  refuseHtml(decoded.text);
  if (decoded.text.trim() === '') {
    throw new ImportRefusal({
      code: 'emptyFile',
      message: 'The file is empty.',
      suggestion: 'Choose a CSV file with a header line and at least one row.',
    });
  }
  return decoded;
}

// Rounded up, so that a file one byte over the limit does not read "20 MB; at most 20 MB".
const megabytes = (bytes: number): string => (Math.ceil((bytes / 1024 / 1024) * 10) / 10).toString();
