import { ArchiveError } from '@/server/domain/decision-record/archive-limit';

export interface ArchiveEntry {
  path: string;
  isFolder: boolean;
  isSymlink: boolean;
  isEncrypted: boolean;
  method: number;
  crc: number;
  compressedSize: number;
  declaredSize: number;
  /** Where its bytes begin. */
  start: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

const broken = (detail: string): ArchiveError =>
  new ArchiveError('broken', `The file is no zip archive that can be read: ${detail}.`);

function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}

function findEnd(view: DataView): number {
  const floor = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= floor; at -= 1) if (view.getUint32(at, true) === END) return at;
  throw broken('its list of contents is missing');
}

/** The list of contents, read before anything is inflated. Throws `ArchiveError`. */
export function listEntries(bytes: Uint8Array, maximum: number): ArchiveEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 22) throw broken('it is too short');
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const directory = view.getUint32(end + 16, true);
  if (count === 0xffff || directory === 0xffffffff) {
    throw new ArchiveError('tooManyEntries', `A zip archive of the 64-bit kind; at most ${maximum} files are taken.`);
  }
  if (count > maximum) {
    throw new ArchiveError('tooManyEntries', `The archive holds ${count} files; at most ${maximum} are taken.`);
  }
  const entries: ArchiveEntry[] = [];
  let at = directory;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw broken('its list of contents is damaged');
    entries.push(readEntry(view, bytes, at, directory));
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  // A list that goes on after its stated length hides files from one reader and shows them to another.
  if (at !== end && at + 4 <= end && view.getUint32(at, true) === CENTRAL) throw broken('it lists more than it says');
  refuseOverlap(entries, directory);
  return entries;
}

function readEntry(view: DataView, bytes: Uint8Array, at: number, directory: number): ArchiveEntry {
  const flags = view.getUint16(at + 8, true);
  const nameLength = view.getUint16(at + 28, true);
  if (at + 46 + nameLength > bytes.length) throw broken('its list of contents is damaged');
  const path = decodeName(bytes.subarray(at + 46, at + 46 + nameLength));
  const local = view.getUint32(at + 42, true);
  if (local + 30 > directory || view.getUint32(local, true) !== LOCAL)
    throw broken(`“${shown(path)}” is not where it says`);
  // The upper half holds the mode of a file from Unix; 0o120000 marks a link.
  const mode = view.getUint32(at + 38, true) >>> 16;
  return {
    path,
    isFolder: path.endsWith('/'),
    isSymlink: (mode & 0o170000) === 0o120000,
    isEncrypted: (flags & 1) === 1 || (flags & 0x2040) !== 0,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    compressedSize: view.getUint32(at + 20, true),
    declaredSize: view.getUint32(at + 24, true),
    start: local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true),
  };
}

/** Entries that share bytes are how a small archive holds petabytes. */
function refuseOverlap(entries: readonly ArchiveEntry[], directory: number): void {
  const sorted = [...entries].sort((a, b) => a.start - b.start);
  sorted.forEach((entry, index) => {
    const next = sorted[index + 1];
    const end = entry.start + entry.compressedSize;
    if (end > directory || (next && (end > next.start || next.start === entry.start))) {
      throw new ArchiveError(
        'overlap',
        `“${shown(entry.path)}” shares its bytes with something else in the archive; each file needs its own.`,
      );
    }
  });
}

/** A name for a message: short, and without characters that would not show. */
export function shown(path: string): string {
  const text = path.replace(/[\u0000-\u001f\u007f]/g, '\ufffd');
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

/** Refuses names that lead out of the archive or mean something else on another system. */
export function refusePath(path: string): void {
  const refuse = (why: string) =>
    new ArchiveError('unsafePath', `“${shown(path)}” ${why}; paths go down from the top of the archive, with slashes.`);
  if (path === '') throw refuse('is an empty name');
  if (/[\u0000-\u001f\u007f]/.test(path)) throw refuse('has control characters');
  if (path.includes('\\')) throw refuse('has a backslash');
  if (path.startsWith('/')) throw refuse('is an absolute path');
  if (/^[a-z]:/i.test(path)) throw refuse('names a drive');
  if (path.split('/').includes('..')) throw refuse('leads out of the archive');
  if (path.length > 500) throw refuse('is longer than 500 characters');
}
