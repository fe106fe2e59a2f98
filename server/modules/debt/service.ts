import type { WorkspaceScope } from '@/server/access/scope';
import { applyChange, blankFacts, type ChangedFacts, type DebtFacts } from '@/server/domain/debt/change';
import { stemsOf } from '@/server/domain/debt/likeness';
import { now, today } from '@/server/platform/clock';
import { database, type Tx } from '@/server/platform/db';
import { AppError, invalid, notFound } from '@/server/platform/errors';
import { newId } from '@/server/platform/ids';
import { type Recorder, transact } from '@/server/platform/transact';
import type { CreateDebt, DebtChange, DebtRecord, DebtRow, UpdateDebt } from './contract';
import { factsOf, plainColumns, ruledColumns } from './render/debt-columns';
import {
  debtKeyOf,
  presentDebt,
  presentEvent,
  presentImport,
  presentRow,
  presentScore,
  rowFactsOf,
} from './render/debt-record';
import * as repo from './repo';

const similarLimit = 3;
const mostWords = 12;

/** The number in `TD-12`. Another prefix than the workspace's own means a debt that is not here. */
function numberOf(scope: WorkspaceScope, key: string): number {
  const [prefix, number] = key.split('-');
  if (prefix !== scope.debtPrefix.toUpperCase()) throw notFound(`Debt ${key}`);
  return Number(number);
}

async function mustFind(client: Parameters<typeof repo.findDebt>[0], scope: WorkspaceScope, key: string) {
  const debt = await repo.findDebt(client, scope, numberOf(scope, key));
  if (!debt) throw notFound(`Debt ${key}`);
  return debt;
}

/** One debt by its key; a deleted one too, as the tombstone it left. */
export async function getDebt(scope: WorkspaceScope, key: string): Promise<DebtRecord> {
  const debt = await mustFind(database(), scope, key);
  return presentDebt(scope, debt, await repo.findLastEditor(database(), scope, debt.id));
}

function applyRules(before: DebtFacts, change: DebtChange): ChangedFacts {
  const result = applyChange(before, change, today());
  if (result.ok) return result.changed;
  throw new AppError('invalid', {
    userMessage: result.problems.map((problem) => `${problem.path}: ${problem.message}`).join('; '),
    fields: result.problems,
  });
}

/** The id of the debt another one goes on in: a live one of this workspace that does not itself go on in this one. */
async function resolveTarget(tx: Tx, scope: WorkspaceScope, key: string, ownNumber: number | null): Promise<string> {
  const [prefix, number] = key.split('-');
  const target = prefix === scope.debtPrefix.toUpperCase() ? await repo.findDebt(tx, scope, Number(number)) : null;
  if (!target || target.deletedAt) throw invalid('mergedInto', `no debt “${key}” in this workspace`);
  if (target.number === ownNumber) throw invalid('mergedInto', 'a debt cannot be merged into itself');
  if (ownNumber !== null && target.mergedInto?.number === ownNumber) {
    throw invalid('mergedInto', `${key} already goes on in this debt`);
  }
  return target.id;
}

/** The records that a change names by key or address, as ids. Throws `invalid` for one that is not here. */
async function resolveReferences(tx: Tx, scope: WorkspaceScope, change: DebtChange, ownNumber: number | null) {
  const columns: repo.DebtColumns = {};
  if (change.owner !== undefined) {
    columns.ownerId = change.owner && (await repo.findMemberRef(tx, scope, change.owner));
    if (change.owner && !columns.ownerId) throw invalid('owner', `no member “${change.owner}” in this workspace`);
  }
  if (change.team !== undefined) {
    columns.teamId = change.team && (await repo.findTeamRef(tx, scope, change.team));
    if (change.team && !columns.teamId) throw invalid('team', `no team “${change.team}” in this workspace`);
  }
  if (change.mergedInto !== undefined) {
    columns.mergedIntoId = change.mergedInto && (await resolveTarget(tx, scope, change.mergedInto, ownNumber));
  }
  return columns;
}

async function resolveServices(tx: Tx, scope: WorkspaceScope, keys: string[] | undefined): Promise<string[] | null> {
  if (!keys) return null;
  const found = await repo.findServiceRefs(tx, scope, keys);
  const missing = keys.filter((key) => !found.some((service) => service.key === key));
  if (missing.length > 0)
    throw invalid('services', `no service ${missing.map((key) => `“${key}”`).join(', ')} in this workspace`);
  return found.map((service) => service.id);
}

