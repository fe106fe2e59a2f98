import { may, type WorkspaceScope } from '@/server/access/scope';
import { now } from '@/server/platform/clock';
import { database, type Tx } from '@/server/platform/db';
import { AppError, invalid, notFound } from '@/server/platform/errors';
import { newId } from '@/server/platform/ids';
import { transact } from '@/server/platform/transact';
import { isDuplicate } from '@/server/platform/unique';
import type { CreateTeam, TeamRecord, UpdateTeam } from './contract';
import * as repo from './repo';

function present(scope: WorkspaceScope, team: repo.StoredTeam): TeamRecord {
  const { members, _count, ...rest } = team;
  return {
    ...rest,
    members: members.map(({ member }) => ({ id: member.id, ...member.user })),
    services: _count.services,
    openDebts: _count.debts,
    abilities: { edit: may(scope, 'team:write') },
  };
}

async function read(client: Tx, scope: WorkspaceScope, key: string): Promise<TeamRecord> {
  const team = await repo.findTeam(client, scope, key);
  if (!team) throw notFound(`Team “${key}”`);
  return present(scope, team);
}

/** The teams of the workspace by name, with their people. */
export async function listTeams(scope: WorkspaceScope): Promise<TeamRecord[]> {
  return (await repo.findTeams(database(), scope)).map((team) => present(scope, team));
}

/** The ids of teams by their keys. Throws `invalid` for a key that no team has. */
export async function teamIdsOf(client: Tx, scope: WorkspaceScope, keys: string[]): Promise<string[]> {
  const found = await repo.findTeamIds(client, scope, keys);
  const missing = keys.filter((key) => !found.some((team) => team.key === key));
  if (missing.length > 0)
    throw invalid('teams', `no team ${missing.map((key) => `“${key}”`).join(', ')} in this workspace`);
  return found.map((team) => team.id);
}

function keyTaken(field: string, key: string): AppError {
  const message = `“${key}” is the key of another team`;
  return new AppError('conflict', { userMessage: `${field}: ${message}`, fields: [{ path: field, message }] });
}

// No key that a person can type has this sign.
const tombstoneMark = '~';

/** Frees a key that only a deleted team still has. */
async function takeKey(tx: Tx, scope: WorkspaceScope, key: string) {
  const buried = await repo.findDeletedTeam(tx, scope, key);
  if (!buried?.deletedAt) return;
  await repo.setDeleted(tx, scope, buried.id, {
    deletedAt: buried.deletedAt,
    key: `${key}${tombstoneMark}${buried.id}`,
  });
}

async function setMembers(tx: Tx, scope: WorkspaceScope, teamId: string, memberIds: string[]) {
  if ((await repo.countMembers(tx, scope, memberIds)) !== memberIds.length) {
    throw invalid('members', 'names someone who is not a member of this workspace');
  }
  await repo.replaceMembers(tx, scope, teamId, memberIds);
}

/** Creates a team. Errors: `conflict` when the key is taken. */
export async function createTeam(scope: WorkspaceScope, input: CreateTeam): Promise<TeamRecord> {
  const { key, name, members } = input;
  try {
    return await transact(scope, 'team.create', async (tx, record) => {
      const id = newId();
      await takeKey(tx, scope, key);
      await repo.insertTeam(tx, scope, { id, key, name, createdAt: now() });
      await setMembers(tx, scope, id, members);
      record({ subjectType: 'team', subjectId: id, data: { key, name, members: members.length } });
      return read(tx, scope, key);
    });
  } catch (error) {
    if (isDuplicate(error)) throw keyTaken('key', key);
    throw error;
  }
}

/** Renames a team or changes who is in it. Errors: `stale` with the stored record, `conflict` when the key is taken. */
export async function updateTeam(scope: WorkspaceScope, input: UpdateTeam): Promise<TeamRecord> {
  const { key, version, name, newKey, members } = input;
  try {
    return await transact(scope, 'team.update', async (tx, record) => {
      const current = await read(tx, scope, key);
      if (newKey) await takeKey(tx, scope, newKey);
      if (!(await repo.updateTeam(tx, scope, current.id, version, { key: newKey, name }))) {
        throw new AppError('stale', {
          userMessage: `Someone else changed the team ${current.name} while you had it open.`,
          details: { current },
        });
      }
      if (members) await setMembers(tx, scope, current.id, members);
      const data = {
        ...(name && { name }),
        ...(newKey && { key: newKey }),
        ...(members && { members: members.length }),
      };
      record({ subjectType: 'team', subjectId: current.id, data });
      return read(tx, scope, newKey ?? key);
    });
  } catch (error) {
    if (isDuplicate(error)) throw keyTaken('newKey', newKey ?? key);
    throw error;
  }
}

/** Deletes a team. Its key may be taken again, and debts and services keep it until they are given another. */
export async function deleteTeam(scope: WorkspaceScope, key: string) {
  return transact(scope, 'team.delete', async (tx, record) => {
    const { id, name } = await read(tx, scope, key);
    await repo.setDeleted(tx, scope, id, { deletedAt: now(), key });
    record({ subjectType: 'team', subjectId: id, data: { key, name } });
    return { id, key, name };
  });
}

/** Takes a deletion back. Errors: `conflict` when another team has the key by now. */
export async function restoreTeam(scope: WorkspaceScope, id: string): Promise<TeamRecord> {
  const team = await repo.findTeamById(database(), scope, id);
  if (!team) throw notFound('The team');
  const key = team.key.split(tombstoneMark)[0] ?? team.key;
  try {
    return await transact(scope, 'team.restore', async (tx, record) => {
      if (team.deletedAt) {
        await takeKey(tx, scope, key);
        await repo.setDeleted(tx, scope, id, { deletedAt: null, key });
        record({ subjectType: 'team', subjectId: id, data: { key, name: team.name } });
      }
      return read(tx, scope, key);
    });
  } catch (error) {
    if (isDuplicate(error)) throw keyTaken('key', key);
    throw error;
  }
}
