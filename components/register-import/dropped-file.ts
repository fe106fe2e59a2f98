import { writeArchive } from '@/server/domain/decision-record/archive';
import { ARCHIVE_LIMIT } from '@/server/domain/decision-record/archive-limit';
import { counted, sizeText } from './import-words';

/** A file with its way from the top of what was dropped. */
export type DroppedFile = { path: string; file: File };

const passedOver = /(?:^|\/)(?:\.git|node_modules|__MACOSX)\/|(?:^|\/)(?:\.DS_Store|Thumbs\.db)$/;

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

const entriesOf = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((resolve, reject) => reader.readEntries(resolve, reject));

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

async function walk(entry: FileSystemEntry, path: string, found: DroppedFile[]): Promise<void> {
  if (passedOver.test(`${path}${entry.isDirectory ? '/' : ''}`) || found.length > ARCHIVE_LIMIT.entries) return;
  if (isFile(entry)) {
    found.push({ path, file: await fileOf(entry) });
    return;
  }
  if (!isFolder(entry)) return;
  const reader = entry.createReader();
  // A browser gives the entries of a folder in parts, and says that it is done with an empty one.
  for (let part = await entriesOf(reader); part.length > 0; part = await entriesOf(reader)) {
    for (const inner of part) await walk(inner, `${path}/${inner.name}`, found);
  }
}

/** Everything that was dropped, folders with what is in them. Must be called while the drop is handled. */
export async function filesOfDrop(transfer: DataTransfer): Promise<DroppedFile[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return [...transfer.files].map((file) => ({ path: file.name, file }));
  const found: DroppedFile[] = [];
  for (const entry of entries) await walk(entry, entry.name, found);
  return found;
}

/** What was chosen in a dialog, of files or of a folder. */
export function filesOfChoice(files: Iterable<File>): DroppedFile[] {
  return [...files]
    .map((file) => ({ path: file.webkitRelativePath || file.name, file }))
    .filter(({ path }) => !passedOver.test(path));
}

/** Why files cannot be an import, as far as their number and sizes tell; null when they are worth sending. */
export function refuseFiles(files: readonly { file: Pick<File, 'name' | 'size'> }[]): string | null {
  const [first, second] = files;
  if (!first) return 'There are no files in it. Choose the folder that holds the records.';
  if (files.length > ARCHIVE_LIMIT.entries) {
    return `More than ${ARCHIVE_LIMIT.entries.toLocaleString('en-GB')} files, which is the most that is taken at once. Choose the folder of the records alone.`;
  }
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  if (!second && first.file.name.toLowerCase().endsWith('.zip')) {
    return bytes > ARCHIVE_LIMIT.bytes
      ? `${first.file.name} has ${sizeText(bytes)}; an archive may have ${sizeText(ARCHIVE_LIMIT.bytes)}.`
      : null;
  }
  return bytes > ARCHIVE_LIMIT.inflatedBytes
    ? `${counted(files.length, 'file')} with ${sizeText(bytes)}; at most ${sizeText(ARCHIVE_LIMIT.inflatedBytes)} are taken at once.`
    : null;
}

/** What is sent: an archive as it is, and anything else as one archive. */
export async function packFiles(files: readonly DroppedFile[]): Promise<File> {
  const [first, second] = files;
  if (first && !second && first.file.name.toLowerCase().endsWith('.zip')) return first.file;
  const read: { path: string; content: Uint8Array }[] = [];
  for (const { path, file } of files) read.push({ path, content: new Uint8Array(await file.arrayBuffer()) });
  const folders = new Set(files.map(({ path }) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '')));
  const [folder = ''] = folders;
  const name =
    first && !second ? first.file.name : folders.size === 1 && folder !== '' ? folder : counted(files.length, 'file');
  return new File([new Uint8Array(writeArchive(read))], `${name}.zip`, { type: 'application/zip' });
}
