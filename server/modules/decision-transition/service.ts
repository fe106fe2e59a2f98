import type { z } from 'zod';
import type { WorkspaceScope } from '@/server/access/scope';
import { nameOfDecision } from '@/server/domain/decision/relation';
import { allowedTransitions, type DecisionStatus, needsReason, statusLabels } from '@/server/domain/decision/status';
import type { DecisionRecord, decisionContract } from '@/server/modules/decision/contract';
import {
  getDecision,
  type HeldDecision,
  holdDecision,
  holdDecisions,
  staleDecision,
} from '@/server/modules/decision/service';
import { moveStatus } from '@/server/modules/decision-act/service';
import { findSuperseded, holdRelations, supersede, writeRelation } from '@/server/modules/decision-link/service';
import { approvalStanding } from '@/server/modules/decision-review/service';
import { holdRegisterById, takeNumber } from '@/server/modules/register/service';
import type { Tx } from '@/server/platform/db';
import { AppError, invalid, notFound } from '@/server/platform/errors';
import { type Recorder, transact } from '@/server/platform/transact';

type Input = z.output<typeof decisionContract.transition.input>;

function said(statuses: readonly DecisionStatus[]): string {
  return statuses.map((status) => statusLabels[status].toLowerCase()).join(', ');
}

function checkWay(decision: HeldDecision, input: Input): void {
  const allowed = allowedTransitions(decision.status);
  if (!allowed.includes(input.to)) {
    throw new AppError('conflict', {
      userMessage: `${nameOfDecision(decision)} is ${said([decision.status])} and cannot become ${said([input.to])}. From here it can become: ${said(allowed)}.`,
      details: { status: decision.status, allowed },
    });
  }
  if (needsReason(decision.status, input.to) && input.reason === '') {
    throw invalid(
      'reason',
      `say why: from ${said([decision.status])} to ${said([input.to])} is a step that others ask about.`,
    );
  }
  if (input.supersedes && input.to !== 'accepted') {
    throw invalid('supersedes', 'belongs to an acceptance: what is not decided replaces nothing.');
  }
  if (input.supersededBy && input.to !== 'superseded') {
    throw invalid('supersededBy', 'belongs to a record that becomes superseded.');
  }
}

/** Refuses an acceptance of a text that people still object to, or that too few have approved. */
async function checkReview(tx: Tx, scope: WorkspaceScope, decision: HeldDecision): Promise<void> {
  // What was accepted before was approved then; it comes back as it was.
  if (decision.status === 'deprecated' || decision.status === 'superseded') return;
  const { approvals, required, changesRequested } = await approvalStanding(tx, scope, decision.id);
  const missing = Math.max(0, required - approvals);
  if (missing === 0 && changesRequested === 0) return;
  const objection =
    changesRequested === 1 ? 'One reviewer asks for changes.' : `${changesRequested} reviewers ask for changes.`;
  const shortage = `The register asks for ${required} ${required === 1 ? 'approval' : 'approvals'} of this very text: ${approvals} given, ${missing} missing.`;
  throw new AppError('conflict', {
    userMessage: [...(missing > 0 ? [shortage] : []), ...(changesRequested > 0 ? [objection] : [])].join(' '),
    details: {
      allowed: allowedTransitions(decision.status).filter((status) => status !== 'accepted'),
      required,
      approvals,
      missing,
      changesRequested,
    },
  });
}

function checkReplaceable(target: HeldDecision): void {
  if (target.status === 'superseded' || allowedTransitions(target.status).includes('superseded')) return;
  throw new AppError('conflict', {
    userMessage: `${nameOfDecision(target)} is ${said([target.status])}: only a record that was accepted can be superseded.`,
    details: { status: target.status, allowed: allowedTransitions(target.status) },
  });
}

async function accept(tx: Tx, record: Recorder, scope: WorkspaceScope, input: Input): Promise<boolean> {
  await holdRelations(tx, scope);
  const place = await holdDecision(tx, scope, input.id);
  const register = await holdRegisterById(tx, scope, place.registerId);
  const named = input.supersedes ?? [];
  const partly = new Set(named.flatMap(({ target, partial }) => (partial ? [target] : [])));
  const stored = await findSuperseded(tx, scope, input.id);
  const ids = [...new Set([input.id, ...named.map(({ target }) => target), ...stored])];
  const [decision, ...targets] = await holdDecisions(tx, scope, ids);
  if (!decision || (input.version !== undefined && decision.version !== input.version)) return false;
  checkWay(decision, input);
  await checkReview(tx, scope, decision);
  const fromNumber = decision.number ?? (await takeNumber(tx, scope, register.id));
  await moveStatus(tx, record, scope, decision, { to: 'accepted', reason: input.reason, number: fromNumber });
  for (const { target, partial } of named) {
    const to = target === input.id ? decision : targets.find((one) => one.id === target);
    if (!to) throw notFound(`The decision ${target}`);
    if (!partial) checkReplaceable(to);
    await writeRelation(tx, scope, { from: decision, to }, { type: 'supersedes', partial, note: '' });
  }
  for (const to of targets.filter(({ id }) => !partly.has(id))) {
    await supersede(tx, record, scope, { from: decision, to, fromNumber }, '');
  }
  return true;
}

async function giveWay(tx: Tx, record: Recorder, scope: WorkspaceScope, input: Input, by: string): Promise<boolean> {
  await holdRelations(tx, scope);
  const [decision, successor] = await holdDecisions(tx, scope, [input.id, by]);
  if (!decision || !successor || (input.version !== undefined && decision.version !== input.version)) return false;
  checkWay(decision, input);
  if (['draft', 'proposed', 'rejected'].includes(successor.status)) {
    throw new AppError('conflict', {
      userMessage: `${nameOfDecision(successor)} is ${said([successor.status])}. Once it is accepted, it supersedes this record.`,
      details: { status: successor.status, allowed: allowedTransitions(decision.status) },
    });
  }
  await writeRelation(tx, scope, { from: successor, to: decision }, { type: 'supersedes', partial: false, note: '' });
  await moveStatus(tx, record, scope, decision, { to: 'superseded', reason: input.reason });
  return true;
}

async function move(tx: Tx, record: Recorder, scope: WorkspaceScope, input: Input): Promise<boolean> {
  const decision = await holdDecision(tx, scope, input.id);
  if (input.version !== undefined && decision.version !== input.version) return false;
  checkWay(decision, input);
  await moveStatus(tx, record, scope, decision, { to: input.to, reason: input.reason });
  return true;
}

/**
 * Changes the status along an allowed way and records who, when and why. Acceptance gives the next number of the register
 * unless there is one, and supersedes in the same transaction what the record replaces in whole. Errors: `conflict` with
 * the allowed statuses, or with how many approvals are missing; `invalid` without a reason where one is needed; `stale`.
 */
export async function transitionDecision(scope: WorkspaceScope, input: Input): Promise<DecisionRecord> {
  const { to, supersededBy } = input;
  const isFresh = await transact(scope, 'decision.transition', async (tx, record) => {
    if (to === 'accepted') return accept(tx, record, scope, input);
    if (to === 'superseded' && supersededBy) return giveWay(tx, record, scope, input, supersededBy);
    return move(tx, record, scope, input);
  });
  if (!isFresh) throw await staleDecision(scope, input.id);
  return getDecision(scope, input.id);
}
