import type { WorkspaceScope } from '@/server/access/scope';
import { decodeText } from '@/server/domain/importing/decode-text';
import { ImportRefusal } from '@/server/domain/importing/import-limit';
import { parseCsv } from '@/server/domain/importing/parse-csv';
import { type ImportPreview as ImportPlanned, previewImport } from '@/server/domain/importing/preview-import';
import { enqueue } from '@/server/jobs/queue';
import type { TakenBack } from '@/server/modules/imported-debt/contract';
import * as imported from '@/server/modules/imported-debt/service';
import { dayMs, fromNow, now } from '@/server/platform/clock';
import { sha256 } from '@/server/platform/crypto';
import { type Db, database, type Tx } from '@/server/platform/db';
import { AppError, notFound } from '@/server/platform/errors';
import { newId } from '@/server/platform/ids';
import { transact } from '@/server/platform/transact';
import {
  type Finding,
  type ImportOptions,
  type ImportPreview,
  type ImportResult,
  type ImportStatus,
  importOptions,
} from './contract';
import { presentChosen, presentImport } from './render/import-status';
import { blockedBy, checkNotEmpty, checkSize, checkText, refused } from './render/refusal';
import * as repo from './repo';

export const importQueue = 'debt.import';
const listed = 100;
const importTimeoutMs = 15 * 60_000;

type File = { name: string; bytes: Uint8Array<ArrayBuffer> };

/** Reads a file against what the workspace holds. Writes nothing. */
async function plan(
  client: Db | Tx,
  scope: WorkspaceScope,
  bytes: Uint8Array,
  options: ImportOptions,
): Promise<ImportPlanned> {
  const names = await imported.findKnownNames(client, scope);
  const existing = await imported.listExisting(client, scope);
  try {
    const context = { now: now().toISOString(), timeZone: options.timeZone, ...names };
    const planned = previewImport(bytes, existing, context, {
      format: options.format,
      unverifiedMapping: options.mapping,
    });
    return await imported.withoutIdleUpdates(client, scope, planned);
  } catch (error) {
    throw error instanceof ImportRefusal ? refused(error) : error;
  }
}

async function insertFile(scope: WorkspaceScope, file: File, options: Partial<ImportOptions>): Promise<{ id: string }> {
  const id = newId();
  await repo.insertImport(database(), scope, {
    id,
    fileName: file.name.replace(/[\u0000-\u001f\u007f]/g, '').slice(0, 200) || 'file.csv',
    content: file.bytes,
    byteLength: file.bytes.byteLength,
    contentHash: sha256(file.bytes),
    format: 'auto',
    options,
    createdById: scope.memberId,
    createdAt: now(),
  });
  return { id };
}

/** Keeps a file byte for byte, so that it can be previewed under several mappings and imported once. */
export async function uploadFile(scope: WorkspaceScope, file: File): Promise<{ id: string }> {
  checkNotEmpty(file.bytes.byteLength);
  checkSize(file.bytes.byteLength);
  checkText(file.bytes);
  const waiting = await repo.findWaiting(database(), scope, sha256(file.bytes));
  return waiting ?? insertFile(scope, file, await inheritedOptions(scope, file.bytes));
}

/** The choices of the last import, as far as this file has the same columns: a later export is read the same way. */
async function inheritedOptions(scope: WorkspaceScope, bytes: Uint8Array): Promise<Partial<ImportOptions>> {
  const last = importOptions.safeParse(await repo.findLastOptions(database(), scope)).data;
  const chosen = Object.entries(last?.mapping ?? {});
  if (!last || chosen.length === 0) return {};
  const columns = columnsOf(bytes);
  const mapping = Object.fromEntries(chosen.filter(([column]) => columns.has(column)));
  return Object.keys(mapping).length > 0 ? { mapping, timeZone: last.timeZone } : {};
}

function columnsOf(bytes: Uint8Array): ReadonlySet<string> {
  try {
    return new Set(parseCsv(decodeText(bytes).text).header);
  } catch (error) {
    // What cannot be read says so in its preview.
    if (error instanceof ImportRefusal) return new Set();
    throw error;
  }
}

async function mustFind(scope: WorkspaceScope, id: string): Promise<repo.StoredImport> {
  const found = await repo.findImport(database(), scope, id);
  if (!found) throw notFound('This import');
  return found;
}

/** The plan for a kept file. Its bytes are let go of here: while the rows are written, memory is needed for those. */
async function planStored(client: Db | Tx, scope: WorkspaceScope, stored: repo.StoredImport, options: ImportOptions) {
  return plan(client, scope, await repo.findContent(database(), scope, stored), options);
}

/** What importing the file would do under these options. The options are kept with the file while it waits. */
export async function previewFile(scope: WorkspaceScope, id: string, options: ImportOptions): Promise<ImportPreview> {
  const stored = await mustFind(scope, id);
  const planned = await planStored(database(), scope, stored, options);
  await repo.claimImport(database(), scope, id, ['uploaded', 'failed'], { options });
  const { actions: _, findings: __, header, ...said } = planned;
  const { fileName, byteLength } = stored;
  const shown = await imported.describePlan(database(), scope, planned, listed);
  return { ...said, ...shown, id, fileName, byteLength, columnCount: header.length };
}

/** The findings of a file one by one, for a spreadsheet. */
export async function listFindings(
  scope: WorkspaceScope,
  id: string,
  options: ImportOptions,
): Promise<{ findings: Finding[]; total: number }> {
  const stored = await mustFind(scope, id);
  const { findings, findingCounts } = await planStored(database(), scope, stored, options);
  return { findings, total: findingCounts.error + findingCounts.warning + findingCounts.info };
}

