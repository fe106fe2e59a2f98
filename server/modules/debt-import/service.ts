import type { WorkspaceScope } from '@/server/access/scope';
import type { ImportAction } from '@/server/domain/importing/plan-import';
import { IMPORT_LIMIT, ImportRefusal } from '@/server/domain/importing/import-limit';
import { previewImport, type ImportPreview as ImportPlanned } from '@/server/domain/importing/preview-import';
import { now } from '@/server/platform/clock';
import { sha256 } from '@/server/platform/crypto';
import { database, type Db, type Tx } from '@/server/platform/db';
import { AppError, notFound } from '@/server/platform/errors';
import { newId } from '@/server/platform/ids';
import { debtsChanged, reserveNumbers } from '@/server/modules/debt/service';
import { transact } from '@/server/platform/transact';
import { enqueue } from '@/server/jobs/queue';
import type { ImportOptions, ImportPreview, ImportResult, ImportStatus } from './contract';
import { describeUpdate, presentImport } from './render/import-preview';
import { columnsToRestore, columnsToWrite, valuesBefore } from './render/import-update';
import { givenKeyOf, type ImportRun, reasonOf, rowsOfDrafts, sourceKeyOf } from './render/import-rows';
import * as repo from './repo';

export const importQueue = 'debt.import';
const chunk = 1_000;
const updatesShown = 100;
const createsShown = 100;
const importTimeoutMs = 15 * 60_000;

/** The file as one sentence about what is wrong with it and what would be right; too large is 413, all else is 422. */
function refused(refusal: ImportRefusal): AppError {
  const tooLarge = refusal.code === 'fileTooLarge' || refusal.code === 'tooManyRows' || refusal.code === 'tooManyColumns';
  const path = refusal.code === 'badMapping' ? 'mapping' : refusal.code === 'badTimeZone' ? 'timeZone' : 'file';
  const message = `${refusal.message} ${refusal.suggestion}`;
  return new AppError(tooLarge ? 'tooLarge' : 'invalid', {
    userMessage: message,
    fields: [{ path, message }],
    details: { code: refusal.code, limit: refusal.limit, actual: refusal.actual },
  });
}

function checkSize(byteLength: number): void {
  if (byteLength <= IMPORT_LIMIT.bytes) return;
  const message = `The file has ${byteLength} bytes; at most ${IMPORT_LIMIT.bytes} (20 MB) are read. Split it and import the parts: keys that repeat count once.`;
  throw new AppError('tooLarge', { userMessage: message, fields: [{ path: 'file', message }] });
}

/** Reads a file against what the workspace holds. Writes nothing. */
async function plan(client: Db | Tx, scope: WorkspaceScope, bytes: Uint8Array, options: ImportOptions): Promise<ImportPlanned> {
  const [names, existing] = [await repo.findKnownNames(client, scope), await repo.findExisting(client, scope)];
  const keyOf = (number: number | null) => (number === null ? null : `${scope.debtPrefix}-${number}`);
  try {
    return previewImport(
      bytes,
      existing.map((row) => ({
        ...row,
        debtKey: `${scope.debtPrefix}-${row.number}`,
        sourceKey: givenKeyOf(row.sourceKey),
        mergedInto: keyOf(row.mergedInto),
      })),
      { now: now().toISOString(), timeZone: options.timeZone, ...names },
      { format: options.format, unverifiedMapping: options.mapping },
    );
  } catch (error) {
    throw error instanceof ImportRefusal ? refused(error) : error;
  }
}

function numberOf(debtKey: string): number {
  return Number(debtKey.split('-')[1]);
}

function isUpdate(action: ImportAction): action is Extract<ImportAction, { kind: 'update' }> {
  return action.kind === 'update';
}

/** Keeps a file byte for byte, so that it can be previewed under several mappings and imported once. */
export async function uploadFile(scope: WorkspaceScope, file: { name: string; bytes: Uint8Array<ArrayBuffer> }): Promise<{ id: string }> {
  checkSize(file.bytes.byteLength);
  const id = newId();
  await repo.insertImport(database(), scope, {
    id,
    fileName: file.name.replace(/[\u0000-\u001f\u007f]/g, '').slice(0, 200) || 'file.csv',
    content: file.bytes,
    byteLength: file.bytes.byteLength,
    contentHash: sha256(file.bytes),
    format: 'auto',
    options: {},
    createdById: scope.memberId,
    createdAt: now(),
  });
  return { id };
}

async function mustFind(scope: WorkspaceScope, id: string): Promise<repo.StoredImport> {
  const found = await repo.findImport(database(), scope, id);
  if (!found) throw notFound('This import');
  return found;
}

