import type { WorkspaceScope } from '@/server/access/scope';
import { now } from '@/server/platform/clock';
import { database, type Tx } from '@/server/platform/db';
import { AppError, invalid, notFound } from '@/server/platform/errors';
import { newId } from '@/server/platform/ids';
import { transact } from '@/server/platform/transact';
import { isDuplicate } from '@/server/platform/unique';
import type { CreateSavedView, SavedView, UpdateSavedView } from './contract';
import * as repo from './repo';

const mostViews = 100;

// A view belongs to a person; a job or a workspace token has nobody to keep one for.
function own(scope: WorkspaceScope): WorkspaceScope & { readonly memberId: string } {
  const { memberId } = scope;
  if (!memberId) throw new AppError('forbidden', { userMessage: 'Saved views belong to people.' });
  return { ...scope, memberId };
}

async function mustFind(
  client: Parameters<typeof repo.findView>[0],
  scope: WorkspaceScope,
  id: string,
): Promise<SavedView> {
  const view = await repo.findView(client, own(scope), id);
  if (!view) throw notFound('The saved view');
  return view;
}

async function withUniqueName<Result>(name: string | undefined, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const message = `you already have a view called “${name}”`;
    throw new AppError('conflict', { userMessage: `name: ${message}`, fields: [{ path: 'name', message }] });
  }
}

async function insert(tx: Tx, scope: WorkspaceScope, view: SavedView): Promise<SavedView> {
  if ((await repo.countViews(tx, own(scope))) >= mostViews) {
    throw invalid('name', `at most ${mostViews} views a person; delete one first`);
  }
  await repo.insertView(tx, own(scope), { ...view, createdAt: now() });
  return view;
}

/** The caller's own views by name. */
export async function listSavedViews(scope: WorkspaceScope): Promise<SavedView[]> {
  return scope.memberId ? repo.findViews(database(), own(scope)) : [];
}

/** Keeps a view under a name. Errors: `conflict` when the caller has one of that name. */
export async function createSavedView(scope: WorkspaceScope, input: CreateSavedView): Promise<SavedView> {
  const { name, query } = input;
  return withUniqueName(name, () =>
    transact(scope, 'savedView.create', async (tx, record) => {
      const view = await insert(tx, scope, { id: newId(), name, query });
      record({ subjectType: 'savedView', subjectId: view.id });
      return view;
    }),
  );
}

/** Renames a view or points it at other filters. Errors: `conflict` when the caller has one of that name. */
export async function updateSavedView(scope: WorkspaceScope, input: UpdateSavedView): Promise<SavedView> {
  const { id, name, query } = input;
  return withUniqueName(name, () =>
    transact(scope, 'savedView.update', async (tx, record) => {
      await mustFind(tx, scope, id);
      await repo.updateView(tx, own(scope), id, { name, query });
      record({ subjectType: 'savedView', subjectId: id });
      return mustFind(tx, scope, id);
    }),
  );
}

/** Deletes a view and returns it, so that it can be restored. */
export async function deleteSavedView(scope: WorkspaceScope, id: string): Promise<SavedView> {
  return transact(scope, 'savedView.delete', async (tx, record) => {
    const view = await mustFind(tx, scope, id);
    await repo.deleteView(tx, own(scope), id);
    record({ subjectType: 'savedView', subjectId: id });
    return view;
  });
}

/** Takes a deletion back. Restoring what is there already changes nothing. */
export async function restoreSavedView(scope: WorkspaceScope, view: SavedView): Promise<SavedView> {
  return withUniqueName(view.name, () =>
    transact(scope, 'savedView.restore', async (tx, record) => {
      const existing = await repo.findView(tx, own(scope), view.id);
      if (existing) return existing;
      const { id, name, query } = view;
      record({ subjectType: 'savedView', subjectId: id });
      return insert(tx, scope, { id, name, query });
    }),
  );
}
