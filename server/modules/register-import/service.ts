import type { WorkspaceScope } from '@/server/access/scope';
import type { RecordFile } from '@/server/domain/decision-record/record';
import { enqueue } from '@/server/jobs/queue';
import { holdRelations } from '@/server/modules/decision-link/service';
import {
  countWritten,
  holdRecords,
  type Plan,
  planFiles,
  planView,
  writePlan,
} from '@/server/modules/imported-decision/service';
import { getRegister, holdRegister } from '@/server/modules/register/service';
import { dayMs, fromNow, now } from '@/server/platform/clock';
import { type Db, database, type Tx } from '@/server/platform/db';
import { AppError, invalid, notFound } from '@/server/platform/errors';
import { newId } from '@/server/platform/ids';
import { transact } from '@/server/platform/transact';
import {
  type ImportedRecords,
  type RegisterImportOptions,
  type RegisterImportPreview,
  type RegisterImportStatus,
  registerImportOptions,
} from './contract';
import { checkAmount, isArchive, type NamedArchive, openArchive, packFiles } from './render/coming-archive';
import { presentImport, presentPreview, presentRecords } from './render/import-status';
import * as repo from './repo';

export const registerImportQueue = 'register.import';
const importTimeoutMs = 15 * 60_000;

/** Reads an archive against what a register holds. Writes nothing. */
function plan(
  client: Db | Tx,
  scope: WorkspaceScope,
  registerId: string,
  bytes: Uint8Array,
  { dateOrders }: RegisterImportOptions,
): Promise<Plan> {
  return planFiles(client, scope, registerId, { ...openArchive(bytes), dateOrders });
}

function nameOf(name: string): string {
  return (
    name
      .replace(/[\u0000-\u001f\u007f]/g, '')
      .toWellFormed()
      .slice(0, 200) || 'files'
  );
}

async function insertArchive(
  scope: WorkspaceScope,
  registerId: string,
  { name, bytes }: NamedArchive,
  options: RegisterImportOptions,
): Promise<{ id: string }> {
  const id = newId();
  await repo.insertImport(database(), scope, {
    id,
    registerId,
    name: nameOf(name),
    content: bytes,
    byteLength: bytes.length,
    options,
    createdById: scope.memberId,
    createdAt: now(),
  });
  return { id };
}

async function archiveOf(files: readonly File[], paths: readonly string[]): Promise<NamedArchive> {
  checkAmount(
    files.length,
    files.reduce((sum, { size }) => sum + size, 0),
  );
  if (paths.length > 0 && paths.length !== files.length) {
    throw invalid('paths', `has ${paths.length} entries for ${files.length} files; give one for each, or none.`);
  }
  const read: RecordFile[] = [];
  for (const [index, file] of files.entries()) {
    read.push({ path: paths[index] || file.name, content: new Uint8Array(await file.arrayBuffer()) });
  }
  const [first, second] = read;
  if (first && !second && isArchive(first.path, first.content))
    return { name: first.path, bytes: new Uint8Array(first.content) };
  const folders = new Set(read.map(({ path }) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '')));
  const [folder = ''] = folders;
  const name = first && !second ? first.path : folders.size === 1 && folder ? folder : `${read.length} files`;
  return { name, bytes: packFiles(read) };
}

// Without the answers of before, dates that were read with them would be unread again.
async function inheritedOptions(scope: WorkspaceScope, registerId: string): Promise<RegisterImportOptions> {
  const last = registerImportOptions.safeParse(await repo.findLastOptions(database(), scope, registerId));
  return last.data ?? { dateOrders: {} };
}

/** Keeps files byte for byte, so that they can be previewed and imported once. Refuses first what is too much or unsafe. */
export async function uploadFiles(
  scope: WorkspaceScope,
  input: { register: string; files: File[]; paths: string[] },
): Promise<{ id: string }> {
  const register = await getRegister(scope, input.register);
  const archive = await archiveOf(input.files, input.paths);
  openArchive(archive.bytes);
  return insertArchive(scope, register.id, archive, await inheritedOptions(scope, register.id));
}

async function mustFind(scope: WorkspaceScope, id: string): Promise<repo.StoredImport> {
  const found = await repo.findImport(database(), scope, id);
  if (!found) throw notFound('This import');
  return found;
}

const importedAlready = ({ name }: repo.StoredImport): AppError =>
  new AppError('conflict', { userMessage: `${name} was imported already.` });

const optionsOf = (stored: repo.StoredImport): RegisterImportOptions =>
  registerImportOptions.safeParse(stored.options).data ?? { dateOrders: {} };

