import { readFileName } from '@/server/domain/decision-record/file-name';
import { readFrontMatter } from '@/server/domain/decision-record/front-matter';
import { plainStyle, type WriteStyle } from '@/server/domain/decision-record/layout-front';
import { readMarkdown } from '@/server/domain/decision-record/read-markdown';
import type { ExportRecord } from '@/server/domain/decision-record/record';
import { readText } from '@/server/domain/decision-record/record-text';

/** How the file that a record came from is written, apart from its layout: line ends, mark, order of its keys. */
export function styleOf(record: ExportRecord, path: string): { style: WriteStyle; finish: (text: string) => string } {
  const read = record.original ? readText(record.original) : null;
  if (!read || !record.original) return { style: plainStyle, finish: (text) => text };
  const lines = read.text.split('\n');
  const front = readFrontMatter(lines);
  const isMarkup = record.layout === 'rst' || record.layout === 'adoc';
  const name = readFileName(path);
  const titleIn = isMarkup ? 'heading' : readMarkdown(path, name, read.text, { isLog4brains: false }).titleIn;
  const hasMark = record.original[0] === 0xef && record.original[1] === 0xbb;
  const style: WriteStyle = {
    withFront: true,
    titleIn: titleIn === 'front' ? 'front' : 'heading',
    keys: front.fields.map(({ key }) => key),
    isTight: front.lineCount > 0 && lines[front.lineCount]?.trim() !== '',
  };
  return {
    style,
    finish: (text) => (hasMark ? '\ufeff' : '') + (read.hasCarriageReturns ? text.replaceAll('\n', '\r\n') : text),
  };
}
