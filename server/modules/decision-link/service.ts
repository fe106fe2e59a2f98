import type { z } from 'zod';
import type { WorkspaceScope } from '@/server/access/scope';
import { nameOfDecision, type OrderedRelation, orderedRelations } from '@/server/domain/decision/relation';
import {
  allowedTransitions,
  type DebtLinkKind,
  type DecisionStatus,
  type RelationType,
} from '@/server/domain/decision/status';
import { getDebt, getDebtIn } from '@/server/modules/debt/service';
import type { decisionContract as contract, DebtDecision, DecisionRecord } from '@/server/modules/decision/contract';
import {
  getDecision,
  type HeldDecision,
  holdDecision,
  holdDecisions,
  namesOnWay,
} from '@/server/modules/decision/service';
import { moveStatus } from '@/server/modules/decision-act/service';
import { createDecisionIn } from '@/server/modules/decision-edit/service';
import { findTemplate } from '@/server/modules/decision-template/service';
import { now } from '@/server/platform/clock';
import { database, type Tx } from '@/server/platform/db';
import { AppError, invalid, notFound } from '@/server/platform/errors';
import { newId } from '@/server/platform/ids';
import { type Recorder, transact } from '@/server/platform/transact';
import * as repo from './repo';

/** Lets relations be written one after the other until the transaction ends. Hold this before any record. */
export const holdRelations = repo.lockRelations;

/** The live records that one supersedes in whole. */
export const findSuperseded = repo.findSuperseded;

// Statuses of a record that was decided at some time, so that what it replaces is replaced.
const decided: readonly DecisionStatus[] = ['accepted', 'deprecated', 'superseded'];

function isOrdered(type: RelationType): type is OrderedRelation {
  return orderedRelations.some((ordered) => ordered === type);
}

async function refuseCircle(tx: Tx, scope: WorkspaceScope, from: HeldDecision, to: HeldDecision, type: RelationType) {
  if (!isOrdered(type)) return;
  const back = await namesOnWay(tx, scope, { type, from: to.id, to: from.id });
  if (!back) return;
  const verb = type === 'supersedes' ? 'supersede' : 'depend on';
  throw new AppError('conflict', {
    userMessage: `These records would ${verb} one another in a circle: ${[nameOfDecision(from), ...back].join(' → ')}.`,
    details: { circle: [nameOfDecision(from), ...back] },
  });
}

export type NewRelation = { type: RelationType; partial: boolean; note: string };

/** Writes a relation between two held records; false when it is there already. Throws `conflict` when it closes a circle. */
export async function writeRelation(
  tx: Tx,
  scope: WorkspaceScope,
  ends: { from: HeldDecision; to: HeldDecision },
  relation: NewRelation,
): Promise<boolean> {
  const { from, to } = ends;
  const { type, partial, note } = relation;
  if (from.id === to.id) throw invalid('target', 'a record cannot be related to itself');
  if (partial && type !== 'supersedes') throw invalid('partial', 'only what is superseded can be so in part');
  const eitherWay = type === 'relates' || type === 'conflicts';
  const known = await repo.findBetween(tx, scope, { fromId: from.id, toId: to.id, type, eitherWay });
  if (known?.partial === partial) return false;
  if (known) {
    await repo.setPartial(tx, scope, known.id, partial);
    return true;
  }
  await refuseCircle(tx, scope, from, to, type);
  await repo.insertRelation(tx, scope, {
    id: newId(),
    fromId: from.id,
    toId: to.id,
    type,
    partial,
    note,
    createdById: scope.memberId,
    createdAt: now(),
  });
  return true;
}

/** The other end of a replacement: a record that is in force, or of unknown status, becomes superseded. */
export async function supersede(
  tx: Tx,
  record: Recorder,
  scope: WorkspaceScope,
  ends: { from: HeldDecision; to: HeldDecision; fromNumber?: number },
  note: string,
): Promise<void> {
  const { from, to, fromNumber } = ends;
  if (!allowedTransitions(to.status).includes('superseded')) return;
  const reason = note || `Superseded by ${nameOfDecision({ title: from.title, number: fromNumber ?? from.number })}.`;
  await moveStatus(tx, record, scope, to, { to: 'superseded', reason });
}

