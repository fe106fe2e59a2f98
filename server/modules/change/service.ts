import type { WorkspaceScope } from '@/server/access/scope';
import { dayMs, fromNow } from '@/server/platform/clock';
import { changesOf, whenListening } from '@/server/platform/events';
import type { ChangeEvent } from './contract';
import * as repo from './repo';

const batch = 200;
const nothingYet = '00000000-0000-0000-0000-000000000000';

type StoredEvent = Awaited<ReturnType<typeof repo.findEventsAfter>>[number];

function textOf(payload: unknown, field: string): string | null {
  const value = typeof payload === 'object' && payload !== null ? Reflect.get(payload, field) : null;
  return typeof value === 'string' ? value : null;
}

/** Changes of one action told as one, so that an import of thousands of debts is a single line on the wire. */
function summarise(events: StoredEvent[]): ChangeEvent[] {
  const byKind = new Map<string, ChangeEvent>();
  for (const event of events) {
    const subjectType = textOf(event.payload, 'subjectType') ?? 'workspace';
    const kind = `${event.type} ${subjectType}`;
    const told = byKind.get(kind) ?? {
      action: event.type,
      subjectType,
      subjectIds: [],
      byMemberId: textOf(event.payload, 'actorMemberId'),
    };
    const subjectId = textOf(event.payload, 'subjectId');
    if (subjectId) told.subjectIds.push(subjectId);
    byKind.set(kind, told);
  }
  return [...byKind.values()];
}

/** Every change of the workspace from now on, or since the event that the listener names, until it leaves. */
export async function* streamChanges(scope: WorkspaceScope, lastEventId: string | null, abort: AbortSignal) {
  const signals = changesOf(scope.workspaceId, abort);
  let position = lastEventId ?? (await repo.findNewestEventId(scope)) ?? nothingYet;
  // Listening starts before the first look at the table, so that nothing falls between the two.
  let signal = signals.next();
  await whenListening();
  for (;;) {
    const events = await repo.findEventsAfter(scope, position, batch);
    const last = events.at(-1);
    if (last) {
      position = last.id;
      yield { id: position, changes: summarise(events) };
    }
    if (events.length === batch) continue;
    if ((await signal).done) return;
    signal = signals.next();
  }
}

const keptDays = 7;

/** Events older than a week: a tab that was away longer loads everything anew. */
export function forgetOldEvents(): Promise<number> {
  return repo.deleteEventsBefore(fromNow(-keptDays * dayMs));
}
