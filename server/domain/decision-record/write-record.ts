import { readFileName } from '@/server/domain/decision-record/file-name';
import { plainStyle, type WriteStyle, writeFront, writeMadr4 } from '@/server/domain/decision-record/layout-front';
import { jsonBulkFile, jsonFile, jsonOf } from '@/server/domain/decision-record/layout-json-adr';
import { writeBullets, writeLog4brains, writeTable } from '@/server/domain/decision-record/layout-line';
import { writeAsciiDoc, writeRestructured } from '@/server/domain/decision-record/layout-markup';
import { writeAdrTools, writeNygard } from '@/server/domain/decision-record/layout-section';
import type {
  ExportRecord,
  RecordFile,
  RecordFinding,
  RecordLayout,
  WriteLayout,
  WrittenSet,
} from '@/server/domain/decision-record/record';
import { skippedByName } from '@/server/domain/decision-record/skip-file';
import { checkWritten } from '@/server/domain/decision-record/write-check';
import { type WriteContext, withBothEnds, withoutSaid } from '@/server/domain/decision-record/write-context';
import { moveLinks } from '@/server/domain/decision-record/write-link';
import { createPathTaker, newName, originalPaths } from '@/server/domain/decision-record/write-path';
import { styleOf } from '@/server/domain/decision-record/write-style';

type LayoutWriter = (record: ExportRecord, path: string, context: WriteContext, style: WriteStyle) => string;

const WRITERS: Readonly<Record<Exclude<RecordLayout, 'json-adr'>, LayoutWriter>> = {
  madr4: writeFront,
  madr3: writeFront,
  docusaurus: writeFront,
  jekyll: writeFront,
  madr2: writeBullets,
  madr1: writeBullets,
  markdown: writeBullets,
  log4brains: writeLog4brains,
  'adr-tools': writeAdrTools,
  nygard: writeNygard,
  table: writeTable,
  adoc: writeAsciiDoc,
  rst: writeRestructured,
};

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function contextOf(
  records: readonly ExportRecord[],
  paths: Map<string, string>,
  moved: Map<string, string>,
): WriteContext {
  const counts = new Map<number, number>();
  for (const { number } of records) if (number !== null) counts.set(number, (counts.get(number) ?? 0) + 1);
  const uniqueNumbers = new Set([...counts].filter(([, count]) => count === 1).map(([number]) => number));
  return { paths, moved, uniqueNumbers, records: new Map(records.map((record) => [record.id, record])) };
}

const numberMissing = (path: string, message: string): RecordFinding => ({
  path,
  line: null,
  code: 'numberMissing',
  severity: 'info',
  message,
  suggestion: 'A record gets its number when it is accepted.',
});

/** JSON-ADR begins at 1 and has no records without number: those get one that nobody has, and say so. */
function jsonNumbers(
  records: readonly ExportRecord[],
  paths: ReadonlyMap<string, string>,
): { numbers: Map<string, number>; findings: RecordFinding[] } {
  const findings: RecordFinding[] = [];
  let next = Math.max(0, ...records.map(({ number }) => number ?? 0)) + 1;
  const numbers = new Map<string, number>();
  for (const record of records) {
    const { id, number } = record;
    numbers.set(id, number !== null && number >= 1 ? number : next);
    if (number !== null && number >= 1) continue;
    const had = number === null ? 'No number' : `Number ${number}`;
    const message = `${had} → ${next}, as JSON-ADR begins at 1; custom_sections says what it was.`;
    findings.push(numberMissing(paths.get(id) ?? '', message));
    next += 1;
  }
  return { numbers, findings };
}

function writeJsonFiles(
  records: readonly ExportRecord[],
  context: WriteContext,
): { files: RecordFile[]; findings: RecordFinding[] } {
  const { numbers, findings } = jsonNumbers(records, context.paths);
  const byPath = new Map<string, ExportRecord[]>();
  for (const record of records) {
    const path = context.paths.get(record.id) ?? '';
    byPath.set(path, [...(byPath.get(path) ?? []), record]);
  }
  const files = [...byPath].map(([path, list]) => {
    const adrs = list.map((record) => jsonOf(record, path, context, numbers.get(record.id) ?? 1));
    const [only] = adrs;
    return { path, content: encode(adrs.length === 1 && only ? jsonFile(only) : jsonBulkFile(adrs)) };
  });
  return { files, findings };
}

