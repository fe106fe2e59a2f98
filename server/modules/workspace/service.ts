import { may, scopeForFounder, type WorkspaceScope } from '@/server/access/scope';
import { handOver } from '@/server/modules/member/service';
import { now } from '@/server/platform/clock';
import { database, type Tx } from '@/server/platform/db';
import { AppError, invalid, notFound } from '@/server/platform/errors';
import { transact } from '@/server/platform/transact';
import { isDuplicate } from '@/server/platform/unique';
import type { CreateWorkspace, UpdateWorkspace, WorkspaceRecord } from './contract';
import * as repo from './repo';

/** The workspaces of a person, by name. */
export async function listMyWorkspaces(userId: string) {
  return repo.findWorkspacesOf(database(), userId);
}

/** Writes a new workspace and its owner inside a transaction that may also write the owner as a person. */
export async function foundWorkspace(tx: Tx, scope: WorkspaceScope, name: string): Promise<void> {
  if (!scope.memberId || !scope.userId) throw new Error('A workspace needs a founder.');
  const { memberId, userId } = scope;
  await repo.insertWorkspace(tx, scope, { name, createdAt: now(), memberId, userId });
}

export function slugTaken(slug: string): AppError {
  const message = `“${slug}” is taken, choose another address`;
  return new AppError('conflict', { userMessage: `slug: ${message}`, fields: [{ path: 'slug', message }] });
}

/** Creates a workspace of which the signed-in person is the owner. Errors: `conflict` when the address is taken. */
export async function createWorkspace(userId: string, input: CreateWorkspace, requestId: string) {
  const scope = scopeForFounder({ slug: input.slug, userId, requestId });
  try {
    await transact(scope, 'workspace.create', async (tx, record) => {
      await foundWorkspace(tx, scope, input.name);
      record({ subjectType: 'workspace', subjectId: scope.workspaceId, data: { name: input.name } });
    });
  } catch (error) {
    if (isDuplicate(error)) throw slugTaken(input.slug);
    throw error;
  }
  return { slug: input.slug, name: input.name };
}

async function present(client: Tx, scope: WorkspaceScope): Promise<WorkspaceRecord> {
  const found = await repo.findWorkspace(client, scope);
  if (!found) throw notFound('The workspace');
  const { _count, ...workspace } = found;
  return {
    ...workspace,
    counts: _count,
    role: scope.role,
    abilities: {
      manage: may(scope, 'workspace:manage'),
      own: may(scope, 'workspace:own'),
      manageMembers: may(scope, 'member:manage'),
      manageTokens: may(scope, 'token:manage'),
      readAudit: may(scope, 'audit:read'),
      writeDebts: may(scope, 'debt:write'),
      writeDecisions: may(scope, 'decision:write'),
    },
  };
}

export async function getWorkspace(scope: WorkspaceScope): Promise<WorkspaceRecord> {
  return present(database(), scope);
}

/** Changes name, debt prefix or severity floor. Errors: `stale` with the stored record. */
export async function updateWorkspace(scope: WorkspaceScope, input: UpdateWorkspace): Promise<WorkspaceRecord> {
  const { workspace: _, version, ...change } = input;
  return transact(scope, 'workspace.update', async (tx, record) => {
    const done = await repo.updateWorkspace(tx, scope, version, change);
    const current = await present(tx, scope);
    if (!done) {
      throw new AppError('stale', {
        userMessage: 'Someone else changed these settings while you had them open.',
        details: { current },
      });
    }
    record({ subjectType: 'workspace', subjectId: scope.workspaceId, data: change });
    return current;
  });
}

/** Deletes the workspace with everything in it, for good. Errors: `invalid` when the typed name differs. */
export async function deleteWorkspace(scope: WorkspaceScope, confirmName: string) {
  return transact(scope, 'workspace.delete', async (tx) => {
    await repo.lockWorkspace(tx, scope);
    const found = await present(tx, scope);
    if (confirmName.trim() !== found.name)
      throw invalid('confirmName', `is not the name of the workspace, “${found.name}”`);
    await repo.deleteWorkspace(tx, scope);
    return { slug: scope.slug };
  });
}

/** Hands the workspace to another member; the owner becomes an admin. */
export async function transferWorkspace(scope: WorkspaceScope, memberId: string): Promise<WorkspaceRecord> {
  await transact(scope, 'workspace.transfer', async (tx, record) => {
    await repo.lockWorkspace(tx, scope);
    const heir = await handOver(tx, scope, memberId);
    record({ subjectType: 'member', subjectId: heir.id, data: { role: 'owner', before: heir.role } });
  });
  const role = scope.memberId === memberId ? 'owner' : 'admin';
  const abilities = {
    manage: true,
    own: role === 'owner',
    manageMembers: true,
    manageTokens: true,
    readAudit: true,
    writeDebts: true,
    writeDecisions: true,
  };
  return { ...(await present(database(), scope)), role, abilities };
}
