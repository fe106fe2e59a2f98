import type { WorkspaceScope } from '@/server/access/scope';
import type { Db, Tx } from '@/server/platform/db';

type Client = Db | Tx;

const select = { key: true, name: true, description: true, body: true, version: true, deletedAt: true } as const;

export async function findTemplates(client: Client, scope: WorkspaceScope) {
  return client.decisionTemplate.findMany({
    where: { workspaceId: scope.workspaceId, deletedAt: null },
    select,
    orderBy: [{ name: 'asc' }, { key: 'asc' }],
  });
}

/** One template of the workspace's own, deleted or not. */
export async function findTemplate(client: Client, scope: WorkspaceScope, key: string) {
  return client.decisionTemplate.findUnique({
    where: { workspaceId_key: { workspaceId: scope.workspaceId, key } },
    select,
  });
}

/** Holds the row until the transaction ends. */
export async function lockTemplate(tx: Tx, scope: WorkspaceScope, key: string): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM "DecisionTemplate" WHERE "workspaceId" = ${scope.workspaceId}::uuid AND "key" = ${key} FOR UPDATE`;
}

type Text = { name: string; description: string; body: string };

/** False when the key is taken, by a live template or a deleted one. */
export async function insertTemplate(
  tx: Tx,
  scope: WorkspaceScope,
  data: Text & { id: string; key: string; createdAt: Date; updatedAt: Date },
): Promise<boolean> {
  const { count } = await tx.decisionTemplate.createMany({
    data: [{ ...data, workspaceId: scope.workspaceId }],
    skipDuplicates: true,
  });
  return count === 1;
}

export async function updateTemplateColumns(
  tx: Tx,
  scope: WorkspaceScope,
  key: string,
  data: Partial<Text> & { updatedAt: Date; deletedAt?: Date | null },
): Promise<void> {
  await tx.decisionTemplate.update({
    where: { workspaceId_key: { workspaceId: scope.workspaceId, key } },
    data: { ...data, version: { increment: 1 } },
  });
}

/** Names of live registers whose new records begin with a template. */
export async function findUsers(client: Client, scope: WorkspaceScope, key: string): Promise<string[]> {
  const registers = await client.register.findMany({
    where: { workspaceId: scope.workspaceId, template: key, deletedAt: null },
    select: { name: true },
    orderBy: { name: 'asc' },
  });
  return registers.map((register) => register.name);
}