/** Imports a file that was uploaded: all of it or nothing. Errors: `invalid` with every value that is not right. */
export async function performImport(scope: WorkspaceScope, id: string, options: ImportOptions): Promise<ImportResult> {
  const stored = await mustFind(scope, id);
  return transact(
    scope,
    'debt.import',
    async (tx, record) => {
      await repo.lockImports(tx, scope);
      // A job that is delivered twice, or a second caller, must not record "nothing changed" over what was done.
      if (await repo.isFinished(tx, scope, id))
        throw new AppError('conflict', { userMessage: 'This file was imported already.' });
      const planned = await planStored(tx, scope, stored, options);
      if (planned.blocked) throw blockedBy(planned);
      const { format, rows, created, updated, unchanged, skipped, findings, unmappedColumns } = planned;
      const at = now();
      const run = {
        importId: id,
        system: format,
        fileName: stored.fileName,
        memberId: scope.memberId,
        at,
        header: planned.header,
      };
      await repo.updateImport(database(), scope, id, { rowsTotal: created + updated, rowsDone: 0 });
      // Outside the transaction, so that others see how far it is.
      const progress = (rowsDone: number) => repo.updateImport(database(), scope, id, { rowsDone });
      const before = await imported.writePlan(tx, scope, run, planned, progress);
      const counts = { created, updated, unchanged, skipped };
      await repo.saveDone(tx, scope, id, { format, counts, before, at });
      record({ subjectType: 'debtImport', subjectId: id, data: { fileName: stored.fileName, ...counts } });
      return { format, rows, created, updated, unchanged, skipped, findings, unmappedColumns };
    },
    { timeoutMs: importTimeoutMs },
  );
}

/** Starts an import in the background and says where it stands; ask `status` for how far it is. */
export async function startImport(scope: WorkspaceScope, id: string, options: ImportOptions): Promise<ImportStatus> {
  await mustFind(scope, id);
  const started = {
    status: 'running',
    error: null,
    startedAt: now(),
    finishedAt: null,
    rowsDone: 0,
    rowsTotal: 0,
    options,
  } as const;
  const claimed = await repo.claimImport(database(), scope, id, ['uploaded', 'failed'], started);
  if (!claimed) throw new AppError('conflict', { userMessage: 'This file is being imported or was imported already.' });
  try {
    await enqueue(importQueue, { workspaceId: scope.workspaceId, memberId: scope.memberId, id, options });
  } catch (error) {
    await markFailed(scope, id, 'The import could not be started. Nothing was written; try it again.');
    throw error;
  }
  return importStatus(scope, id);
}

/** What became of an import that failed: the sentence the person sees. The file stays and can be tried again. */
export async function markFailed(scope: WorkspaceScope, id: string, message: string): Promise<void> {
  await repo.claimImport(database(), scope, id, ['running', 'uploaded'], {
    status: 'failed',
    error: message.slice(0, 2000),
    finishedAt: now(),
  });
}

export async function importStatus(scope: WorkspaceScope, id: string) {
  return presentChosen(await mustFind(scope, id));
}

export async function listImports(scope: WorkspaceScope): Promise<ImportStatus[]> {
  return (await repo.listImports(database(), scope)).map(presentImport);
}

/** A file straight to its result, for the API. `dryRun` answers what it would do and keeps nothing. */
export async function importFile(
  scope: WorkspaceScope,
  file: File,
  { dryRun, ...options }: ImportOptions & { dryRun: boolean },
): Promise<ImportResult> {
  checkSize(file.bytes.byteLength);
  if (dryRun) {
    const { format, rows, created, updated, unchanged, skipped, findings, unmappedColumns } = await plan(
      database(),
      scope,
      file.bytes,
      options,
    );
    return { format, rows, created, updated, unchanged, skipped, findings, unmappedColumns };
  }
  const { id } = await insertFile(scope, file, options);
  try {
    return await performImport(scope, id, options);
  } catch (error) {
    await repo.deleteImport(database(), scope, id);
    throw error;
  }
}

/** Takes an import back: what it made is deleted, what it changed is put back, and what people changed since is kept. */
export async function undoImport(scope: WorkspaceScope, id: string): Promise<TakenBack> {
  const stored = await mustFind(scope, id);
  return transact(
    scope,
    'debt.importUndo',
    async (tx, record) => {
      await repo.lockImports(tx, scope);
      const at = now();
      const claimed = await repo.claimImport(tx, scope, id, ['done'], { status: 'undone', finishedAt: at });
      if (!claimed)
        throw new AppError('conflict', { userMessage: 'Only an import that is done can be undone, and only once.' });
      const before = await repo.findBefore(tx, scope, id);
      const undone = await imported.takeBack(tx, scope, { importId: id, system: stored.format, before, at });
      await repo.saveUndone(tx, scope, id, undone);
      record({
        subjectType: 'debtImport',
        subjectId: id,
        data: { fileName: stored.fileName, deleted: undone.deleted, restored: undone.restored },
      });
      return undone;
    },
    { timeoutMs: importTimeoutMs },
  );
}

/** Forgets files that were uploaded a week ago and never imported. */
export function forgetAbandonedImports(): Promise<number> {
  return repo.deleteAbandoned(database(), fromNow(-7 * dayMs));
}
