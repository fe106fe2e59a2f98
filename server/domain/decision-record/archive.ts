import { Inflate, zipSync } from 'fflate';
import { type ArchiveEntry, listEntries, refusePath, shown } from '@/server/domain/decision-record/archive-entry';
import { ARCHIVE_LIMIT, ArchiveError } from '@/server/domain/decision-record/archive-limit';
import type { RecordFile, RecordFinding } from '@/server/domain/decision-record/record';

export interface ArchiveContent {
  files: RecordFile[];
  /** What was left out, and why in words. */
  skipped: { path: string; reason: string }[];
  findings: RecordFinding[];
}

const CHUNK = 16 * 1024;
const NESTED = /\.(?:zip|jar|war|tar|tgz|gz|bz2|xz|7z|rar|zst)$/i;

const megabytes = (bytes: number): string => (Math.ceil((bytes / 1024 / 1024) * 10) / 10).toString();

/** Left out without a look inside. */
function skipReason(path: string): string | null {
  const parts = path.split('/');
  if (parts.includes('__MACOSX') || parts.at(-1)?.startsWith('._')) return 'Written by macOS beside the files.';
  if (['.DS_Store', 'Thumbs.db', 'desktop.ini'].includes(parts.at(-1) ?? '')) return 'Written by the file manager.';
  if (parts.includes('.git')) return 'The inside of a Git repository.';
  if (parts.includes('node_modules')) return 'Installed packages.';
  return NESTED.test(path) ? 'An archive inside the archive; unpack it first if it holds records.' : null;
}

function refuseEntry(entry: ArchiveEntry): void {
  refusePath(entry.path);
  const name = shown(entry.path);
  if (entry.isSymlink)
    throw new ArchiveError('symlink', `“${name}” is a symbolic link; an archive may hold files and folders only.`);
  if (entry.isEncrypted)
    throw new ArchiveError('encrypted', `“${name}” is encrypted; send the archive without a password.`);
  if (entry.method !== 0 && entry.method !== 8) {
    throw new ArchiveError(
      'unsupported',
      `“${name}” is packed by method ${entry.method}; stored and deflated files are taken.`,
    );
  }
}

const tooMuch = (): ArchiveError =>
  new ArchiveError(
    'inflatedTooLarge',
    `The archive unpacks to more than ${megabytes(ARCHIVE_LIMIT.inflatedBytes)} MB, which is the most that is taken.`,
  );

/** Inflates one entry, and stops as soon as there is more than the archive may hold. */
function inflate(bytes: Uint8Array, entry: ArchiveEntry, allowed: number): Uint8Array {
  const packed = bytes.subarray(entry.start, entry.start + entry.compressedSize);
  if (entry.method === 0) return packed.slice();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((chunk) => {
    size += chunk.length;
    if (size > allowed) throw tooMuch();
    if (size > ARCHIVE_LIMIT.ratioFrom && size > packed.length * ARCHIVE_LIMIT.ratio) {
      throw new ArchiveError(
        'ratio',
        `“${shown(entry.path)}” unpacks to more than ${ARCHIVE_LIMIT.ratio} times its size; no text does.`,
      );
    }
    chunks.push(chunk);
  });
  try {
    for (let at = 0; at < packed.length; at += CHUNK) {
      stream.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
    }
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    throw damaged(entry);
  }
  const content = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    content.set(chunk, at);
    at += chunk.length;
  }
  return content;
}

const damaged = (entry: ArchiveEntry): ArchiveError =>
  new ArchiveError('broken', `“${shown(entry.path)}” cannot be unpacked: its bytes are damaged.`);

const CRC_TABLE = new Uint32Array(256).map((_value, index) => {
  let word = index;
  for (let bit = 0; bit < 8; bit += 1) word = word & 1 ? (word >>> 1) ^ 0xedb88320 : word >>> 1;
  return word;
});

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

const isArchive = (content: Uint8Array): boolean =>
  content[0] === 0x50 && content[1] === 0x4b && content[2] === 0x03 && content[3] === 0x04;

/**
 * Files of a zip archive, in its order, with their paths as they are. Nothing outside memory is touched, and memory is
 * bounded by `ARCHIVE_LIMIT`. Throws `ArchiveError` for what is unsafe or broken.
 */
export function readArchive(bytes: Uint8Array): ArchiveContent {
  if (bytes.length > ARCHIVE_LIMIT.bytes) {
    throw new ArchiveError(
      'tooLarge',
      `The archive has ${megabytes(bytes.length)} MB; at most ${megabytes(ARCHIVE_LIMIT.bytes)} MB are taken.`,
    );
  }
  const entries = listEntries(bytes, ARCHIVE_LIMIT.entries);
  for (const entry of entries) refuseEntry(entry);
  if (entries.reduce((sum, entry) => sum + entry.declaredSize, 0) > ARCHIVE_LIMIT.inflatedBytes) throw tooMuch();
  const content: ArchiveContent = { files: [], skipped: [], findings: [] };
  const seen = new Set<string>();
  let left: number = ARCHIVE_LIMIT.inflatedBytes;
  for (const entry of entries) {
    if (entry.isFolder) continue;
    if (seen.has(entry.path)) {
      throw new ArchiveError(
        'duplicatePath',
        `“${shown(entry.path)}” stands twice in the archive; each path may stand once.`,
      );
    }
    seen.add(entry.path);
    const reason = skipReason(entry.path);
    if (reason !== null) {
      content.skipped.push({ path: entry.path, reason });
      continue;
    }
    const file = inflate(bytes, entry, left);
    left -= file.length;
    if (left < 0) throw tooMuch();
    if (file.length !== entry.declaredSize || crcOf(file) !== entry.crc) throw damaged(entry);
    if (isArchive(file))
      content.skipped.push({
        path: entry.path,
        reason: 'An archive inside the archive; unpack it first if it holds records.',
      });
    else content.files.push({ path: entry.path, content: file });
  }
  return content;
}

/** A zip archive of these files; the same files give the same bytes. */
export function writeArchive(files: readonly RecordFile[]): Uint8Array {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  // Local calendar parts, as the format has no zone and the packer writes local ones.
  const mtime = new Date(1980, 0, 1);
  return zipSync(Object.fromEntries(sorted.map(({ path, content }) => [path, content])), { level: 6, mtime });
}
