import type { z } from 'zod';
import type { WorkspaceScope } from '@/server/access/scope';
import { nameOfDecision } from '@/server/domain/decision/relation';
import { type DecisionStatus, statusLabels } from '@/server/domain/decision/status';
import { dayToDate } from '@/server/domain/field/day';
import type { DecisionRecord, decisionContract } from '@/server/modules/decision/contract';
import { changeColumns, getDecision, holdDecision } from '@/server/modules/decision/service';
import { now, today } from '@/server/platform/clock';
import type { Tx } from '@/server/platform/db';
import { AppError, invalid } from '@/server/platform/errors';
import { newId } from '@/server/platform/ids';
import { type Recorder, transact } from '@/server/platform/transact';
import * as repo from './repo';

type Moved = { id: string; status: DecisionStatus; revision: number; number: number | null; title: string };

/** Gives a held record another status and records the act. Whether it may go there is for the caller to know. */
export async function moveStatus(
  tx: Tx,
  record: Recorder,
  scope: WorkspaceScope,
  decision: Moved,
  move: { to: DecisionStatus; reason: string; number?: number; date?: string | null | undefined },
): Promise<void> {
  const at = now();
  const number = move.number ?? decision.number;
  await changeColumns(tx, scope, decision.id, {
    status: move.to,
    statusChangedAt: at,
    decidedOn: dayToDate(move.date ?? today()),
    number,
    updatedAt: at,
  });
  await repo.insertAct(tx, scope, {
    id: newId(),
    decisionId: decision.id,
    kind: 'transition',
    fromStatus: decision.status,
    toStatus: move.to,
    revision: decision.revision,
    reason: move.reason,
    memberId: scope.memberId,
    at,
  });
  record({
    subjectType: 'decision',
    subjectId: decision.id,
    data: { title: decision.title, number, from: decision.status, to: move.to, reason: move.reason },
  });
}

function onlyAccepted(decision: Moved): void {
  if (decision.status === 'accepted') return;
  throw new AppError('conflict', {
    userMessage: `${nameOfDecision(decision)} is ${statusLabels[decision.status].toLowerCase()}: only an accepted record is looked at again.`,
    details: { status: decision.status },
  });
}

/**
 * Records that a decision still holds, and sets or clears the next date. A date that has come, of a revisit or an expiry,
 * gives way to the new one; a condition that was met is open again. Errors: `invalid` for a day that is not to come.
 */
export async function reaffirmDecision(
  scope: WorkspaceScope,
  input: z.output<typeof decisionContract.reaffirm.input>,
): Promise<DecisionRecord> {
  const { id, reason, revisitOn } = input;
  const day = today();
  if (revisitOn !== null && revisitOn <= day) throw invalid('revisitOn', `must be a day to come, not ${revisitOn}.`);
  await transact(scope, 'decision.reaffirm', async (tx, record) => {
    const decision = await holdDecision(tx, scope, id);
    onlyAccepted(decision);
    const at = now();
    const next = revisitOn ? dayToDate(revisitOn) : null;
    const hasExpired = decision.expiresOn !== null && decision.expiresOn <= dayToDate(day);
    await changeColumns(tx, scope, id, {
      revisitOn: next,
      ...(hasExpired && { expiresOn: next }),
      conditionMetAt: null,
      conditionNote: '',
      updatedAt: at,
    });
    const { revision } = decision;
    const { memberId } = scope;
    await repo.insertAct(tx, scope, {
      id: newId(),
      decisionId: id,
      kind: 'reaffirm',
      revision,
      reason,
      revisitOn: next,
      memberId,
      at,
    });
    record({ subjectType: 'decision', subjectId: id, data: { title: decision.title, reason, revisitOn } });
  });
  return getDecision(scope, id);
}

/** Records that the revisit condition is met, so that the record is due. Errors: `conflict` when there is none. */
export async function meetCondition(
  scope: WorkspaceScope,
  input: z.output<typeof decisionContract.conditionMet.input>,
): Promise<DecisionRecord> {
  const { id, reason } = input;
  await transact(scope, 'decision.conditionMet', async (tx, record) => {
    const decision = await holdDecision(tx, scope, id);
    onlyAccepted(decision);
    if (decision.conditionMetAt !== null || decision.revisitCondition === '') {
      const why = decision.revisitCondition === '' ? 'names no condition' : 'is marked already: its condition is met';
      throw new AppError('conflict', { userMessage: `${nameOfDecision(decision)} ${why}.` });
    }
    const at = now();
    await changeColumns(tx, scope, id, { conditionMetAt: at, conditionNote: reason, updatedAt: at });
    const { revision } = decision;
    const { memberId } = scope;
    await repo.insertAct(tx, scope, {
      id: newId(),
      decisionId: id,
      kind: 'conditionMet',
      revision,
      reason,
      memberId,
      at,
    });
    record({ subjectType: 'decision', subjectId: id, data: { title: decision.title, reason } });
  });
  return getDecision(scope, id);
}