/** What importing the file would do under these options, and a finding for everything dropped, guessed or repaired. */
export async function previewFile(scope: WorkspaceScope, id: string, options: ImportOptions): Promise<ImportPreview> {
  const stored = await mustFind(scope, id);
  const bytes = (await repo.findContent(database(), scope, id)) ?? new Uint8Array();
  const planned = await plan(database(), scope, bytes, options);
  const updates = planned.actions.filter(isUpdate).slice(0, updatesShown);
  const numbers = updates.map((action) => numberOf(action.debtKey));
  const debts = await repo.findDebts(database(), scope, numbers, planned.format);
  const known = await repo.findKnownNames(database(), scope);
  const names = new Map([...known.members, ...known.teams, ...known.services].map(({ id: of, name }) => [of, name]));
  const { actions, header, ...said } = planned;
  return {
    ...said,
    id,
    fileName: stored.fileName,
    byteLength: stored.byteLength,
    columnCount: header.length,
    creates: actions
      .flatMap((action) => (action.kind === 'create' ? [action.draft] : []))
      .slice(0, createsShown)
      .map(({ row, sourceKey, title, state }) => ({ row, sourceKey, title, state })),
    updates: updates.flatMap((action) => {
      const debt = debts.find((one) => one.number === numberOf(action.debtKey));
      return debt ? [describeUpdate(scope, action, debt, names)] : [];
    }),
  };
}

function blockedBy(planned: ImportPlanned): AppError {
  const errors = planned.findings.filter((finding) => finding.severity === 'error').slice(0, 100);
  return new AppError('invalid', {
    userMessage: `Nothing was imported: ${planned.findingCounts.error} values have to be right first. ${errors[0]?.message ?? ''} ${errors[0]?.suggestion ?? ''}`,
    fields: errors.map(({ row, column, message, suggestion }) => ({
      path: [row === null ? 'file' : `row ${row}`, column].filter(Boolean).join('.'),
      message: `${message} ${suggestion}`,
    })),
  });
}

type Progress = (rowsDone: number) => Promise<void>;

/** Writes a plan in one transaction. `progress` writes outside it, so that others see how far it is. */
async function write(tx: Tx, scope: WorkspaceScope, run: ImportRun, planned: ImportPlanned, progress: Progress) {
  const drafts = planned.actions.flatMap((action) => (action.kind === 'create' ? [action.draft] : []));
  const firstNumber = drafts.length > 0 ? await reserveNumbers(tx, scope, drafts.length) : 0;
  for (let start = 0; start < drafts.length; start += chunk) {
    await repo.insertDebts(tx, scope, rowsOfDrafts(run, drafts.slice(start, start + chunk), firstNumber + start));
    await progress(Math.min(drafts.length, start + chunk));
  }
  const updates = planned.actions.filter(isUpdate);
  const before: object[] = [];
  for (let start = 0; start < updates.length; start += chunk) {
    const part = updates.slice(start, start + chunk);
    before.push(...(await writeUpdates(tx, scope, run, part)));
    await progress(drafts.length + start + part.length);
  }
  if (updates.length > 0) await debtsChanged(tx, scope);
  return before;
}

async function writeUpdates(tx: Tx, scope: WorkspaceScope, run: ImportRun, actions: Extract<ImportAction, { kind: 'update' }>[]) {
  const debts = await repo.findDebtsForUpdate(tx, scope, actions.map((action) => numberOf(action.debtKey)), run.system);
  const byNumber = new Map(debts.map((debt) => [debt.number, debt]));
  const before: object[] = [];
  for (const { draft, debtKey } of actions) {
    const debt = byNumber.get(numberOf(debtKey));
    if (!debt) continue;
    const change = columnsToWrite(run, draft, debt);
    before.push(valuesBefore(debt, change));
    await repo.updateDebt(tx, scope, debt.id, change.columns);
    if (change.serviceIds) await repo.replaceServices(tx, scope, debt.id, change.serviceIds);
    if (change.score) {
      const { factors, at } = change.score;
      await repo.insertScore(tx, scope, { id: newId(), debtId: debt.id, ...factors, reason: reasonOf(run), scoredById: run.memberId, scoredAt: at });
    }
    await repo.saveSource(tx, scope, { ...change.source, id: newId(), debtId: debt.id, system: run.system, key: sourceKeyOf(draft), importId: run.importId, at: run.at });
  }
  return before;
}