/**
 * Makes the relations that a held record itself has exactly these; those that others have to it, and those that lead to
 * no record here, stay. Call `holdRelations` before. Errors: as for `writeRelation`.
 */
export async function replaceRelations(
  tx: Tx,
  record: Recorder,
  scope: WorkspaceScope,
  from: HeldDecision,
  wanted: readonly (NewRelation & { target: string })[],
): Promise<void> {
  const stored = await repo.findOwn(tx, scope, from.id);
  for (const { id, toId, type } of stored) {
    if (!wanted.some((one) => one.target === toId && one.type === type)) await repo.deleteRelation(tx, scope, id);
  }
  for (const { target, ...relation } of wanted) {
    const known = stored.find((one) => one.toId === target && one.type === relation.type);
    if (known?.partial === relation.partial) continue;
    const [to] = await holdDecisions(tx, scope, [target]);
    if (!to) throw notFound(`The decision ${target}`);
    if (!(await writeRelation(tx, scope, { from, to }, relation))) continue;
    const { type, partial, note } = relation;
    record({ subjectType: 'decision', subjectId: target, data: { title: to.title, type, partial, by: from.title } });
    if (type === 'supersedes' && !partial && decided.includes(from.status)) {
      await supersede(tx, record, scope, { from, to }, note);
    }
  }
}

/** Makes the debts that a held record takes on or pays back exactly these. Throws `notFound` for a debt not here. */
export async function replaceDebts(
  tx: Tx,
  scope: WorkspaceScope,
  decisionId: string,
  wanted: readonly { key: string; kind: DebtLinkKind }[],
): Promise<void> {
  const kept: string[] = [];
  for (const { key, kind } of wanted) {
    const debt = await getDebtIn(tx, scope, key);
    if (debt.deletedAt) throw new AppError('conflict', { userMessage: `${debt.key} was deleted. Restore it first.` });
    await repo.putDebt(tx, scope, { decisionId, debtId: debt.id, kind });
    kept.push(debt.id);
  }
  await repo.removeOtherDebts(tx, scope, decisionId, kept);
}

/** Relates two records; one that was decided and supersedes another in whole makes that one superseded. */
export async function relateDecision(
  scope: WorkspaceScope,
  input: z.output<typeof contract.relate.input>,
): Promise<DecisionRecord> {
  const { id, target, type, partial, note } = input;
  if (id === target) throw invalid('target', 'a record cannot be related to itself');
  await transact(scope, 'decision.relate', async (tx, record) => {
    await repo.lockRelations(tx, scope);
    const [from, to] = await holdDecisions(tx, scope, [id, target]);
    if (!from || !to) throw notFound('This decision');
    const other = nameOfDecision(to);
    if (!(await writeRelation(tx, scope, { from, to }, { type, partial, note }))) {
      throw new AppError('conflict', { userMessage: `${other} is related to this record in that way already.` });
    }
    record({ subjectType: 'decision', subjectId: id, data: { title: from.title, type, partial, other } });
    record({ subjectType: 'decision', subjectId: target, data: { title: to.title, type, partial, by: from.title } });
    if (type === 'supersedes' && !partial && decided.includes(from.status)) {
      await supersede(tx, record, scope, { from, to }, note);
    }
  });
  return getDecision(scope, id);
}

