import type { WorkspaceScope } from '@/server/access/scope';
import { database } from '@/server/platform/db';

/** Events after one that a listener already has, oldest first. Ids are UUIDv7, so their order is that of time. */
export async function findEventsAfter(scope: WorkspaceScope, afterId: string, limit: number) {
  return database().outboxEvent.findMany({
    where: { workspaceId: scope.workspaceId, id: { gt: afterId } },
    orderBy: { id: 'asc' },
    take: limit,
  });
}

export async function findNewestEventId(scope: WorkspaceScope): Promise<string | null> {
  const newest = await database().outboxEvent.findFirst({
    where: { workspaceId: scope.workspaceId },
    orderBy: { id: 'desc' },
    select: { id: true },
  });
  return newest?.id ?? null;
}

export async function deleteEventsBefore(at: Date): Promise<number> {
  const { count } = await database().outboxEvent.deleteMany({ where: { createdAt: { lt: at } } });
  return count;
}
