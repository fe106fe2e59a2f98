import { type Role, roleMay, roleRank, roles } from '@/server/access/permissions';
import { may, type WorkspaceScope } from '@/server/access/scope';
import { createReset, endSessionsOf } from '@/server/modules/account/service';
import { teamIdsOf } from '@/server/modules/team/service';
import { now } from '@/server/platform/clock';
import { database, type Tx } from '@/server/platform/db';
import { AppError, invalid, notFound } from '@/server/platform/errors';
import { transact } from '@/server/platform/transact';
import type { DirectoryEntry, MemberRecord } from './contract';
import * as repo from './repo';

type Placed = { id: string; role: Role };

function refuse(reason: string): AppError {
  return new AppError('forbidden', { userMessage: reason });
}

/** Why the caller may not manage this member, or null. Nobody manages someone above them; owners change by transfer. */
function whyNotManage(scope: WorkspaceScope, member: Placed): string | null {
  if (!may(scope, 'member:manage')) return `The role ${scope.role} does not manage people.`;
  if (member.role === 'owner') return 'The owner can be replaced only by handing the workspace over.';
  if (roleRank(member.role) > roleRank(scope.role)) return `This person's role, ${member.role}, is above yours.`;
  return null;
}

/** The roles that the caller may give: up to their own, and never owner. */
export function assignableRoles(scope: WorkspaceScope): Role[] {
  return roles.filter((role) => role !== 'owner' && roleRank(role) <= roleRank(scope.role));
}

function presentEntry(
  scope: WorkspaceScope,
  member: Awaited<ReturnType<typeof repo.findDirectory>>[number],
): DirectoryEntry {
  const { id, role, user, teams } = member;
  return {
    id,
    role,
    name: user.name,
    email: user.email,
    teams: teams.map(({ team }) => team),
    you: id === scope.memberId,
  };
}

function present(scope: WorkspaceScope, member: repo.ManagedMember): MemberRecord {
  const { user } = member;
  const manageable = whyNotManage(scope, member) === null;
  const you = member.id === scope.memberId;
  return {
    ...presentEntry(scope, member),
    joinedAt: member.joinedAt,
    lastSeenAt: user.lastSeenAt,
    sessions: user._count.sessions,
    signsInWith: [...(user.passwordHash ? ['password'] : []), ...user.accounts.map((account) => account.provider)],
    version: member.version,
    abilities: {
      assignableRoles: manageable ? assignableRoles(scope) : [],
      remove: manageable && !you,
      resetPassword: manageable && !you,
      endSessions: manageable && !you,
      receiveOwnership: may(scope, 'workspace:own') && member.role !== 'owner',
    },
  };
}

/** Everybody in the workspace, for pickers: any member may see it. */
export async function listDirectory(scope: WorkspaceScope): Promise<DirectoryEntry[]> {
  return (await repo.findDirectory(database(), scope)).map((member) => presentEntry(scope, member));
}

/** Everybody in the workspace with how they sign in and what the caller may do about them. */
export async function listMembers(scope: WorkspaceScope): Promise<MemberRecord[]> {
  return (await repo.findManaged(database(), scope, now())).map((member) => present(scope, member));
}

async function mustFind(tx: Tx, scope: WorkspaceScope, id: string) {
  const member = await repo.findMember(tx, scope, id);
  if (!member || member.removedAt) throw notFound('The member');
  return member;
}

async function read(tx: Tx, scope: WorkspaceScope, id: string): Promise<MemberRecord> {
  const member = await repo.findManagedMember(tx, scope, id, now());
  if (!member || member.removedAt) throw notFound('The member');
  return present(scope, member);
}

async function mustManage(tx: Tx, scope: WorkspaceScope, id: string) {
  const member = await mustFind(tx, scope, id);
  const reason = whyNotManage(scope, member);
  if (reason) throw refuse(reason);
  return member;
}

/** Gives a member another role. Errors: `forbidden` above one's own role, for owners, and `stale`. */
export async function changeRole(
  scope: WorkspaceScope,
  input: { id: string; role: Role; version?: number | undefined },
): Promise<MemberRecord> {
  return transact(scope, 'member.changeRole', async (tx, record) => {
    await repo.lockRoles(tx, scope);
    const member = await mustManage(tx, scope, input.id);
    if (!assignableRoles(scope).includes(input.role)) {
      throw refuse(
        input.role === 'owner'
          ? 'Owner is given only by handing the workspace over.'
          : `The role ${input.role} is above yours, ${scope.role}.`,
      );
    }
    if (input.version !== undefined && input.version !== member.version) {
      const current = await read(tx, scope, member.id);
      throw new AppError('stale', { userMessage: 'Someone else changed this person’s role.', details: { current } });
    }
    if (member.role !== input.role) {
      await repo.updateRole(tx, scope, member.id, input.role);
      record({ subjectType: 'member', subjectId: member.id, data: { role: input.role, before: member.role } });
    }
    return read(tx, scope, member.id);
  });
}

