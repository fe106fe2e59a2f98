import type { WorkspaceScope } from '@/server/access/scope';
import type { Db, Tx } from '@/server/platform/db';

type Client = Db | Tx;

const authorOf = { select: { user: { select: { name: true } } } } as const;

/** What the rules of a revision need to know of its record; deleted ones too. */
export async function findSubject(client: Client, scope: WorkspaceScope, decisionId: string) {
  return client.decision.findUnique({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id: decisionId } },
    select: { number: true, status: true, revision: true, createdAt: true },
  });
}

/** The newest revisions first, without their texts. */
export async function findRevisions(client: Client, scope: WorkspaceScope, decisionId: string, take: number) {
  return client.decisionRevision.findMany({
    where: { workspaceId: scope.workspaceId, decisionId },
    select: { number: true, title: true, note: true, createdAt: true, author: authorOf },
    orderBy: { number: 'desc' },
    take,
  });
}

export async function findRevision(client: Client, scope: WorkspaceScope, decisionId: string, number: number) {
  return client.decisionRevision.findUnique({
    where: { workspaceId_decisionId_number: { workspaceId: scope.workspaceId, decisionId, number } },
    select: {
      number: true,
      title: true,
      productSentence: true,
      body: true,
      note: true,
      createdAt: true,
      author: authorOf,
    },
  });
}

/** The last revision that was there before an instant. */
export async function findRevisionBefore(client: Client, scope: WorkspaceScope, decisionId: string, before: Date) {
  return client.decisionRevision.findFirst({
    where: { workspaceId: scope.workspaceId, decisionId, createdAt: { lt: before } },
    select: { number: true },
    orderBy: { number: 'desc' },
  });
}

/** Every change of status, the oldest first. */
export async function findMoves(client: Client, scope: WorkspaceScope, decisionId: string) {
  return client.decisionAct.findMany({
    where: { workspaceId: scope.workspaceId, decisionId, kind: 'transition' },
    select: { fromStatus: true, toStatus: true, at: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
}
