import { deflateSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readArchive, writeArchive } from '@/server/domain/decision-record/archive';
import { ARCHIVE_LIMIT, ArchiveError } from '@/server/domain/decision-record/archive-limit';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const refusal = (archive: Uint8Array): { code: string; message: string } => {
  try {
    readArchive(archive);
  } catch (error) {
    if (error instanceof ArchiveError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error('the archive was read');
};
const zip = (files: Record<string, Uint8Array>): Uint8Array => zipSync(files, { level: 6 });

/** Every place of a little-endian signature. */
function places(archive: Uint8Array, signature: number): number[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const found: number[] = [];
  for (let at = 0; at + 4 <= archive.length; at += 1) if (view.getUint32(at, true) === signature) found.push(at);
  return found;
}

/** An archive with one field of its list of contents changed, for every entry. */
function tampered(archive: Uint8Array, change: (view: DataView, central: number, index: number) => void): Uint8Array {
  const copy = archive.slice();
  const view = new DataView(copy.buffer);
  places(copy, 0x02014b50).forEach((at, index) => {
    change(view, at, index);
  });
  return copy;
}

describe('an archive', () => {
  test('gives its files with their paths, the common folder included', () => {
    const { files, skipped } = readArchive(zip({ 'top/adr/0001-a.md': bytes('# A'), 'top/ü #1.md': bytes('x') }));
    expect(files.map(({ path, content }) => [path, new TextDecoder().decode(content)])).toEqual([
      ['top/adr/0001-a.md', '# A'],
      ['top/ü #1.md', 'x'],
    ]);
    expect(skipped).toEqual([]);
  });

  test('gives empty files, stored files, and files of a megabyte', () => {
    const large = new Uint8Array(1_000_000).map((_value, index) => (index * 7_919) % 251);
    const { files } = readArchive(
      zipSync({ 'a.md': [new Uint8Array(), { level: 0 }], 'b.md': [bytes('b'), { level: 0 }], 'c.md': large }),
    );
    expect(files.map(({ content }) => content.length)).toEqual([0, 1, 1_000_000]);
    expect(files[2]!.content).toEqual(large);
  });

  test('leaves out what systems and tools put beside files, and archives inside, each with a reason', () => {
    const inner = zip({ 'x.md': bytes('x') });
    const { files, skipped } = readArchive(
      zip({
        'a.md': bytes('a'),
        '__MACOSX/._a.md': bytes('m'),
        '.DS_Store': bytes('d'),
        'r/.git/config': bytes('g'),
        'inner.zip': inner,
        'disguised.md': inner,
        'more.tar.gz': bytes('t'),
      }),
    );
    expect(files.map(({ path }) => path)).toEqual(['a.md']);
    expect(skipped.map(({ path }) => path).sort()).toEqual(
      ['.DS_Store', '__MACOSX/._a.md', 'disguised.md', 'inner.zip', 'more.tar.gz', 'r/.git/config'].sort(),
    );
    for (const { reason } of skipped) expect(reason).not.toBe('');
  });

  test('is the same bytes for the same files, in whatever order', () => {
    const a = { path: 'a.md', content: bytes('a') };
    const b = { path: 'b/ü.md', content: bytes('b') };
    expect(writeArchive([a, b])).toEqual(writeArchive([b, a]));
    expect(readArchive(writeArchive([b, a])).files).toEqual([a, b]);
  });
});

describe('an archive is refused', () => {
  test.each([
    ['../a.md', 'leads out'],
    ['a/../../b.md', 'leads out'],
    ['/etc/passwd', 'absolute'],
    ['C:/a.md', 'drive'],
    ['c:a.md', 'drive'],
    ['a\\b.md', 'backslash'],
    ['..\\..\\a.md', 'backslash'],
    ['a\u0000.md', 'control characters'],
    ['a\n.md', 'control characters'],
    [`${'a/'.repeat(300)}b.md`, 'longer than 500'],
    ['__MACOSX/../../a.md', 'leads out'],
  ])('with the path %j', (path, why) => {
    const { code, message } = refusal(zip({ [path]: bytes('x') }));
    expect(code).toBe('unsafePath');
    expect(message).toContain(why);
    expect(message).not.toContain('\u0000');
  });

  test('with a symbolic link', () => {
    const link = tampered(zip({ 'a.md': bytes('/etc/passwd') }), (view, at) =>
      view.setUint32(at + 38, 0o120777 * 0x10000, true),
    );
    expect(refusal(link)).toMatchObject({ code: 'symlink' });
  });

  test('with an encrypted file', () => {
    const locked = tampered(zip({ 'a.md': bytes('x') }), (view, at) => view.setUint16(at + 8, 1, true));
    expect(refusal(locked)).toMatchObject({ code: 'encrypted' });
  });

  test('with 10,000 files, naming both numbers', () => {
    const many = zip(
      Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`${index}.md`, new Uint8Array()])),
    );
    const { code, message } = refusal(many);
    expect(code).toBe('tooManyEntries');
    expect(message).toContain('10000');
    expect(message).toContain(String(ARCHIVE_LIMIT.entries));
  });

  test('of more bytes than are taken, before a look inside', () => {
    expect(refusal(new Uint8Array(ARCHIVE_LIMIT.bytes + 1))).toMatchObject({ code: 'tooLarge' });
  });

  test('that declares more than may be unpacked', () => {
    const declared = tampered(zip({ 'a.md': bytes('x'), 'b.md': bytes('x') }), (view, at) =>
      view.setUint32(at + 24, 60 * 1024 * 1024, true),
    );
    expect(refusal(declared)).toMatchObject({ code: 'inflatedTooLarge' });
  });

  test('that unpacks to a thousand times its size, also when it declares ten bytes', () => {
    const bomb = zip({ 'a.md': new Uint8Array(8 * 1024 * 1024) });
    expect(refusal(bomb)).toMatchObject({ code: 'ratio' });
    expect(refusal(tampered(bomb, (view, at) => view.setUint32(at + 24, 10, true)))).toMatchObject({ code: 'ratio' });
  });

  test('whose files together hold more than is taken, whatever it declares', () => {
    // Noise beyond the window of the packer keeps each file below the ratio.
    const noisy = new Uint8Array(26 * 1024 * 1024);
    let seed = 1;
    for (let at = 0; at < noisy.length; at += 100) {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      noisy[at] = seed >>> 24;
    }
    const single = zipSync({ 'a.md': noisy }, { level: 1 });
    const crc = new DataView(single.buffer).getUint32(places(single, 0x02014b50)[0]! + 16, true);
    const packed = deflateSync(noisy, { level: 1 });
    const stored = zipSync(Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [`${name}.md`, packed])), {
      level: 0,
    });
    expect(stored.length).toBeLessThan(ARCHIVE_LIMIT.bytes);
    const inflating = (declared: number) =>
      tampered(stored, (view, at) => {
        view.setUint16(at + 10, 8, true);
        view.setUint32(at + 16, crc, true);
        view.setUint32(at + 24, declared, true);
      });
    expect(refusal(inflating(noisy.length))).toMatchObject({ code: 'inflatedTooLarge' });
    expect(refusal(inflating(0))).toMatchObject({ code: 'broken' });
  });

  test('with entries that share bytes', () => {
    const archive = zip({ 'a.md': bytes('aaaa'), 'b.md': bytes('bbbb') });
    const first = new DataView(archive.buffer).getUint32(places(archive, 0x02014b50)[0]! + 42, true);
    expect(refusal(tampered(archive, (view, at) => view.setUint32(at + 42, first, true)))).toMatchObject({
      code: 'overlap',
    });
    const long = tampered(archive, (view, at, index) => {
      if (index === 0) view.setUint32(at + 20, 500, true);
    });
    expect(refusal(long)).toMatchObject({ code: 'overlap' });
  });

  test('with one path twice', () => {
    const twice = tampered(zip({ 'a.md': bytes('a'), 'b.md': bytes('b') }), (view, at) => view.setUint8(at + 46, 0x61));
    expect(refusal(twice)).toMatchObject({ code: 'duplicatePath' });
  });

  test('packed by a method that is not taken', () => {
    expect(
      refusal(tampered(zip({ 'a.md': bytes('x') }), (view, at) => view.setUint16(at + 10, 12, true))),
    ).toMatchObject({ code: 'unsupported' });
  });

  test('when it is broken, cut, or no archive at all', () => {
    const archive = zip({ 'a.md': bytes('some text '.repeat(50)) });
    expect(refusal(new Uint8Array())).toMatchObject({ code: 'broken' });
    expect(refusal(bytes('# A record, no archive\n'.repeat(3)))).toMatchObject({ code: 'broken' });
    expect(refusal(archive.slice(0, archive.length - 30))).toMatchObject({ code: 'broken' });
    const damaged = archive.slice();
    damaged[40] = (damaged[40] ?? 0) ^ 0xff;
    expect(refusal(damaged)).toMatchObject({ code: 'broken' });
    expect(refusal(tampered(archive, (view, at) => view.setUint32(at + 16, 1, true)))).toMatchObject({
      code: 'broken',
    });
  });

  test('with a clear error whatever single byte of it is changed', () => {
    const archive = zip({ 'a.md': bytes('some text '.repeat(20)), 'b/c.md': bytes('x') });
    for (let at = 0; at < archive.length; at += 1) {
      const copy = archive.slice();
      copy[at] = (copy[at] ?? 0) ^ 0x55;
      try {
        readArchive(copy);
      } catch (error) {
        expect(error).toBeInstanceOf(ArchiveError);
      }
    }
  });
});
