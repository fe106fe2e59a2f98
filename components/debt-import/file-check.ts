import { IMPORT_LIMIT } from '@/server/domain/importing/import-limit';
import { sizeText } from './import-words';

const spreadsheet = /\.(xlsx?|xlsm|ods|numbers)$/i;
const text = /\.(csv|tsv|tab|txt)$/i;

/** Why a file cannot be an import, as far as its name and size tell; null when it is worth sending. */
export function refuseFile({ name, size, type }: Pick<File, 'name' | 'size' | 'type'>): string | null {
  if (size === 0) return `${name} is empty. Choose a CSV file with a header line and at least one row.`;
  if (size > IMPORT_LIMIT.bytes) {
    return `${name} has ${sizeText(size)}; an import takes at most 20 MB. Split it by project: issues in several files count once.`;
  }
  if (spreadsheet.test(name)) {
    return `${name} is a spreadsheet. Save it as CSV (UTF-8) there, then choose that file.`;
  }
  if (!text.test(name) && !type.startsWith('text/') && type !== '') {
    return `${name} is no CSV file. Export the issues as CSV and choose that file.`;
  }
  return null;
}
