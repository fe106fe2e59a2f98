import type { WorkspaceScope } from '@/server/access/scope';
import type { Db, Tx } from '@/server/platform/db';

type Text = { title: string; productSentence: string; body: string };

export type NewRevision = Text & {
  decisionId: string;
  number: number;
  note: string;
  authorId: string | null;
  createdAt: Date;
};

export async function insertRevision(tx: Tx, scope: WorkspaceScope, data: NewRevision): Promise<void> {
  await tx.decisionRevision.create({
    data: { ...data, workspaceId: scope.workspaceId },
    select: { number: true },
  });
}

/** Only for revision 1 of a draft that was never proposed. */
export async function rewriteRevision(tx: Tx, scope: WorkspaceScope, data: NewRevision): Promise<void> {
  const { decisionId, number, ...columns } = data;
  await tx.decisionRevision.update({
    where: { workspaceId_decisionId_number: { workspaceId: scope.workspaceId, decisionId, number } },
    data: columns,
    select: { number: true },
  });
}

/** Whether the record has ever changed its status. */
export async function hasMoved(tx: Tx, scope: WorkspaceScope, decisionId: string): Promise<boolean> {
  const act = await tx.decisionAct.findFirst({
    where: { workspaceId: scope.workspaceId, decisionId, kind: 'transition' },
    select: { id: true },
  });
  return act !== null;
}

export async function upsertDraft(
  client: Db | Tx,
  scope: WorkspaceScope,
  draft: Text & { decisionId: string; memberId: string; baseVersion: number; updatedAt: Date },
): Promise<void> {
  const { decisionId, memberId, ...columns } = draft;
  const { workspaceId } = scope;
  await client.decisionDraft.upsert({
    where: { workspaceId_decisionId_memberId: { workspaceId, decisionId, memberId } },
    create: { ...draft, workspaceId },
    update: columns,
    select: { baseVersion: true },
  });
}

export async function deleteDraft(
  client: Db | Tx,
  scope: WorkspaceScope,
  decisionId: string,
  memberId: string,
): Promise<void> {
  await client.decisionDraft.deleteMany({ where: { workspaceId: scope.workspaceId, decisionId, memberId } });
}

export async function hasDecision(client: Db | Tx, scope: WorkspaceScope, id: string): Promise<boolean> {
  const where = { workspaceId_id: { workspaceId: scope.workspaceId, id } };
  return (await client.decision.findUnique({ where, select: { id: true } })) !== null;
}

/** The file an imported record came from. */
export async function findOriginal(client: Db | Tx, scope: WorkspaceScope, decisionId: string) {
  return client.decisionSource.findUnique({
    where: { workspaceId_decisionId: { workspaceId: scope.workspaceId, decisionId } },
    select: { original: true, layout: true, importedAt: true, decision: { select: { sourcePath: true } } },
  });
}
