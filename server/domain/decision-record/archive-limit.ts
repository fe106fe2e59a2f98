/** What one archive may hold. Sizes are counted while inflating; what an archive says of itself is not trusted. */
export const ARCHIVE_LIMIT = {
  bytes: 20 * 1024 * 1024,
  entries: 5_000,
  inflatedBytes: 100 * 1024 * 1024,
  /** Bytes out for one byte in, for files above `ratioFrom`; text stays below 30. */
  ratio: 200,
  ratioFrom: 5 * 1024 * 1024,
} as const;

export type ArchiveErrorCode =
  | 'tooLarge'
  | 'tooManyEntries'
  | 'inflatedTooLarge'
  | 'ratio'
  | 'unsafePath'
  | 'symlink'
  | 'encrypted'
  | 'overlap'
  | 'duplicatePath'
  | 'unsupported'
  | 'broken';

/** The archive is refused as a whole; the message names what was sent and the limit. */
export class ArchiveError extends Error {
  readonly code: ArchiveErrorCode;

  constructor(code: ArchiveErrorCode, message: string) {
    super(message);
    this.name = 'ArchiveError';
    this.code = code;
  }
}