/** Takes a relation away, from either end. Statuses stay: a record that was superseded is reinstated by a transition. */
export async function unrelateDecision(
  scope: WorkspaceScope,
  input: z.output<typeof contract.unrelate.input>,
): Promise<DecisionRecord> {
  const { id } = input;
  await transact(scope, 'decision.unrelate', async (tx, record) => {
    await repo.lockRelations(tx, scope);
    const decision = await holdDecision(tx, scope, id);
    const relation = await repo.findRelation(tx, scope, input.relation);
    if (!relation || (relation.fromId !== id && relation.toId !== id)) throw notFound('This relation');
    await repo.deleteRelation(tx, scope, relation.id);
    const { type, targetText, from, to } = relation;
    record({ subjectType: 'decision', subjectId: id, data: { title: decision.title, type, targetText } });
    const other = from.id === id ? to : from;
    if (other) record({ subjectType: 'decision', subjectId: other.id, data: { title: other.title, type } });
  });
  return getDecision(scope, id);
}

/** Says that a decision takes a debt on or pays it back; a link that is there takes the new kind. */
export async function linkDebt(
  scope: WorkspaceScope,
  input: z.output<typeof contract.linkDebt.input>,
): Promise<DecisionRecord> {
  const { id, kind } = input;
  await transact(scope, 'decision.linkDebt', async (tx, record) => {
    const decision = await holdDecision(tx, scope, id);
    const debt = await getDebtIn(tx, scope, input.debt);
    if (debt.deletedAt) throw new AppError('conflict', { userMessage: `${debt.key} was deleted. Restore it first.` });
    await repo.putDebt(tx, scope, { decisionId: id, debtId: debt.id, kind });
    record({ subjectType: 'decision', subjectId: id, data: { title: decision.title, debt: debt.key, kind } });
  });
  return getDecision(scope, id);
}

/** The decisions that a debt comes from or is paid back by, the latest change first. Throws `notFound` for the debt. */
export async function decisionsOfDebt(scope: WorkspaceScope, debt: string): Promise<DebtDecision[]> {
  const { id } = await getDebt(scope, debt);
  const links = await repo.findDecisionsOfDebt(database(), scope, id);
  return links.map(({ kind, decision }) => ({ kind, ...decision }));
}

/** Takes the link to a debt away. Throws `notFound` when there is none. */
export async function unlinkDebt(
  scope: WorkspaceScope,
  input: z.output<typeof contract.unlinkDebt.input>,
): Promise<DecisionRecord> {
  const { id } = input;
  await transact(scope, 'decision.unlinkDebt', async (tx, record) => {
    const decision = await holdDecision(tx, scope, id);
    const debt = await getDebtIn(tx, scope, input.debt);
    if ((await repo.removeDebt(tx, scope, id, debt.id)) === 0) throw notFound(`A link to ${debt.key}`);
    record({ subjectType: 'decision', subjectId: id, data: { title: decision.title, debt: debt.key } });
  });
  return getDecision(scope, id);
}

/** A draft that begins with a record's text and supersedes it, in whole or part, once it is accepted. */
export async function succeedDecision(
  scope: WorkspaceScope,
  input: z.output<typeof contract.succeed.input>,
): Promise<DecisionRecord> {
  const { workspace, id, partial, note } = input;
  const successor = await transact(scope, 'decision.create', async (tx, record) => {
    await repo.lockRelations(tx, scope);
    const place = await holdDecision(tx, scope, id);
    if (place.status === 'draft' || place.status === 'proposed') {
      throw new AppError('conflict', {
        userMessage: `${nameOfDecision(place)} is still to be decided: edit it, it needs no successor.`,
      });
    }
    const { title, productSentence, body, tags, triggers } = place;
    const { register, services } = await repo.findBelongings(tx, scope, id);
    const template = (await findTemplate(tx, scope, place.template)) ? place.template : undefined;
    const made = await createDecisionIn(tx, record, scope, {
      workspace,
      register,
      title,
      productSentence,
      body,
      tags,
      triggers,
      services,
      template,
    });
    const [from] = await holdDecisions(tx, scope, [made]);
    if (from) await writeRelation(tx, scope, { from, to: place }, { type: 'supersedes', partial, note });
    return made;
  });
  return getDecision(scope, successor);
}
