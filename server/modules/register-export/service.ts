import type { WorkspaceScope } from '@/server/access/scope';
import { writeArchive } from '@/server/domain/decision-record/archive';
import { type RecordFile, type RecordFinding, recordLayouts } from '@/server/domain/decision-record/record';
import { filePathOf } from '@/server/domain/decision-record/record-path';
import { writeRecords } from '@/server/domain/decision-record/write-record';
import { exportRecords, type HeldRecord } from '@/server/domain/decision-sync/export-record';
import { findHeldRows, type HeldRow, heldRow } from '@/server/modules/imported-decision/service';
import { getRegister } from '@/server/modules/register/service';
import { now, today } from '@/server/platform/clock';
import { database } from '@/server/platform/db';
import type { ExportLayout } from './contract';
import { imageIdsIn, type SiteRecord, writeSite } from './render/site';
import * as repo from './repo';

const chunk = 200;
const notesPath = 'export-notes.txt';

type ExportRow = HeldRow & { original: Uint8Array | null };

async function readRows(scope: WorkspaceScope, registerId: string): Promise<ExportRow[]> {
  const ids = await repo.findIds(database(), scope, registerId);
  const rows: ExportRow[] = [];
  for (let start = 0; start < ids.length; start += chunk) {
    const some = ids.slice(start, start + chunk);
    const byId = new Map((await findHeldRows(scope, some)).map((row) => [row.id, row]));
    const sources = await repo.findOriginals(database(), scope, some);
    const originals = new Map(sources.map(({ decisionId, original }) => [decisionId, original]));
    rows.push(
      ...some.flatMap((id) => {
        const row = byId.get(id);
        return row ? [{ ...row, original: originals.get(id) ?? null }] : [];
      }),
    );
  }
  return rows;
}

function heldRecord(row: ExportRow): HeldRecord {
  const { source, sourcePath, original } = row;
  if (!source || !original || sourcePath === null) return { id: row.id, held: heldRow.fields(row), source: null };
  const layout = recordLayouts.find((one) => one === source.layout) ?? 'markdown';
  const reading = heldRow.reading(source.read);
  return { id: row.id, held: heldRow.fields(row), source: { path: sourcePath, layout, original, reading } };
}

const nameOf = ({ number, title }: { number: number | null; title: string }): string =>
  number === null ? title : `${number}. ${title}`;

/** What could not be written as it is, as a text beside the files. */
function notesFile(findings: readonly RecordFinding[]): RecordFile {
  const lines = findings.map(({ path, message, suggestion }) => `${path}\n  ${message}\n  ${suggestion}\n`);
  return {
    path: notesPath,
    content: new TextEncoder().encode(`What this export could not hold\n\n${lines.join('\n')}`),
  };
}

async function siteRecords(
  scope: WorkspaceScope,
  registerId: string,
  records: ReturnType<typeof exportRecords>,
  rows: readonly ExportRow[],
): Promise<SiteRecord[]> {
  const revisedAt = new Map((await repo.findRevisedAt(database(), scope, registerId)).map(({ id, at }) => [id, at]));
  const revisions = new Map(rows.map(({ id, revision }) => [id, revision]));
  return records.map((record) => ({
    record,
    revision: revisions.get(record.id) ?? 1,
    revisedAt: revisedAt.get(record.id) ?? null,
  }));
}

/**
 * A register as a zip archive: its files as they came where nothing was changed here, or written in one layout, or as a
 * site of static pages. What a layout cannot hold is told in `export-notes.txt`. Throws `notFound`.
 */
export async function exportRegister(scope: WorkspaceScope, slug: string, layout: ExportLayout) {
  const register = await getRegister(scope, slug);
  const rows = await readRows(scope, register.id);
  const edges = (await repo.findEdges(database(), scope, register.id)).map(({ to, ...edge }) => ({
    ...edge,
    targetText: edge.targetText || (to ? nameOf(to) : ''),
  }));
  const incomplete = new Set((await repo.findDeletedParts(database(), scope, register.id)).map(filePathOf));
  const records = exportRecords(rows.map(heldRecord), edges, (path) => incomplete.has(filePathOf(path)));
  const others = (await repo.findFiles(database(), scope, register.id)).filter(({ path }) => path !== notesPath);
  const fileName = `${scope.slug}-${slug}-${layout}-${today()}.zip`;
  if (layout === 'site') {
    const images = await repo.findImages(database(), scope, imageIdsIn(scope.slug, records));
    const place = { workspace: scope.slug, register: register.name, description: register.description, at: now() };
    const site = await siteRecords(scope, register.id, records, rows);
    return { fileName, body: new Uint8Array(writeArchive(writeSite(place, site, { images, others }))) };
  }
  const { files, findings } = writeRecords(records, others, layout);
  const all = findings.length > 0 ? [...files, notesFile(findings)] : files;
  return { fileName, body: new Uint8Array(writeArchive(all)) };
}