function writeOriginals(records: readonly ExportRecord[], others: readonly RecordFile[]): WrittenSet {
  const { paths, layoutOfNew, findings } = originalPaths(
    records,
    others.map(({ path }) => path),
  );
  const moved = new Map<string, string>();
  for (const record of records) if (record.path !== null) moved.set(record.path, paths.get(record.id) ?? '');
  const complete = withBothEnds(records).map((record) =>
    record.path === null ? { ...record, layout: layoutOfNew } : record,
  );
  const context = contextOf(complete, paths, moved);
  const files: RecordFile[] = [...others];
  const rewritten: ExportRecord[] = [];
  const json = new Map<string, ExportRecord[]>();
  for (const record of complete) {
    const path = paths.get(record.id) ?? '';
    if (record.layout === 'json-adr') {
      json.set(path, [...(json.get(path) ?? []), record]);
    } else if (record.untouched && record.original) files.push({ path, content: record.original });
    else {
      rewritten.push(record);
      const { style, finish } = styleOf(record, path);
      files.push({
        path,
        content: encode(finish(WRITERS[record.layout](withoutSaid(record, path, context), path, context, style))),
      });
    }
  }
  for (const [path, list] of json) {
    const original = list.every(({ untouched }) => untouched) ? list[0]?.original : null;
    if (original) files.push({ path, content: original });
    else {
      const written = writeJsonFiles(list, context);
      files.push(...written.files);
      findings.push(...written.findings);
    }
  }
  findings.push(...checkWritten(files, rewritten, paths));
  return { files, paths, findings };
}

/**
 * Records to files. `original`: untouched records byte for byte, changed ones in their own layout at their own path,
 * and `others` as they came. The other layouts give each record a new name and take images along. Every path is safe
 * and stands once; what a layout cannot hold is told in a finding.
 */
export function writeRecords(
  records: readonly ExportRecord[],
  others: readonly RecordFile[],
  layout: WriteLayout,
): WrittenSet {
  if (layout === 'original') return writeOriginals(records, others);
  const images = others.filter(({ path }) => skippedByName(path, readFileName(path)) === 'image');
  const take = createPathTaker(images.map(({ path }) => path));
  const paths = new Map(records.map((record) => [record.id, take(newName(record, layout))]));
  const moved = new Map(images.map(({ path }) => [path, path]));
  for (const record of records) if (record.path !== null) moved.set(record.path, paths.get(record.id) ?? '');
  const ready = withBothEnds(records).map((record): ExportRecord => {
    const path = paths.get(record.id) ?? '';
    const move = (text: string) => moveLinks(text, record.path, path, moved);
    return { ...record, layout, body: move(record.body), rawStatus: move(record.rawStatus), original: null };
  });
  const context = contextOf(ready, paths, moved);
  const findings: RecordFinding[] = [];
  const files: RecordFile[] = [...images];
  if (layout === 'json-adr') {
    const written = writeJsonFiles(ready, context);
    files.push(...written.files);
    findings.push(...written.findings);
  } else {
    const write = layout === 'madr4' ? writeMadr4 : WRITERS[layout];
    for (const record of ready) {
      const path = paths.get(record.id) ?? '';
      files.push({ path, content: encode(write(withoutSaid(record, path, context), path, context, plainStyle)) });
      if (layout === 'adr-tools' && record.number === null)
        findings.push(numberMissing(path, 'No number → a number in the file name; adr-tools does not list the file.'));
    }
  }
  if (layout === 'log4brains') files.push({ path: '.log4brains.yml', content: encode(LOG4BRAINS) });
  findings.push(...checkWritten(files, ready, paths));
  return { files, paths, findings };
}

// Names the folder, so that records without a date in their name are found as well.
const LOG4BRAINS = 'project:\n  name: Decisions\n  tz: Etc/UTC\n  adrFolder: ./docs/adr\n';
