import type { Prisma } from '@/generated/prisma/client';
import type { WorkspaceScope } from '@/server/access/scope';
import type { RelationType } from '@/server/domain/decision/status';
import type { Db, Tx } from '@/server/platform/db';

type Client = Db | Tx;

// Two relations written at once could close a circle that neither sees: one is written after the other.
export async function lockRelations(tx: Tx, scope: WorkspaceScope): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`relations ${scope.workspaceId}`}, 0))`;
}

export async function findRelation(client: Client, scope: WorkspaceScope, id: string) {
  return client.decisionRelation.findUnique({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    select: {
      id: true,
      fromId: true,
      toId: true,
      type: true,
      targetText: true,
      from: { select: { id: true, title: true } },
      to: { select: { id: true, title: true } },
    },
  });
}

/** The relation of one type between two records, in this direction or, for what holds both ways, in either. */
export async function findBetween(
  client: Client,
  scope: WorkspaceScope,
  relation: { fromId: string; toId: string; type: RelationType; eitherWay: boolean },
) {
  const { fromId, toId, type, eitherWay } = relation;
  const ends = [{ fromId, toId }, ...(eitherWay ? [{ fromId: toId, toId: fromId }] : [])];
  return client.decisionRelation.findFirst({
    where: { workspaceId: scope.workspaceId, type, OR: ends },
    select: { id: true, partial: true },
  });
}

/** The live records that a record supersedes in whole. */
export async function findSuperseded(client: Client, scope: WorkspaceScope, fromId: string): Promise<string[]> {
  const relations = await client.decisionRelation.findMany({
    where: { workspaceId: scope.workspaceId, fromId, type: 'supersedes', partial: false, to: { deletedAt: null } },
    select: { toId: true },
  });
  return relations.flatMap(({ toId }) => toId ?? []);
}

/** The relations a record has to live records. */
export async function findOwn(client: Client, scope: WorkspaceScope, fromId: string) {
  return client.decisionRelation.findMany({
    where: { workspaceId: scope.workspaceId, fromId, to: { deletedAt: null } },
    select: { id: true, toId: true, type: true, partial: true },
  });
}

/** The slug of a record's register and the keys of its live services. */
export async function findBelongings(client: Client, scope: WorkspaceScope, id: string) {
  const { register, services } = await client.decision.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    select: {
      register: { select: { slug: true } },
      services: { where: { service: { deletedAt: null } }, select: { service: { select: { key: true } } } },
    },
  });
  return { register: register.slug, services: services.map(({ service }) => service.key) };
}

export async function insertRelation(
  tx: Tx,
  scope: WorkspaceScope,
  data: Omit<Prisma.DecisionRelationUncheckedCreateInput, 'workspaceId'>,
): Promise<void> {
  await tx.decisionRelation.create({ data: { ...data, workspaceId: scope.workspaceId }, select: { id: true } });
}

export async function setPartial(tx: Tx, scope: WorkspaceScope, id: string, partial: boolean): Promise<void> {
  await tx.decisionRelation.update({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    data: { partial },
    select: { id: true },
  });
}

export async function deleteRelation(tx: Tx, scope: WorkspaceScope, id: string): Promise<void> {
  await tx.decisionRelation.delete({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    select: { id: true },
  });
}

export async function putDebt(
  tx: Tx,
  scope: WorkspaceScope,
  link: { decisionId: string; debtId: string; kind: 'incurs' | 'resolves' },
): Promise<void> {
  const { decisionId, debtId, kind } = link;
  const { workspaceId } = scope;
  await tx.decisionDebt.upsert({
    where: { workspaceId_decisionId_debtId: { workspaceId, decisionId, debtId } },
    create: { workspaceId, ...link },
    update: { kind },
    select: { kind: true },
  });
}

/** The live decisions that a debt is linked to, the latest change of status first. */
export async function findDecisionsOfDebt(client: Client, scope: WorkspaceScope, debtId: string) {
  return client.decisionDebt.findMany({
    where: { workspaceId: scope.workspaceId, debtId, decision: { deletedAt: null } },
    select: {
      kind: true,
      decision: {
        select: {
          id: true,
          number: true,
          title: true,
          status: true,
          register: { select: { slug: true, name: true } },
        },
      },
    },
    orderBy: [{ decision: { statusChangedAt: 'desc' } }, { decisionId: 'asc' }],
  });
}

/** How many links there were. */
export async function removeDebt(tx: Tx, scope: WorkspaceScope, decisionId: string, debtId: string): Promise<number> {
  const { count } = await tx.decisionDebt.deleteMany({
    where: { workspaceId: scope.workspaceId, decisionId, debtId },
  });
  return count;
}

/** Takes every link away but those to the debts that are kept; links to deleted debts stay for when they come back. */
export async function removeOtherDebts(
  tx: Tx,
  scope: WorkspaceScope,
  decisionId: string,
  kept: string[],
): Promise<void> {
  await tx.decisionDebt.deleteMany({
    where: { workspaceId: scope.workspaceId, decisionId, debtId: { notIn: kept }, debt: { deletedAt: null } },
  });
}
