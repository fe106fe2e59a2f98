import { Prisma } from '@/generated/prisma/client';
import type { WorkspaceScope } from '@/server/access/scope';
import type { Db, Tx } from '@/server/platform/db';

type Client = Db | Tx;

const select = {
  id: true,
  slug: true,
  name: true,
  description: true,
  home: true,
  team: { select: { key: true, name: true } },
  template: true,
  approvalsRequired: true,
  lastNumber: true,
  createdAt: true,
  updatedAt: true,
  version: true,
  deletedAt: true,
} as const satisfies Prisma.RegisterSelect;

export type StoredRegister = Prisma.RegisterGetPayload<{ select: typeof select }>;

/** Live registers by name; with `q` those whose slug, name or description contain it. */
export async function findRegisters(client: Client, scope: WorkspaceScope, q: string): Promise<StoredRegister[]> {
  const contains = { contains: q.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } as const;
  return client.register.findMany({
    where: {
      workspaceId: scope.workspaceId,
      deletedAt: null,
      ...(q === '' ? {} : { OR: [{ slug: contains }, { name: contains }, { description: contains }] }),
    },
    select,
    orderBy: [{ name: 'asc' }, { slug: 'asc' }],
  });
}

/** One register, deleted or not. */
export async function findRegister(
  client: Client,
  scope: WorkspaceScope,
  slug: string,
): Promise<StoredRegister | null> {
  return client.register.findUnique({
    where: { workspaceId_slug: { workspaceId: scope.workspaceId, slug } },
    select,
  });
}

export async function findRegisterById(client: Client, scope: WorkspaceScope, id: string) {
  return client.register.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    select,
  });
}

export type RegisterCounts = { decisions: number; open: number; inForce: number; due: number };

/** Counts of live records per register. The rule of what is due is that of server/domain/decision/due. */
export async function countDecisions(
  client: Client,
  scope: WorkspaceScope,
  today: string,
  registerId: string | null = null,
): Promise<Map<string, RegisterCounts>> {
  const only = registerId === null ? Prisma.empty : Prisma.sql`AND "registerId" = ${registerId}::uuid`;
  const rows = await client.$queryRaw<(RegisterCounts & { registerId: string })[]>`
    SELECT "registerId"::text, count(*)::int AS "decisions",
      count(*) FILTER (WHERE "status" IN ('draft', 'proposed'))::int AS "open",
      count(*) FILTER (WHERE "status" = 'accepted')::int AS "inForce",
      count(*) FILTER (WHERE "status" = 'accepted' AND ("conditionMetAt" IS NOT NULL
        OR "expiresOn" <= ${today}::date OR "revisitOn" <= ${today}::date))::int AS "due"
    FROM "Decision" WHERE "workspaceId" = ${scope.workspaceId}::uuid AND "deletedAt" IS NULL ${only}
    GROUP BY "registerId"`;
  return new Map(rows.map(({ registerId: id, ...counts }) => [id, counts]));
}

export async function countLive(client: Client, scope: WorkspaceScope, registerId: string): Promise<number> {
  return client.decision.count({ where: { workspaceId: scope.workspaceId, registerId, deletedAt: null } });
}

/** Holds the row until the transaction ends: numbers are given and records are added under it. */
export async function lockRegister(tx: Tx, scope: WorkspaceScope, id: string): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM "Register" WHERE "workspaceId" = ${scope.workspaceId}::uuid AND "id" = ${id}::uuid FOR UPDATE`;
}

export async function lockRegisterBySlug(tx: Tx, scope: WorkspaceScope, slug: string): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM "Register" WHERE "workspaceId" = ${scope.workspaceId}::uuid AND "slug" = ${slug} FOR UPDATE`;
}

/** The next number of a register. Hold its row. */
export async function takeNumber(tx: Tx, scope: WorkspaceScope, id: string): Promise<number> {
  const { lastNumber } = await tx.register.update({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    data: { lastNumber: { increment: 1 } },
    select: { lastNumber: true },
  });
  return lastNumber;
}

/** Keeps the numbers to come above one that was given from outside. */
export async function raiseLastNumber(tx: Tx, scope: WorkspaceScope, id: string, number: number): Promise<void> {
  await tx.register.updateMany({
    where: { workspaceId: scope.workspaceId, id, lastNumber: { lt: number } },
    data: { lastNumber: number },
  });
}

export type RegisterColumns = Partial<
  Omit<Prisma.RegisterCreateManyInput, 'workspaceId' | 'id' | 'slug' | 'version' | 'createdAt'>
>;

/** False when the slug is taken, by a live register or a deleted one. */
export async function insertRegister(
  tx: Tx,
  scope: WorkspaceScope,
  data: Omit<Prisma.RegisterCreateManyInput, 'workspaceId'>,
): Promise<boolean> {
  const { count } = await tx.register.createMany({
    data: [{ ...data, workspaceId: scope.workspaceId }],
    skipDuplicates: true,
  });
  return count === 1;
}

export async function updateRegisterColumns(
  tx: Tx,
  scope: WorkspaceScope,
  id: string,
  data: RegisterColumns,
): Promise<void> {
  await tx.register.update({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    data: { ...data, version: { increment: 1 } },
  });
}

export async function findTeamId(client: Client, scope: WorkspaceScope, key: string): Promise<string | null> {
  const team = await client.team.findFirst({
    where: { workspaceId: scope.workspaceId, key, deletedAt: null },
    select: { id: true },
  });
  return team?.id ?? null;
}
