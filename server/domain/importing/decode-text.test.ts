import { describe, expect, it } from 'vitest';
import { decodeText } from '@/server/domain/importing/decode-text';
import { IMPORT_LIMIT, ImportRefusal } from '@/server/domain/importing/import-limit';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean, bom: boolean): Uint8Array => {
  const units = [...(bom ? '\uFEFF' : ''), ...text].join('');
  const view = new DataView(new ArrayBuffer(units.length * 2));
  for (let index = 0; index < units.length; index += 1)
    view.setUint16(index * 2, units.charCodeAt(index), littleEndian);
  return new Uint8Array(view.buffer);
};
const refusal = (bytes: Uint8Array): ImportRefusal => {
  try {
    decodeText(bytes);
  } catch (error) {
    if (error instanceof ImportRefusal) return error;
    throw error;
  }
  throw new Error('The file was not refused.');
};

describe('decodeText', () => {
  const text = 'Title,Owner\nKöln café,Zoë';

  it.each([
    ['UTF-8', utf8(text), 'utf-8'],
    ['UTF-8 with a byte order mark', utf8(`\uFEFF${text}`), 'utf-8'],
    ['UTF-16 LE with a mark', utf16(text, true, true), 'utf-16le'],
    ['UTF-16 BE with a mark', utf16(text, false, true), 'utf-16be'],
    ['UTF-16 LE without a mark', utf16(text, true, false), 'utf-16le'],
    ['UTF-16 BE without a mark', utf16(text, false, false), 'utf-16be'],
  ])('reads %s without its mark and without a finding', (_, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text, encoding, findings: [] });
  });

  it('reads Latin-1 bytes as Windows-1252 and says so', () => {
    const bytes = Uint8Array.from([...'Title\nK'].map((c) => c.charCodeAt(0)).concat([0xf6, 0x6c, 0x6e, 0x20, 0x80]));
    const decoded = decodeText(bytes);
    expect(decoded.text).toBe('Title\nKöln €');
    expect(decoded.encoding).toBe('windows-1252');
    expect(decoded.findings.map((finding) => finding.code)).toEqual(['encodingGuessed']);
  });

  it('reads Shift_JIS by its kana', () => {
    const bytes = Uint8Array.from([0x83, 0x5e, 0x83, 0x43, 0x83, 0x67, 0x83, 0x8b, 0x0a, 0x78]);
    expect(decodeText(bytes)).toMatchObject({ text: 'タイトル\nx', encoding: 'shift_jis' });
  });

  it('keeps text in any script', () => {
    const many = 'Title\n日本語 العربية עברית 🙂';
    expect(decodeText(utf8(many)).text).toBe(many);
  });

  it('refuses a file over the limit before reading it, naming both sizes', () => {
    const error = refusal(new Uint8Array(IMPORT_LIMIT.bytes + 1).fill(65));
    expect(error).toMatchObject({ code: 'fileTooLarge', limit: IMPORT_LIMIT.bytes, actual: IMPORT_LIMIT.bytes + 1 });
    expect(error.message).toBe('The file has 20.1 MB; an import takes at most 20 MB.');
  });

  it('takes a file of exactly the limit', () => {
    expect(decodeText(new Uint8Array(IMPORT_LIMIT.bytes).fill(65)).text).toHaveLength(IMPORT_LIMIT.bytes);
  });

  it.each([
    ['an .xlsx file', [0x50, 0x4b, 3, 4, 1], 'spreadsheetFile'],
    ['an .xls file', [0xd0, 0xcf, 0x11, 0xe0], 'spreadsheetFile'],
    ['a PDF', [0x25, 0x50, 0x44, 0x46], 'notText'],
    ['text with a zero byte', [...utf8('Title\n'), 65, 0, 66], 'notText'],
    ['a web page named .csv', [...utf8('\n<!DOCTYPE html><table>')], 'htmlFile'],
    ['nothing', [], 'emptyFile'],
    ['a byte order mark alone', [0xef, 0xbb, 0xbf, 0x0d, 0x0a], 'emptyFile'],
  ])('refuses %s with a code and a remedy', (_, bytes, code) => {
    const error = refusal(Uint8Array.from(bytes));
    expect(error.code).toBe(code);
    expect(error.suggestion).not.toBe('');
  });
});
