import { z } from 'zod';
import type { WorkspaceScope } from '@/server/access/scope';
import { closures, debtStates } from '@/server/domain/scoring/state';
import { type DebtChange, type DebtRecord, mostLabels } from '@/server/modules/debt/contract';
import { changeDebtIn, debtsChanged, getDebtIn, setDeletedIn } from '@/server/modules/debt/service';
import { now } from '@/server/platform/clock';
import type { Tx } from '@/server/platform/db';
import { AppError, invalid, notFound } from '@/server/platform/errors';
import { newId } from '@/server/platform/ids';
import { type Recorder, transact } from '@/server/platform/transact';
import type { BulkChange, BulkInput, BulkOutcome } from './contract';
import * as repo from './repo';

const columns = z.object({
  state: z.enum(debtStates),
  closedAs: z.enum(closures).nullable(),
  stateReason: z.string(),
  stateChangedAt: z.coerce.date(),
  acceptedUntil: z.coerce.date().nullable(),
  ownerId: z.string().nullable(),
  teamId: z.string().nullable(),
  labels: z.array(z.string()),
});

/** What is needed to take a bulk change back, kept with its audit entry. */
const note = z.object({
  items: z.array(z.object({ id: z.string(), key: z.string(), version: z.number(), before: columns })),
});
type Item = z.output<typeof note>['items'][number];

/** Thrown to leave the transaction without a trace: the outcome is known, and nothing of it is to stay. */
class Unmade extends Error {
  readonly outcome: BulkOutcome;

  constructor(outcome: BulkOutcome) {
    super('a bulk change that is only looked at');
    this.outcome = outcome;
  }
}

function labelsAfter(debt: DebtRecord, { addLabels = [], removeLabels = [] }: BulkChange): string[] {
  const labels = [...new Set([...debt.labels, ...addLabels])].filter((label) => !removeLabels.includes(label));
  if (labels.length > mostLabels && labels.length > debt.labels.length)
    throw invalid('addLabels', `at most ${mostLabels} labels a debt, it would have ${labels.length}`);
  return labels;
}

/** The part of the change that this debt does not have yet; null when there is none. */
function differenceOf(debt: DebtRecord, change: BulkChange): DebtChange | null {
  const { owner, team, state, closedAs, acceptedUntil, reason } = change;
  const difference: DebtChange = {};
  if (owner !== undefined && owner !== (debt.owner?.id ?? null) && owner !== debt.owner?.email)
    difference.owner = owner;
  if (team !== undefined && team !== (debt.team?.key ?? null)) difference.team = team;
  // Accepting again extends an acceptance, so the same state is a change there.
  if (state !== undefined && (state !== debt.state || (state === 'accepted' && acceptedUntil !== debt.acceptedUntil))) {
    Object.assign(difference, { state, closedAs, acceptedUntil, reason });
  }
  const labels = labelsAfter(debt, change);
  if (labels.join('\n') !== debt.labels.join('\n')) difference.labels = labels;
  return Object.keys(difference).length > 0 ? difference : null;
}

async function changeOne(tx: Tx, record: Recorder, scope: WorkspaceScope, debt: DebtRecord, change: BulkChange) {
  const { key } = debt;
  if (change.delete) return setDeletedIn(tx, record, scope, { key }, true);
  const difference = differenceOf(debt, change);
  return difference && changeDebtIn(tx, record, scope, { workspace: scope.slug, key, ...difference });
}

async function changeAll(tx: Tx, record: Recorder, scope: WorkspaceScope, { keys, change }: BulkInput) {
  const outcome: BulkOutcome = { changed: [], unchanged: [], refused: [], undoId: null };
  const items: Item[] = [];
  // Always in the same order, so that two bulk changes cannot wait for each other.
  for (const key of keys.toSorted()) {
    let title = '';
    try {
      const debt = await getDebtIn(tx, scope, key);
      title = debt.title;
      if (debt.deletedAt) throw new AppError('conflict', { userMessage: 'It was deleted.' });
      const before = await repo.findColumns(tx, scope, debt.id);
      const after = await changeOne(tx, record, scope, debt, change);
      if (after) {
        outcome.changed.push({ key, title });
        items.push({ id: debt.id, key, version: after.version, before });
      } else outcome.unchanged.push({ key, title });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      outcome.refused.push({ key, title, message: error.userMessage });
    }
  }
  return { outcome, items };
}

async function run(scope: WorkspaceScope, input: BulkInput, isMade: boolean): Promise<BulkOutcome> {
  try {
    return await transact(scope, input.change.delete ? 'debt.delete' : 'debt.update', async (tx, record) => {
      const { outcome, items } = await changeAll(tx, record, scope, input);
      if (!isMade || outcome.refused.length > 0) throw new Unmade(outcome);
      const undoId = newId();
      record({
        subjectType: repo.bulkSubject,
        subjectId: undoId,
        data: JSON.parse(JSON.stringify({ items })),
      });
      return { ...outcome, undoId };
    });
  } catch (error) {
    if (error instanceof Unmade) return error.outcome;
    throw error;
  }
}

/** What a change of several debts would do, found out by doing it and leaving no trace. */
export function previewBulk(scope: WorkspaceScope, input: BulkInput): Promise<BulkOutcome> {
  return run(scope, input, false);
}

/** Changes all of the debts, or none when one is refused: the outcome then says which and why, without an undo id. */
export function applyBulk(scope: WorkspaceScope, input: BulkInput): Promise<BulkOutcome> {
  return run(scope, input, true);
}

/** Takes a bulk change back where nobody changed the debt since. Undoing twice restores nothing more. */
export async function undoBulk(scope: WorkspaceScope, undoId: string) {
  return transact(scope, 'debt.update', async (tx, record) => {
    const found = note.safeParse(await repo.findNote(tx, scope, undoId));
    if (!found.success) throw notFound('The change');
    const restored: string[] = [];
    const changedSince: string[] = [];
    for (const item of found.data.items) {
      const debt = await getDebtIn(tx, scope, item.key);
      if (debt.version !== item.version) changedSince.push(item.key);
      else {
        await repo.restoreColumns(tx, scope, item.id, item.before, now());
        const fields = debt.deletedAt ? [] : ['owner', 'team', 'state', 'labels'];
        record({ subjectType: 'debt', subjectId: item.id, data: { key: item.key, fields } });
        restored.push(item.key);
      }
    }
    await debtsChanged(tx, scope);
    return { restored, changedSince };
  });
}