async function linkDecisions(tx: Tx, scope: WorkspaceScope, debtId: string, ids: string[] | undefined): Promise<void> {
  const [missing] = ids ? await repo.replaceDecisions(tx, scope, debtId, ids) : [];
  if (missing) throw invalid('decisions', `no decision ${missing} in this workspace`);
}

async function recordScore(tx: Tx, scope: WorkspaceScope, debtId: string, changed: ChangedFacts, at: Date) {
  if (!changed.score) return;
  const { factors, reason } = changed.score;
  await repo.insertScore(tx, scope, {
    id: newId(),
    debtId,
    ...factors,
    reason,
    scoredById: scope.memberId,
    scoredAt: at,
  });
}

/** Creates a debt and gives it the next number. Errors: `invalid` with every field that breaks a rule. */
export async function createDebt(scope: WorkspaceScope, input: CreateDebt): Promise<DebtRecord> {
  const { workspace: _, ...change } = input;
  return transact(scope, 'debt.create', async (tx, record) => {
    const changed = applyRules(blankFacts, change);
    const references = await resolveReferences(tx, scope, change, null);
    const serviceIds = await resolveServices(tx, scope, change.services);
    const number = await repo.takeNumbers(tx, scope, 1);
    const at = now();
    const id = newId();
    await repo.insertDebt(tx, scope, {
      ...plainColumns(change),
      ...ruledColumns(changed, at),
      ...references,
      id,
      number,
      title: input.title,
      createdById: scope.memberId,
      stateChangedAt: at,
      createdAt: at,
      updatedAt: at,
    });
    if (serviceIds) await repo.replaceServices(tx, scope, id, serviceIds);
    await linkDecisions(tx, scope, id, change.decisions);
    await recordScore(tx, scope, id, changed, at);
    record({ subjectType: 'debt', subjectId: id, data: { key: `${scope.debtPrefix}-${number}`, title: input.title } });
    const stored = await mustFind(tx, scope, `${scope.debtPrefix.toUpperCase()}-${number}`);
    return presentDebt(scope, stored, await memberName(tx, scope));
  });
}

/** Both sides of a conflict: what is stored now goes back with the refusal, what was sent is still with the sender. */
function stale(current: DebtRecord): AppError {
  return new AppError('stale', {
    userMessage: `${current.key} was changed by ${current.updatedBy ?? 'somebody else'} since you opened it. Nothing of yours was saved or lost.`,
    details: { current },
  });
}

function namesOf(change: DebtChange): string[] {
  return Object.entries(change).flatMap(([name, value]) => (value === undefined || name === 'reason' ? [] : [name]));
}

/**
 * Changes what is given and leaves the rest. Without a version the change is made on whatever is stored.
 * Errors: `stale` with the current record, `invalid` by field, `conflict` on a deleted debt.
 */
export async function updateDebt(
  scope: WorkspaceScope,
  input: Omit<UpdateDebt, 'version'> & { version?: number },
): Promise<DebtRecord> {
  return transact(scope, 'debt.update', (tx, record) => changeDebtIn(tx, record, scope, input));
}

/** The same as `updateDebt` inside a transaction that changes more than one debt. */
export async function changeDebtIn(
  tx: Tx,
  record: Recorder,
  scope: WorkspaceScope,
  input: Omit<UpdateDebt, 'version'> & { version?: number },
): Promise<DebtRecord> {
  const { workspace: _, key, version, ...change } = input;
  const number = numberOf(scope, key);
  await repo.lockDebt(tx, scope, number);
  const before = await mustFind(tx, scope, key);
  const lastEditor = await repo.findLastEditor(tx, scope, before.id);
  if (before.deletedAt) {
    throw new AppError('conflict', { userMessage: `${key} was deleted. Restore it first, then change it.` });
  }
  if (version !== undefined && before.version !== version) throw stale(presentDebt(scope, before, lastEditor));
  if (namesOf(change).length === 0) return presentDebt(scope, before, lastEditor);
  const changed = applyRules(factsOf(scope, before), change);
  const references = await resolveReferences(tx, scope, change, number);
  const serviceIds = await resolveServices(tx, scope, change.services);
  const at = now();
  await repo.updateDebtColumns(tx, scope, before.id, {
    ...plainColumns(change),
    ...ruledColumns(changed, at),
    ...references,
    updatedAt: at,
  });
  if (serviceIds) await repo.replaceServices(tx, scope, before.id, serviceIds);
  await linkDecisions(tx, scope, before.id, change.decisions);
  await recordScore(tx, scope, before.id, changed, at);
  await repo.raiseRevision(tx, scope);
  record({
    subjectType: 'debt',
    subjectId: before.id,
    data: {
      key,
      fields: namesOf(change),
      ...(changed.stateChanged ? { state: changed.facts.state, stateBefore: before.state } : {}),
      score: changed.score && { fromThirds: before.scoreThirds, toThirds: changed.scoreThirds },
    },
  });
  const after = await mustFind(tx, scope, key);
  return presentDebt(scope, after, await memberName(tx, scope));
}