/** What importing the files would do. Answers about dates are kept with them; those given before count until changed. */
export async function previewImport(
  scope: WorkspaceScope,
  id: string,
  asked: RegisterImportOptions,
): Promise<RegisterImportPreview> {
  const stored = await mustFind(scope, id);
  if (stored.status === 'done' || stored.status === 'undone') {
    throw importedAlready(stored);
  }
  const options = { dateOrders: { ...optionsOf(stored).dateOrders, ...asked.dateOrders } };
  const content = await repo.findContent(database(), scope, stored);
  const planned = await plan(database(), scope, stored.registerId, content, options);
  await repo.claimImport(database(), scope, id, ['uploaded', 'failed'], { options });
  return presentPreview(stored, planView.describe(planned));
}

/** Imports what was uploaded: all of it or nothing. */
export async function performImport(scope: WorkspaceScope, id: string, options: RegisterImportOptions): Promise<Plan> {
  const stored = await mustFind(scope, id);
  return transact(
    scope,
    'register.import',
    async (tx, record) => {
      await holdRelations(tx, scope);
      const register = await holdRegister(tx, scope, stored.register.slug);
      await holdRecords(tx, scope, register.id);
      // A job that is delivered twice, or a second caller, must not record "nothing changed" over what was done.
      if (await repo.isDone(tx, scope, id)) throw importedAlready(stored);
      const planned = await plan(tx, scope, register.id, await repo.findContent(tx, scope, stored), options);
      const counts = { ...planView.count(planned), unknown: unknownIn(planned) };
      const filesTotal = countWritten(planned);
      const at = now();
      // Outside the transaction, so that others see how far it is; the row is not written in it before the end.
      const progress = (filesDone: number) => repo.updateImport(database(), scope, id, { filesDone, filesTotal });
      await progress(0);
      await writePlan(tx, scope, planned, { name: stored.name, at }, progress);
      // Every file is now kept in its own place.
      const done = {
        status: 'done',
        content: new Uint8Array(),
        byteLength: 0,
        result: counts,
        finishedAt: at,
      } as const;
      await repo.updateImport(tx, scope, id, { ...done, filesDone: filesTotal, options, error: null });
      const { name } = stored;
      record({ subjectType: 'registerImport', subjectId: id, data: { name, register: register.slug, ...counts } });
      return planned;
    },
    { timeoutMs: importTimeoutMs },
  );
}

const unknownIn = ({ items }: Plan): number =>
  items.filter(({ action, outside }) => action === 'create' && outside.status === 'unknown').length;

/** Starts an import in the background and says where it stands; ask `status` for how far it is. */
export async function startImport(
  scope: WorkspaceScope,
  id: string,
  asked: RegisterImportOptions,
): Promise<RegisterImportStatus> {
  const stored = await mustFind(scope, id);
  const options = { dateOrders: { ...optionsOf(stored).dateOrders, ...asked.dateOrders } };
  const started = {
    status: 'running',
    error: null,
    startedAt: now(),
    finishedAt: null,
    filesDone: 0,
    filesTotal: 0,
    options,
  } as const;
  const claimed = await repo.claimImport(database(), scope, id, ['uploaded', 'failed'], started);
  if (!claimed) {
    throw new AppError('conflict', { userMessage: `${stored.name} is being imported or was imported already.` });
  }
  try {
    await enqueue(registerImportQueue, { workspaceId: scope.workspaceId, memberId: scope.memberId, id, options });
  } catch (error) {
    await markFailed(scope, id, 'The import could not be started. Nothing was written; try it again.');
    throw error;
  }
  return importStatus(scope, id);
}

/** What became of an import that failed: the sentence the person sees. The files stay and can be tried again. */
export async function markFailed(scope: WorkspaceScope, id: string, message: string): Promise<void> {
  await repo.claimImport(database(), scope, id, ['running', 'uploaded'], {
    status: 'failed',
    error: message.slice(0, 2000),
    finishedAt: now(),
  });
}

export async function importStatus(scope: WorkspaceScope, id: string): Promise<RegisterImportStatus> {
  return presentImport(await mustFind(scope, id));
}

export async function listImports(
  scope: WorkspaceScope,
  register: string | undefined,
): Promise<RegisterImportStatus[]> {
  return (await repo.findImports(database(), scope, register)).map(presentImport);
}

/** Files straight to their result, for the API. `dryRun` answers what it would do and keeps nothing. */
export async function importFiles(
  scope: WorkspaceScope,
  slug: string,
  archive: NamedArchive,
  { dryRun }: { dryRun: boolean },
): Promise<ImportedRecords> {
  const register = await getRegister(scope, slug);
  const options = await inheritedOptions(scope, register.id);
  if (dryRun) {
    return presentRecords(planView.describe(await plan(database(), scope, register.id, archive.bytes, options)));
  }
  openArchive(archive.bytes);
  const { id } = await insertArchive(scope, register.id, archive, options);
  try {
    return presentRecords(planView.describe(await performImport(scope, id, options)));
  } catch (error) {
    await repo.deleteImport(database(), scope, id);
    throw error;
  }
}

/** Forgets files that were uploaded a week ago and never imported. */
export function forgetAbandonedImports(): Promise<number> {
  return repo.deleteAbandoned(database(), fromNow(-7 * dayMs));
}
