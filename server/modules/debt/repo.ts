import { Prisma } from '@/generated/prisma/client';
import type { WorkspaceScope } from '@/server/access/scope';
import type { Db, Tx } from '@/server/platform/db';
import { parseable } from '@/server/platform/full-text';
import { isId } from '@/server/platform/ids';

type Client = Db | Tx;

const personOf = { select: { id: true, user: { select: { name: true, email: true } } } } as const;

export const rowInclude = {
  owner: personOf,
  team: { select: { key: true, name: true } },
  services: {
    select: { service: { select: { key: true, name: true } } },
    orderBy: { service: { key: 'asc' } },
  },
} as const satisfies Prisma.DebtInclude;

const recordInclude = {
  ...rowInclude,
  creator: personOf,
  mergedInto: { select: { number: true, title: true } },
  sources: { orderBy: { createdAt: 'asc' } },
  decisions: {
    where: { decision: { deletedAt: null } },
    select: { decisionId: true },
    orderBy: { decisionId: 'asc' },
  },
} as const satisfies Prisma.DebtInclude;

export type StoredDebt = Prisma.DebtGetPayload<{ include: typeof recordInclude }>;
export type StoredRow = Prisma.DebtGetPayload<{ include: typeof rowInclude }>;

export async function findDebt(client: Client, scope: WorkspaceScope, number: number): Promise<StoredDebt | null> {
  return client.debt.findUnique({
    where: { workspaceId_number: { workspaceId: scope.workspaceId, number } },
    include: recordInclude,
  });
}

