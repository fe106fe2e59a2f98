import { Zip, ZipDeflate } from 'fflate';
import { csvHeader, csvRecord } from '@/server/domain/export/csv';
import type { ExportDocument, ExportHead, ExportRow } from '@/server/domain/export/export-document';
import { jsonEnd, jsonHead, jsonRecord } from '@/server/domain/export/json';
import { markdownPieces } from '@/server/domain/export/markdown';
import { debtCells, debtSheetHead, methodSheet, type WorkbookSheet } from '@/server/domain/export/sheet';
import { summarise } from '@/server/domain/export/summary';
import { packageParts, rowXml, sheetEnd, sheetPath, sheetStart } from '@/server/domain/export/workbook-xml';
import type { Rank } from '@/server/domain/scoring/ranking';
import type { ExportFormat } from '@/server/modules/backlog/contract';

/** Everything a format is written from. At no time is more than one page of full rows in memory. */
export type ExportSource = {
  head: ExportHead;
  count: number;
  rankOf: (row: ExportRow) => Rank | undefined;
  pages: () => AsyncIterable<ExportRow[]>;
  /** The repayment plans of these debts, by key. */
  plansOf: (keys: string[]) => Promise<ReadonlyMap<string, string>>;
};

type Piece = string | Uint8Array;

async function* csvFile({ pages }: ExportSource): AsyncGenerator<Piece> {
  yield csvHeader();
  for await (const page of pages()) yield page.map(csvRecord).join('');
}

async function* jsonFile({ head, count, rankOf, pages }: ExportSource): AsyncGenerator<Piece> {
  yield jsonHead(head, count);
  let isFirst = true;
  for await (const page of pages()) {
    for (const row of page) {
      yield jsonRecord(row, rankOf(row), head, isFirst);
      isFirst = false;
    }
  }
  yield jsonEnd;
}

// Long texts are what would fill the memory; neither the document nor the figures of the method read them.
function slim(row: ExportRow): ExportRow {
  return { ...row, description: '', repaymentPlan: '', sourceRefs: [] };
}

const plansShown = 10;

async function* markdownFile({ head, pages, plansOf }: ExportSource): AsyncGenerator<Piece> {
  const rows: ExportRow[] = [];
  for await (const page of pages()) rows.push(...page.map(slim));
  const document: ExportDocument = { ...head, rows };
  const { ranked } = summarise(document);
  const plans = await plansOf(ranked.slice(0, plansShown).map(({ row }) => row.key));
  const withPlans = rows.map((row) => ({ ...row, repaymentPlan: plans.get(row.key) ?? '' }));
  yield* markdownPieces({ ...document, rows: withPlans });
}

async function* workbookFile({ head, pages }: ExportSource): AsyncGenerator<Piece> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const encoder = new TextEncoder();
  const open = (path: string) => {
    const entry = new ZipDeflate(path, { level: 6 });
    zip.add(entry);
    return entry;
  };
  const add = (path: string, text: string) => open(path).push(encoder.encode(text), true);

  const debts = debtSheetHead();
  for (const [path, text] of Object.entries(packageParts([debts.sheet, 'Method']))) add(path, text);
  const sheet = open(sheetPath(0));
  sheet.push(encoder.encode(`${sheetStart(debts)}${rowsXml(debts, 1)}`));
  const rows: ExportRow[] = [];
  for await (const page of pages()) {
    const first = debts.data.length + rows.length + 1;
    sheet.push(encoder.encode(page.map((row, index) => rowXml(debtCells(row), first + index)).join('')));
    rows.push(...page.map(slim));
    yield* ready.splice(0);
  }
  sheet.push(encoder.encode(sheetEnd), true);
  const method = methodSheet({ ...head, rows });
  add(sheetPath(1), `${sheetStart(method)}${rowsXml(method, 1)}${sheetEnd}`);
  zip.end();
  yield* ready;
}

function rowsXml(sheet: WorkbookSheet, first: number): string {
  return sheet.data.map((cells, index) => rowXml(cells, first + index)).join('');
}

const writers: Readonly<Record<ExportFormat, (source: ExportSource) => AsyncGenerator<Piece>>> = {
  csv: csvFile,
  xlsx: workbookFile,
  json: jsonFile,
  md: markdownFile,
};

export const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
};

const chunkBytes = 65_536;

/** The file as a stream that is written as fast as it is read, in chunks of about 64 KB. */
export function exportStream(format: ExportFormat, source: ExportSource): ReadableStream<Uint8Array> {
  const pieces = writers[format](source);
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const gathered: Uint8Array[] = [];
      let bytes = 0;
      let isDone = false;
      while (bytes < chunkBytes && !isDone) {
        const next = await pieces.next();
        if (next.done) isDone = true;
        else {
          const piece = typeof next.value === 'string' ? encoder.encode(next.value) : next.value;
          gathered.push(piece);
          bytes += piece.length;
        }
      }
      if (bytes > 0) controller.enqueue(Buffer.concat(gathered));
      if (isDone) controller.close();
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