async function memberName(tx: Tx, scope: WorkspaceScope): Promise<string | null> {
  return scope.memberId ? repo.findMemberName(tx, scope, scope.memberId) : null;
}

async function setDeleted(
  scope: WorkspaceScope,
  input: { key: string; version?: number | undefined },
  deleted: boolean,
): Promise<DebtRecord> {
  const action = deleted ? 'debt.delete' : 'debt.restore';
  return transact(scope, action, (tx, record) => setDeletedIn(tx, record, scope, input, deleted));
}

/** Deletes a debt, or brings it back, inside a transaction that changes more than one. */
export async function setDeletedIn(
  tx: Tx,
  record: Recorder,
  scope: WorkspaceScope,
  input: { key: string; version?: number | undefined },
  deleted: boolean,
): Promise<DebtRecord> {
  await repo.lockDebt(tx, scope, numberOf(scope, input.key));
  const before = await mustFind(tx, scope, input.key);
  if (input.version !== undefined && before.version !== input.version) {
    throw stale(presentDebt(scope, before, await repo.findLastEditor(tx, scope, before.id)));
  }
  if ((before.deletedAt !== null) !== deleted) {
    const at = now();
    await repo.updateDebtColumns(tx, scope, before.id, {
      deletedAt: deleted ? at : null,
      deletedById: deleted ? scope.memberId : null,
      updatedAt: at,
    });
    await repo.raiseRevision(tx, scope);
    record({ subjectType: 'debt', subjectId: before.id, data: { key: input.key, title: before.title } });
  }
  return presentDebt(scope, await mustFind(tx, scope, input.key), await memberName(tx, scope));
}

/** One debt as a transaction sees it. Throws `notFound`. */
export async function getDebtIn(tx: Tx, scope: WorkspaceScope, key: string): Promise<DebtRecord> {
  return presentDebt(scope, await mustFind(tx, scope, key), null);
}

/** Takes a debt out of every list and leaves a tombstone under its key. Deleting twice is the same as once. */
export function deleteDebt(
  scope: WorkspaceScope,
  input: { key: string; version?: number | undefined },
): Promise<DebtRecord> {
  return setDeleted(scope, input, true);
}

/** Brings a deleted debt back as it was. */
export function restoreDebt(scope: WorkspaceScope, input: { key: string }): Promise<DebtRecord> {
  return setDeleted(scope, input, false);
}

/** Every score the debt has had, newest first. */
export async function listScores(scope: WorkspaceScope, key: string) {
  const debt = await mustFind(database(), scope, key);
  return (await repo.findScores(database(), scope, debt.id)).map(presentScore);
}

/** What was done to the debt and by whom, newest first. */
export async function listActivity(scope: WorkspaceScope, key: string) {
  const debt = await mustFind(database(), scope, key);
  const [events, imports] = await Promise.all([
    repo.findActivity(database(), scope, debt.id),
    repo.findImportsOf(database(), scope, debt.id),
  ]);
  // An import is audited once for its file: the log would not hold a row for each of 50,000 debts.
  const done = [...events.map(presentEvent), ...imports.map(presentImport)];
  return done.toSorted((a, b) => b.at.getTime() - a.at.getTime());
}

/** Debts whose titles share words with one that is being written: likely the same thing. */
export async function similarDebts(scope: WorkspaceScope, title: string): Promise<DebtRow[]> {
  const rows = await repo.findSimilar(database(), scope, stemsOf(title).slice(0, mostWords), similarLimit);
  return rows.map((row) => presentRow(scope, rowFactsOf(row)));
}

/** For imports: numbers in a row for new debts, held until the transaction ends. */
export const reserveNumbers = repo.takeNumbers;

/** For imports: tells caches of counts that debts have changed. */
export const debtsChanged = repo.raiseRevision;

/** For lists of debts: a stored row in the units and words of the contract, and the key that a number has here. */
export const presentDebtRow = presentRow;
export const keyOfDebt = debtKeyOf;
