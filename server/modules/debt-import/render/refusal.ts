import { decodeText } from '@/server/domain/importing/decode-text';
import { IMPORT_LIMIT, ImportRefusal } from '@/server/domain/importing/import-limit';
import type { ImportPreview } from '@/server/domain/importing/preview-import';
import { AppError } from '@/server/platform/errors';

const fieldsTold = 100;

/** The file as one sentence about what is wrong with it and what would be right; too large is 413, all else is 422. */
export function refused(refusal: ImportRefusal): AppError {
  const tooLarge =
    refusal.code === 'fileTooLarge' || refusal.code === 'tooManyRows' || refusal.code === 'tooManyColumns';
  const path = refusal.code === 'badMapping' ? 'mapping' : refusal.code === 'badTimeZone' ? 'timeZone' : 'file';
  const message = `${refusal.message} ${refusal.suggestion}`;
  return new AppError(tooLarge ? 'tooLarge' : 'invalid', {
    userMessage: message,
    fields: [{ path, message }],
    details: { code: refusal.code, limit: refusal.limit, actual: refusal.actual },
  });
}

export function checkSize(byteLength: number): void {
  if (byteLength <= IMPORT_LIMIT.bytes) return;
  const message = `The file has ${byteLength} bytes; at most ${IMPORT_LIMIT.bytes} (20 MB) are read. Split it and import the parts: keys that repeat count once.`;
  throw new AppError('tooLarge', { userMessage: message, fields: [{ path: 'file', message }] });
}

export function checkNotEmpty(byteLength: number): void {
  if (byteLength > 0) return;
  const message = 'The file is empty. Choose a CSV file with a header line and at least one row.';
  throw new AppError('invalid', { userMessage: message, fields: [{ path: 'file', message }] });
}

/** A spreadsheet, a picture or a web page is refused before it is kept. */
export function checkText(bytes: Uint8Array): void {
  try {
    decodeText(bytes);
  } catch (error) {
    throw error instanceof ImportRefusal ? refused(error) : error;
  }
}

/** Why a plan with errors is not carried out, with every value that has to be right first. */
export function blockedBy(planned: ImportPreview): AppError {
  const errors = planned.findings.filter((finding) => finding.severity === 'error').slice(0, fieldsTold);
  const { error: count } = planned.findingCounts;
  const why = [errors[0]?.message, errors[0]?.suggestion].filter(Boolean).join(' ');
  return new AppError('invalid', {
    userMessage:
      `Nothing was imported: ${count === 1 ? 'one thing has' : `${count} things have`} to be right first. ${why}`.trim(),
    fields: errors.map(({ row, column, message, suggestion }) => ({
      path: [row === null ? 'file' : `row ${row}`, column].filter(Boolean).join('.'),
      message: `${message} ${suggestion}`,
    })),
  });
}