/** Puts a member into exactly these teams. Errors: `invalid` for a key that no team has. */
export async function setTeams(scope: WorkspaceScope, id: string, keys: string[]): Promise<MemberRecord> {
  return transact(scope, 'member.setTeams', async (tx, record) => {
    const member = await mustFind(tx, scope, id);
    await repo.replaceTeams(tx, scope, member.id, await teamIdsOf(tx, scope, keys));
    record({ subjectType: 'member', subjectId: member.id, data: { teams: keys } });
    return read(tx, scope, member.id);
  });
}

/** Removes a member. Their tokens and open pages stop working at the next request; what they wrote stays. */
export async function removeMember(scope: WorkspaceScope, id: string) {
  return transact(scope, 'member.remove', async (tx, record) => {
    await repo.lockRoles(tx, scope);
    const member = await mustManage(tx, scope, id);
    if (member.id === scope.memberId) throw refuse('You cannot remove yourself. Leave the workspace instead.');
    await repo.setRemoved(tx, scope, member.id, now());
    record({ subjectType: 'member', subjectId: member.id, data: { role: member.role } });
    return { id: member.id, name: member.user.name };
  });
}

/** Takes a removal back, with the role and the teams there were. */
export async function restoreMember(scope: WorkspaceScope, id: string): Promise<MemberRecord> {
  return transact(scope, 'member.restore', async (tx, record) => {
    await repo.lockRoles(tx, scope);
    const member = await repo.findMember(tx, scope, id);
    if (!member) throw notFound('The member');
    const reason = whyNotManage(scope, member);
    if (reason) throw refuse(reason);
    if (member.removedAt) {
      await repo.setRemoved(tx, scope, member.id, null);
      record({ subjectType: 'member', subjectId: member.id, data: { role: member.role } });
    }
    return read(tx, scope, member.id);
  });
}

/** Gives up one's own place. An owner hands the workspace over first. */
export async function leaveWorkspace(scope: WorkspaceScope) {
  return transact(scope, 'member.leave', async (tx, record) => {
    await repo.lockRoles(tx, scope);
    const member = await mustFind(tx, scope, scope.memberId ?? '');
    if (member.role === 'owner') throw refuse('Hand the workspace over before you leave it.');
    await repo.setRemoved(tx, scope, member.id, now());
    record({ subjectType: 'member', subjectId: member.id });
    return { id: member.id };
  });
}

/** Signs a member out everywhere. */
export async function endMemberSessions(scope: WorkspaceScope, id: string) {
  return transact(scope, 'member.endSessions', async (tx, record) => {
    const member = await mustManage(tx, scope, id);
    const sessionsEnded = await endSessionsOf(tx, member.userId, null);
    record({ subjectType: 'member', subjectId: member.id, data: { sessionsEnded } });
    return { sessionsEnded };
  });
}

/**
 * Makes a link with which a member chooses a new password. Who holds it can become that person everywhere, so the caller
 * has to be an admin in every workspace the person belongs to, and nowhere below them.
 */
export async function createResetLink(scope: WorkspaceScope, id: string) {
  return transact(scope, 'member.resetLink', async (tx, record) => {
    const member = await mustManage(tx, scope, id);
    if (!scope.userId || member.id === scope.memberId) throw refuse('Change your own password under Account.');
    for (const place of await repo.findPlacesElsewhere(tx, scope, member.userId, scope.userId)) {
      const { viewerRole } = place;
      if (!viewerRole || !roleMay(viewerRole, 'member:manage') || roleRank(place.role) > roleRank(viewerRole)) {
        throw refuse(
          'This person also belongs to a workspace in which you may not do this. Ask its admin, or let them sign in another way.',
        );
      }
    }
    const link = await createReset(tx, member.userId, scope.userId);
    record({ subjectType: 'member', subjectId: member.id });
    return link;
  });
}

/** Makes a member the owner and the owner before an admin, inside the transaction of a transfer. */
export async function handOver(tx: Tx, scope: WorkspaceScope, id: string) {
  await repo.lockRoles(tx, scope);
  const heir = await mustFind(tx, scope, id);
  const owners = await repo.findOwners(tx, scope);
  // Read again under the lock: of two transfers at once, the second one is no longer the owner's.
  if (!owners.some((owner) => owner.id === scope.memberId)) throw refuse('Only the owner hands the workspace over.');
  if (heir.role === 'owner') throw invalid('memberId', 'is the owner already');
  for (const owner of owners) await repo.updateRole(tx, scope, owner.id, 'admin');
  await repo.updateRole(tx, scope, heir.id, 'owner');
  return heir;
}

/** Gives the person of a proven invitation their place, inside the transaction that uses it up. */
export async function admit(tx: Tx, scope: WorkspaceScope, teamId: string | null): Promise<void> {
  if (!scope.memberId || !scope.userId) throw new Error('An invitation is accepted by a person.');
  const { memberId, userId, role } = scope;
  const before = await repo.findMember(tx, scope, memberId);
  // An invitation never lowers a role that someone has by now.
  const kept = before && !before.removedAt && roleRank(before.role) > roleRank(role) ? before.role : role;
  await repo.admitMember(tx, scope, { id: memberId, userId, role: kept, joinedAt: now() });
  if (teamId) await repo.joinTeam(tx, scope, memberId, teamId);
}
