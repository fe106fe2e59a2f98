import type { Prisma } from '@/generated/prisma/client';
import type { WorkspaceScope } from '@/server/access/scope';
import { now } from './clock';
import { database, type Tx } from './db';
import { AppError } from './errors';
import { newId } from './ids';
import { isDeadlock, isTimeout } from './unique';

export type AuditNote = {
  subjectType: string;
  subjectId: string | null;
  data?: Prisma.InputJsonObject;
};

export type Recorder = (note: AuditNote) => void;

const timeoutMs = 20_000;
const attempts = 3;

/**
 * Runs one write: the data, its audit rows and its outbox events commit together or not at all. `action` is the
 * name under which the change is audited and told to listeners; `record` names the records that changed. `work` begins
 * again when Postgres broke it off for another write that it waited for, and that waited for it.
 */
export async function transact<Result>(
  scope: WorkspaceScope,
  action: string,
  work: (tx: Tx, record: Recorder) => Promise<Result>,
  options: { timeoutMs?: number } = {},
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce(scope, action, work, options.timeoutMs ?? timeoutMs);
    } catch (error) {
      if (isTimeout(error)) throw busy(error);
      if (attempt === attempts || !isDeadlock(error)) throw error;
    }
  }
}

function busy(cause: unknown): AppError {
  const userMessage =
    'Something large is being saved in this workspace. Nothing of yours was saved: try again in a moment.';
  return new AppError('unavailable', { userMessage, cause, retryAfterSeconds: 10 });
}

function attemptOnce<Result>(
  scope: WorkspaceScope,
  action: string,
  work: (tx: Tx, record: Recorder) => Promise<Result>,
  timeout: number,
): Promise<Result> {
  return database().$transaction(
    async (tx) => {
      const notes: AuditNote[] = [];
      const result = await work(tx, (note) => notes.push(note));
      if (notes.length > 0) await writeNotes(tx, scope, action, notes);
      return result;
    },
    { timeout, maxWait: timeoutMs },
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
