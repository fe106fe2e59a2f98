import { metadataLines } from '@/server/domain/decision-record/layout-line';
import type { ExportRecord } from '@/server/domain/decision-record/record';
import type { WriteContext } from '@/server/domain/decision-record/write-context';
import { oneLine } from '@/server/domain/decision-record/write-metadata';

const format = { hasDraft: false, missing: 'unknown' } as const;
const attribute = (label: string): string => label.toLowerCase().replaceAll(' ', '-');

/** AsciiDoc with attributes below its title. Only records that came as AsciiDoc are written so. */
export function writeAsciiDoc(record: ExportRecord, path: string, context: WriteContext): string {
  const lines = metadataLines(record, path, context, format).map(
    ({ label, value }) => `:${attribute(label)}: ${value}`,
  );
  return `= ${oneLine(record.title)}\n${lines.map((line) => `${line}\n`).join('')}\n${record.body}\n`;
}

/** reStructuredText with a field list below its title. Only records that came so are written so. */
export function writeRestructured(record: ExportRecord, path: string, context: WriteContext): string {
  const title = oneLine(record.title);
  const rule = '='.repeat(Math.max(3, [...title].length));
  const lines = metadataLines(record, path, context, format).map(({ label, value }) => `:${label}: ${value}`);
  return `${title}\n${rule}\n\n${lines.map((line) => `${line}\n`).join('')}\n${record.body}\n`;
}
