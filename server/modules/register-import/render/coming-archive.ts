import { type ArchiveContent, readArchive, writeArchive } from '@/server/domain/decision-record/archive';
import { refusePath } from '@/server/domain/decision-record/archive-entry';
import { ARCHIVE_LIMIT, ArchiveError } from '@/server/domain/decision-record/archive-limit';
import type { RecordFile } from '@/server/domain/decision-record/record';
import { AppError } from '@/server/platform/errors';

export type NamedArchive = { name: string; bytes: Uint8Array<ArrayBuffer> };

const megabytes = (bytes: number) => `${Math.ceil((bytes / 1_048_576) * 10) / 10} MB`;
const overLimit: ReadonlySet<string> = new Set(['tooLarge', 'tooManyEntries', 'inflatedTooLarge', 'ratio']);

/** What the archive is refused for; 413 where it is too much of it, 422 for all else. */
function refused(error: ArchiveError): AppError {
  return new AppError(overLimit.has(error.code) ? 'tooLarge' : 'invalid', {
    userMessage: `Nothing was imported. ${error.message}`,
    fields: [{ path: 'file', message: error.message }],
    details: { code: error.code },
  });
}

function refusing<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw error instanceof ArchiveError ? refused(error) : error;
  }
}

/** The files of an archive. Throws `tooLarge` and `invalid` that name the entry, what was sent and the limit. */
export function openArchive(bytes: Uint8Array): ArchiveContent {
  return refusing(() => readArchive(bytes));
}

export const isArchive = (name: string, bytes: Uint8Array): boolean =>
  (bytes[0] === 0x50 && bytes[1] === 0x4b) || name.toLowerCase().endsWith('.zip');

/** Refuses, before any of it is read, more files or bytes than are taken. */
export function checkAmount(files: number, bytes: number): void {
  if (files > ARCHIVE_LIMIT.entries) {
    throw refused(
      new ArchiveError(
        'tooManyEntries',
        `${files} files were sent; at most ${ARCHIVE_LIMIT.entries} are taken at once.`,
      ),
    );
  }
  if (bytes > ARCHIVE_LIMIT.inflatedBytes) {
    throw refused(
      new ArchiveError(
        'inflatedTooLarge',
        `The files have ${megabytes(bytes)}; at most ${megabytes(ARCHIVE_LIMIT.inflatedBytes)} are taken at once.`,
      ),
    );
  }
}

/** Single files as one archive, under the same rules as an archive that was sent. */
export function packFiles(files: readonly RecordFile[]): Uint8Array<ArrayBuffer> {
  return refusing(() => {
    const seen = new Set<string>();
    for (const { path } of files) {
      refusePath(path);
      if (seen.has(path)) {
        throw new ArchiveError('duplicatePath', `“${path.slice(0, 200)}” was sent twice; each path may stand once.`);
      }
      seen.add(path);
    }
    const bytes = writeArchive(files);
    if (bytes.length > ARCHIVE_LIMIT.bytes) {
      throw new ArchiveError(
        'tooLarge',
        `Packed, the files have ${megabytes(bytes.length)}; at most ${megabytes(ARCHIVE_LIMIT.bytes)} are taken.`,
      );
    }
    return new Uint8Array(bytes);
  });
}