/** Imports a file that was uploaded: all of it or nothing. Errors: `invalid` with every value that is not right. */
export async function performImport(scope: WorkspaceScope, id: string, options: ImportOptions): Promise<ImportResult> {
  const stored = await mustFind(scope, id);
  const bytes = (await repo.findContent(database(), scope, id)) ?? new Uint8Array();
  return transact(
    scope,
    'debt.import',
    async (tx, record) => {
      await repo.lockImports(tx, scope);
      const planned = await plan(tx, scope, bytes, options);
      if (planned.blocked) throw blockedBy(planned);
      const { format, rows, created, updated, unchanged, skipped, findings, unmappedColumns } = planned;
      const at = now();
      const run = { importId: id, system: format, fileName: stored.fileName, memberId: scope.memberId, at, header: planned.header };
      await repo.updateImport(database(), scope, id, { rowsTotal: created + updated, rowsDone: 0 });
      const before = await write(tx, scope, run, planned, (rowsDone) => repo.updateImport(database(), scope, id, { rowsDone }));
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
  const claimed = await repo.claimImport(database(), scope, id, ['uploaded', 'failed'], { status: 'running', error: null, startedAt: now(), options });
  if (!claimed) throw new AppError('conflict', { userMessage: 'This file is being imported or was imported already.' });
  await enqueue(importQueue, { workspaceId: scope.workspaceId, memberId: scope.memberId, id, options });
  return importStatus(scope, id);
}

/** What became of an import that failed: the sentence the person sees. The file stays and can be tried again. */
export async function markFailed(scope: WorkspaceScope, id: string, message: string): Promise<void> {
  await repo.claimImport(database(), scope, id, ['running', 'uploaded'], { status: 'failed', error: message.slice(0, 2000), finishedAt: now() });
}

export async function importStatus(scope: WorkspaceScope, id: string): Promise<ImportStatus> {
  return presentImport(await mustFind(scope, id));
}

export async function listImports(scope: WorkspaceScope): Promise<ImportStatus[]> {
  return (await repo.listImports(database(), scope)).map(presentImport);
}

/** A file straight to its result, for the API. `dryRun` answers what it would do and keeps nothing. */
export async function importFile(
  scope: WorkspaceScope,
  file: { name: string; bytes: Uint8Array<ArrayBuffer> },
  options: ImportOptions & { dryRun: boolean },
): Promise<ImportResult> {
  checkSize(file.bytes.byteLength);
  if (options.dryRun) {
    const { format, rows, created, updated, unchanged, skipped, findings, unmappedColumns } = await plan(database(), scope, file.bytes, options);
    return { format, rows, created, updated, unchanged, skipped, findings, unmappedColumns };
  }
  const { id } = await uploadFile(scope, file);
  try {
    return await performImport(scope, id, options);
  } catch (error) {
    await repo.deleteImport(database(), scope, id);
    throw error;
  }
}

type Before = { number: number; version: number; fields: Parameters<typeof columnsToRestore>[0] };

function updatesBefore(result: unknown): Before[] {
  const before: unknown = typeof result === 'object' && result !== null ? Reflect.get(result, 'before') : [];
  return Array.isArray(before) ? (before as Before[]) : [];
}

/** Takes an import back: what it made is deleted, what it changed is put back, and what people changed since is kept. */
export async function undoImport(scope: WorkspaceScope, id: string) {
  const stored = await mustFind(scope, id);
  return transact(scope, 'debt.importUndo', async (tx, record) => {
    await repo.lockImports(tx, scope);
    const at = now();
    const claimed = await repo.claimImport(tx, scope, id, ['done'], { status: 'undone', finishedAt: at });
    if (!claimed) throw new AppError('conflict', { userMessage: 'Only an import that is done can be undone, and only once.' });
    const kept = await repo.findTouched(tx, scope, id);
    const deleted = await repo.deleteUntouched(tx, scope, id, at);
    const before = updatesBefore(stored.result);
    const debts = await repo.findDebtsForUpdate(tx, scope, before.map((one) => one.number), stored.format);
    let restored = 0;
    for (const { number, version, fields } of before) {
      const debt = debts.find((one) => one.number === number);
      if (!debt) continue;
      if (debt.version === version) {
        await repo.updateDebt(tx, scope, debt.id, columnsToRestore(fields, debt, at));
        if (fields.serviceIds) await repo.replaceServices(tx, scope, debt.id, fields.serviceIds);
        restored += 1;
      } else kept.push(number);
    }
    await debtsChanged(tx, scope);
    record({ subjectType: 'debtImport', subjectId: id, data: { fileName: stored.fileName, deleted, restored } });
    return { deleted, restored, keptBecauseChanged: kept.map((number) => `${scope.debtPrefix}-${number}`) };
  });
}