/** Holds the row until the transaction ends, so that two changes of one debt are made one after the other. */
export async function lockDebt(tx: Tx, scope: WorkspaceScope, number: number): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM "Debt" WHERE "workspaceId" = ${scope.workspaceId}::uuid AND "number" = ${number} FOR UPDATE`;
}

/** Takes `count` numbers in a row and returns the first. The workspace's row stays locked until the commit. */
export async function takeNumbers(tx: Tx, scope: WorkspaceScope, count: number): Promise<number> {
  const workspace = await tx.workspace.update({
    where: { id: scope.workspaceId },
    data: { nextDebtNumber: { increment: count }, debtRevision: { increment: 1 } },
    select: { nextDebtNumber: true },
  });
  return workspace.nextDebtNumber - count;
}

/** Tells caches of counts that debts have changed. */
export async function raiseRevision(tx: Tx, scope: WorkspaceScope): Promise<void> {
  await tx.workspace.update({ where: { id: scope.workspaceId }, data: { debtRevision: { increment: 1 } } });
}

type Written = Omit<Prisma.DebtUncheckedCreateInput, 'merged' | 'services' | 'scores' | 'sources' | 'decisions'>;
export type DebtColumns = Partial<Omit<Written, 'workspaceId' | 'id' | 'number' | 'version'>>;
export type NewDebt = DebtColumns & Omit<Written, 'workspaceId'>;

export async function insertDebt(tx: Tx, scope: WorkspaceScope, data: NewDebt): Promise<void> {
  await tx.debt.create({ data: { ...data, workspaceId: scope.workspaceId } });
}

export async function updateDebtColumns(tx: Tx, scope: WorkspaceScope, id: string, data: DebtColumns): Promise<void> {
  await tx.debt.update({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    data: { ...data, version: { increment: 1 } },
  });
}

export async function replaceServices(
  tx: Tx,
  scope: WorkspaceScope,
  debtId: string,
  serviceIds: string[],
): Promise<void> {
  const { workspaceId } = scope;
  await tx.debtService.deleteMany({ where: { workspaceId, debtId } });
  await tx.debtService.createMany({ data: serviceIds.map((serviceId) => ({ workspaceId, debtId, serviceId })) });
}

/** Links a debt to exactly these live decisions; returns the ids that no live decision has, and then links nothing. */
export async function replaceDecisions(
  tx: Tx,
  scope: WorkspaceScope,
  debtId: string,
  decisionIds: string[],
): Promise<string[]> {
  const { workspaceId } = scope;
  const live = { decision: { deletedAt: null } };
  const where = { workspaceId, id: { in: decisionIds }, deletedAt: null };
  const found = new Set((await tx.decision.findMany({ where, select: { id: true } })).map((decision) => decision.id));
  const missing = decisionIds.filter((id) => !found.has(id));
  if (missing.length > 0) return missing;
  await tx.decisionDebt.deleteMany({ where: { workspaceId, debtId, decisionId: { notIn: decisionIds }, ...live } });
  await tx.decisionDebt.createMany({
    data: decisionIds.map((decisionId) => ({ workspaceId, debtId, decisionId, kind: 'incurs' as const })),
    skipDuplicates: true,
  });
  return [];
}

export async function insertScore(
  tx: Tx,
  scope: WorkspaceScope,
  data: Omit<Prisma.ScoreUncheckedCreateInput, 'workspaceId'>,
): Promise<void> {
  await tx.score.create({ data: { ...data, workspaceId: scope.workspaceId } });
}

export async function findScores(client: Client, scope: WorkspaceScope, debtId: string) {
  return client.score.findMany({
    where: { workspaceId: scope.workspaceId, debtId },
    include: { scoredBy: { select: { user: { select: { name: true } } } } },
    orderBy: [{ scoredAt: 'desc' }, { id: 'desc' }],
    take: 500,
  });
}

export async function findActivity(client: Client, scope: WorkspaceScope, debtId: string) {
  return client.auditEvent.findMany({
    where: { workspaceId: scope.workspaceId, subjectType: 'debt', subjectId: debtId },
    include: { actor: { select: { user: { select: { name: true } } } } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 100,
  });
}

/** The imports that made a debt or wrote to it last, those left out that were taken back. */
export async function findImportsOf(client: Client, scope: WorkspaceScope, debtId: string) {
  const { workspaceId } = scope;
  const sources = await client.debtSource.findMany({ where: { workspaceId, debtId }, select: { importId: true } });
  const ids = sources.flatMap(({ importId }) => importId ?? []);
  return client.debtImport.findMany({
    where: { workspaceId, OR: [{ debts: { some: { id: debtId } } }, { id: { in: ids }, status: 'done' }] },
    select: {
      id: true,
      fileName: true,
      createdAt: true,
      finishedAt: true,
      createdBy: { select: { user: { select: { name: true } } } },
      debts: { where: { id: debtId }, select: { id: true } },
    },
  });
}

export async function findLastEditor(client: Client, scope: WorkspaceScope, debtId: string): Promise<string | null> {
  const last = await client.auditEvent.findFirst({
    where: { workspaceId: scope.workspaceId, subjectType: 'debt', subjectId: debtId },
    select: { actor: { select: { user: { select: { name: true } } } } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  });
  return last?.actor?.user.name ?? null;
}

/** A live member by id or e-mail address. */
export async function findMemberRef(client: Client, scope: WorkspaceScope, ref: string): Promise<string | null> {
  const member = await client.member.findFirst({
    where: {
      workspaceId: scope.workspaceId,
      removedAt: null,
      ...(isId(ref) ? { id: ref } : { user: { email: ref.toLowerCase() } }),
    },
    select: { id: true },
  });
  return member?.id ?? null;
}

export async function findTeamRef(client: Client, scope: WorkspaceScope, key: string): Promise<string | null> {
  const team = await client.team.findFirst({
    where: { workspaceId: scope.workspaceId, key, deletedAt: null },
    select: { id: true },
  });
  return team?.id ?? null;
}

export async function findServiceRefs(client: Client, scope: WorkspaceScope, keys: string[]) {
  return client.service.findMany({
    where: { workspaceId: scope.workspaceId, key: { in: keys }, deletedAt: null },
    select: { id: true, key: true },
  });
}

const written = Prisma.sql`"title" || ' ' || "productSentence" || ' ' || "description"`;

/** Live debts that share a word with the text, best match first. */
export async function findSimilar(
  client: Client,
  scope: WorkspaceScope,
  words: string[],
  limit: number,
): Promise<StoredRow[]> {
  if (words.length === 0) return [];
  const query = words.map((word) => `${word}:*`).join(' | ');
  const matches = await client.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Debt"
    WHERE "workspaceId" = ${scope.workspaceId}::uuid AND "deletedAt" IS NULL
      AND to_tsvector('simple', ${parseable(written)}) @@ to_tsquery('simple', ${query})
      AND to_tsvector('simple', "title") @@ to_tsquery('simple', ${query})
    ORDER BY ts_rank(to_tsvector('simple', "title"), to_tsquery('simple', ${query})) DESC, "number"
    LIMIT ${limit}`;
  const rows = await client.debt.findMany({
    where: { workspaceId: scope.workspaceId, id: { in: matches.map((match) => match.id) } },
    include: rowInclude,
  });
  return matches.flatMap((match) => rows.filter((row) => row.id === match.id));
}

export async function findMemberName(client: Client, scope: WorkspaceScope, memberId: string): Promise<string | null> {
  const member = await client.member.findUnique({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id: memberId } },
    select: { user: { select: { name: true } } },
  });
  return member?.user.name ?? null;
}
