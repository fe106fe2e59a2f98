import type { Prisma } from '@/generated/prisma/client';
import type { WorkspaceScope } from '@/server/access/scope';
import { now } from './clock';
import { database, type Tx } from './db';
import { newId } from './ids';

export type AuditNote = {
  subjectType: string;
  subjectId: string | null;
  data?: Prisma.InputJsonObject;
};

export type Recorder = (note: AuditNote) => void;

const timeoutMs = 20_000;

/**
 * Runs one write: the data, its audit rows and its outbox events commit together or not at all. `action` is the
 * name under which the change is audited and told to listeners; `record` names the records that changed.
 */
export async function transact<Result>(
  scope: WorkspaceScope,
  action: string,
  work: (tx: Tx, record: Recorder) => Promise<Result>,
  options: { timeoutMs?: number } = {},
): Promise<Result> {
  return database().$transaction(
    async (tx) => {
      const notes: AuditNote[] = [];
      const result = await work(tx, (note) => notes.push(note));
      if (notes.length > 0) await writeNotes(tx, scope, action, notes);
      return result;
    },
    { timeout: options.timeoutMs ?? timeoutMs, maxWait: timeoutMs },
  );
}

async function writeNotes(tx: Tx, scope: WorkspaceScope, action: string, notes: AuditNote[]): Promise<void> {
  const at = now();
  const { workspaceId } = scope;
  await tx.auditEvent.createMany({
    data: notes.map((note) => ({
      workspaceId,
      id: newId(),
      actorMemberId: scope.memberId,
      tokenId: scope.tokenId,
      action,
      subjectType: note.subjectType,
      subjectId: note.subjectId,
      data: note.data ?? {},
      requestId: scope.requestId,
      at,
    })),
  });
  await tx.outboxEvent.createMany({
    data: notes.map((note) => ({
      workspaceId,
      id: newId(),
      type: action,
      payload: { subjectType: note.subjectType, subjectId: note.subjectId, actorMemberId: scope.memberId },
      createdAt: at,
    })),
  });
  const message = JSON.stringify({ workspaceId, action, subjectType: notes[0]?.subjectType, count: notes.length });
  await tx.$executeRaw`SELECT pg_notify('paydown_changes', ${message})`;
}
