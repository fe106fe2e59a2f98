import type { WorkspaceScope } from '@/server/access/scope';
import type { Db, Tx } from '@/server/platform/db';

type Client = Db | Tx;

const nodeOf = {
  id: true,
  number: true,
  title: true,
  status: true,
  decidedOn: true,
  deletedAt: true,
  register: { select: { slug: true } },
} as const;

/** A register by its slug, or null. */
export async function findRegister(client: Client, scope: WorkspaceScope, slug: string) {
  return client.register.findFirst({
    where: { workspaceId: scope.workspaceId, slug, deletedAt: null },
    select: { id: true },
  });
}

/** The records of a register, those with a number first and in its order, then the others by age. */
export async function findNodes(client: Client, scope: WorkspaceScope, registerId: string, take: number) {
  return client.decision.findMany({
    where: { workspaceId: scope.workspaceId, registerId, deletedAt: null },
    select: nodeOf,
    orderBy: [{ number: { sort: 'asc', nulls: 'last' } }, { createdAt: 'asc' }, { id: 'asc' }],
    take,
  });
}

/** Relations that begin or end in a register, with both ends. */
export async function findEdges(client: Client, scope: WorkspaceScope, registerId: string, take: number) {
  return client.decisionRelation.findMany({
    where: {
      workspaceId: scope.workspaceId,
      from: { deletedAt: null },
      to: { deletedAt: null },
      OR: [{ from: { registerId } }, { to: { registerId } }],
    },
    select: { type: true, partial: true, from: { select: nodeOf }, to: { select: nodeOf } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take,
  });
}

/** Changes of status in a register, the newest first. */
export async function findTransitions(client: Client, scope: WorkspaceScope, registerId: string, take: number) {
  return client.decisionAct.findMany({
    where: { workspaceId: scope.workspaceId, kind: 'transition', decision: { registerId, deletedAt: null } },
    select: {
      toStatus: true,
      reason: true,
      at: true,
      decision: { select: { id: true, number: true, title: true } },
      member: { select: { user: { select: { name: true } } } },
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take,
  });
}

/** Imported records that no act here has moved since: the day and the status that their file names. */
export async function findDated(client: Client, scope: WorkspaceScope, registerId: string, take: number) {
  return client.decision.findMany({
    where: {
      workspaceId: scope.workspaceId,
      registerId,
      deletedAt: null,
      decidedOn: { not: null },
      acts: { none: { kind: 'transition' } },
    },
    select: { id: true, number: true, title: true, status: true, decidedOn: true, rawStatus: true },
    orderBy: [{ decidedOn: 'desc' }, { id: 'desc' }],
    take,
  });
}
