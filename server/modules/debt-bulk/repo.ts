import type { ClosedAs, DebtState } from '@/generated/prisma/enums';
import type { WorkspaceScope } from '@/server/access/scope';
import type { Tx } from '@/server/platform/db';

export const bulkSubject = 'debtBulk';

/** What a bulk change of the caller's own noted down when it was made. */
export async function findNote(tx: Tx, scope: WorkspaceScope, undoId: string): Promise<unknown> {
  const note = await tx.auditEvent.findFirst({
    where: {
      workspaceId: scope.workspaceId,
      subjectType: bulkSubject,
      subjectId: undoId,
      actorMemberId: scope.memberId,
    },
    select: { data: true },
  });
  return note?.data ?? null;
}

export type StateColumns = {
  state: DebtState;
  closedAs: ClosedAs | null;
  stateReason: string;
  stateChangedAt: Date;
  acceptedUntil: Date | null;
  ownerId: string | null;
  teamId: string | null;
  labels: string[];
};

/** The columns that a bulk change can touch, as they are. */
export async function findColumns(tx: Tx, scope: WorkspaceScope, id: string): Promise<StateColumns> {
  return tx.debt.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    select: {
      state: true,
      closedAs: true,
      stateReason: true,
      stateChangedAt: true,
      acceptedUntil: true,
      ownerId: true,
      teamId: true,
      labels: true,
    },
  });
}

/** Puts columns back as they were, past the rules of transitions: an undo is no new decision. */
export async function restoreColumns(tx: Tx, scope: WorkspaceScope, id: string, columns: StateColumns, at: Date) {
  await tx.debt.update({
    where: { workspaceId_id: { workspaceId: scope.workspaceId, id } },
    data: { ...columns, deletedAt: null, deletedById: null, updatedAt: at, version: { increment: 1 } },
  });
}
