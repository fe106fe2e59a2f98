import type { WorkspaceScope } from '@/server/access/scope';
import type { ExistingDebt, ImportAction, ImportPlan } from '@/server/domain/importing/plan-import';
import { debtsChanged, reserveNumbers } from '@/server/modules/debt/service';
import type { Db, Tx } from '@/server/platform/db';
import { newId } from '@/server/platform/ids';
import type { Before, TakenBack } from './contract';
import { describeUpdate, fieldsToWrite } from './render/change';
import { givenKeyOf, type ImportRun, reasonOf, rowsOfDrafts, sourceKeyOf } from './render/import-rows';
import { columnsToRestore, columnsToWrite, valuesBefore } from './render/import-update';
import * as repo from './repo';

const chunk = 1_000;

type Update = Extract<ImportAction, { kind: 'update' }>;

function* chunksOf<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let start = 0; start < items.length; start += chunk) yield items.slice(start, start + chunk);
}

function numberOf(debtKey: string): number {
  return Number(debtKey.slice(debtKey.lastIndexOf('-') + 1));
}

function keyOf(scope: WorkspaceScope, number: number): string {
  return `${scope.debtPrefix}-${number}`;
}

function isUpdate(action: ImportAction): action is Update {
  return action.kind === 'update';
}

/** Who and what the names in a file can mean here. */
export const findKnownNames = repo.findKnownNames;

/** Every debt that a file could mean, deleted and merged ones too, once for each system it came from. */
export async function listExisting(client: Db | Tx, scope: WorkspaceScope): Promise<ExistingDebt[]> {
  const rows = await repo.findExisting(client, scope);
  return rows.map(({ number, sourceKey, mergedInto, ...row }) => ({
    ...row,
    debtKey: keyOf(scope, number),
    sourceKey: givenKeyOf(sourceKey),
    mergedInto: mergedInto === null ? null : keyOf(scope, mergedInto),
  }));
}

/** A row that differs from what was read last, but says what the debt says already, changes nothing. */
export async function withoutIdleUpdates<Plan extends ImportPlan & { format: string }>(
  client: Db | Tx,
  scope: WorkspaceScope,
  planned: Plan,
): Promise<Plan> {
  const idle = new Set<ImportAction>();
  for (const updates of chunksOf(planned.actions.filter(isUpdate))) {
    const numbers = updates.map((one) => numberOf(one.debtKey));
    const debts = await repo.findDebts(client, scope, numbers, planned.format);
    const byNumber = new Map(debts.map((debt) => [debt.number, debt]));
    for (const update of updates) {
      const debt = byNumber.get(numberOf(update.debtKey));
      if (debt && fieldsToWrite(update.draft, debt).length === 0) idle.add(update);
    }
  }
  const actions = planned.actions.map(
    (one): ImportAction =>
      one.kind === 'update' && idle.has(one) ? { kind: 'unchanged', row: one.draft.row, debtKey: one.debtKey } : one,
  );
  return { ...planned, actions, updated: planned.updated - idle.size, unchanged: planned.unchanged + idle.size };
}

/** The first rows of a plan as a person reads them: what would be created, changed field by field, and left as it is. */
export async function describePlan(
  client: Db | Tx,
  scope: WorkspaceScope,
  planned: ImportPlan & { format: string },
  listed: number,
) {
  const updates = planned.actions.filter(isUpdate).slice(0, listed);
  const same = planned.actions.flatMap((one) => (one.kind === 'unchanged' ? [one] : [])).slice(0, listed);
  const creates = planned.actions.flatMap((one) => (one.kind === 'create' ? [one.draft] : [])).slice(0, listed);
  const numbers = [...updates, ...same].map((action) => numberOf(action.debtKey));
  const debts = await repo.findDebts(client, scope, numbers, planned.format);
  const { members, teams, services } = await repo.findKnownNames(client, scope);
  const names = new Map([...members, ...teams, ...services].map(({ id, name }) => [id, name]));
  const byKey = new Map(debts.map((debt) => [keyOf(scope, debt.number), debt]));
  return {
    creates: creates.map(({ row, sourceKey, title, state }) => ({ row, key: sourceKey, title, state })),
    updates: updates.flatMap((action) => {
      const debt = byKey.get(action.debtKey);
      return debt ? [describeUpdate(action, debt, names)] : [];
    }),
    same: same.map(({ row, debtKey }) => ({ row, key: debtKey, title: byKey.get(debtKey)?.title ?? '' })),
  };
}

type Progress = (rowsDone: number) => Promise<void>;

/** Writes a plan in the caller's transaction; returns what taking it back will need. */
export async function writePlan(
  tx: Tx,
  scope: WorkspaceScope,
  run: ImportRun,
  planned: ImportPlan,
  progress: Progress,
): Promise<Before[]> {
  const drafts = planned.actions.flatMap((action) => (action.kind === 'create' ? [action.draft] : []));
  let number = drafts.length > 0 ? await reserveNumbers(tx, scope, drafts.length) : 0;
  let done = 0;
  for (const part of chunksOf(drafts)) {
    await repo.insertDebts(tx, scope, rowsOfDrafts(run, part, number));
    number += part.length;
    done += part.length;
    await progress(done);
  }
  const updates = planned.actions.filter(isUpdate);
  const before: Before[] = [];
  for (const part of chunksOf(updates)) {
    before.push(...(await writeUpdates(tx, scope, run, part)));
    done += part.length;
    await progress(done);
  }
  if (updates.length > 0) await debtsChanged(tx, scope);
  return before;
}

async function writeUpdates(
  tx: Tx,
  scope: WorkspaceScope,
  run: ImportRun,
  updates: readonly Update[],
): Promise<Before[]> {
  const numbers = updates.map((action) => numberOf(action.debtKey));
  const debts = await repo.findDebtsForUpdate(tx, scope, numbers, run.system);
  const byNumber = new Map(debts.map((debt) => [debt.number, debt]));
  const before: Before[] = [];
  const written = new Written();
  const scores: object[] = [];
  const sources = new Map<string, repo.SourceWrite>();
  for (const { draft, debtKey } of updates) {
    const debt = byNumber.get(numberOf(debtKey));
    if (!debt) continue;
    const { id: debtId } = debt;
    const key = sourceKeyOf(draft);
    const change = columnsToWrite(run, draft, debt);
    before.push(valuesBefore(debt, key, change));
    written.add(debtId, change.columns, change.serviceIds);
    if (change.score) {
      const { factors, at } = change.score;
      scores.push({ id: newId(), debtId, ...factors, reason: reasonOf(run), scoredById: run.memberId, scoredAt: at });
    }
    sources.set(key, { ...change.source, id: newId(), debtId, system: run.system, key, importId: run.importId });
  }
  await written.save(tx, scope);
  await repo.insertScores(tx, scope, scores);
  await repo.saveSources(tx, scope, [...sources.values()], run.at);
  return before;
}

/** Changes of debts to be written in one go. Two rows of a file may mean one debt: what the later one says counts. */
class Written {
  readonly #columns = new Map<string, repo.DebtColumns>();
  readonly #services = new Map<string, readonly string[]>();

  add(debtId: string, columns: repo.DebtColumns, serviceIds: readonly string[] | null | undefined): void {
    this.#columns.set(debtId, { ...this.#columns.get(debtId), ...columns });
    if (serviceIds) this.#services.set(debtId, serviceIds);
  }

  async save(tx: Tx, scope: WorkspaceScope): Promise<void> {
    await repo.updateDebts(
      tx,
      scope,
      [...this.#columns].map(([id, columns]) => ({ ...columns, id })),
    );
    await repo.replaceServices(tx, scope, this.#services);
  }
}

/** Puts one part of the changed debts back; returns the numbers of those that somebody has changed since. */
async function restore(tx: Tx, scope: WorkspaceScope, system: string, part: readonly Before[], at: Date) {
  const numbers = part.map((one) => one.number);
  const debts = await repo.findDebtsForUpdate(tx, scope, numbers, system);
  const byNumber = new Map(debts.map((debt) => [debt.number, debt]));
  const kept: number[] = [];
  const written = new Written();
  const sources: Parameters<typeof repo.restoreSources>[3][number][] = [];
  for (const { number, version, fields, source } of part) {
    const debt = byNumber.get(number);
    if (debt?.version !== version) {
      kept.push(number);
      continue;
    }
    written.add(debt.id, columnsToRestore(fields, debt, at), fields.serviceIds);
    sources.push({ ...source, debtId: debt.id });
  }
  await written.save(tx, scope);
  await repo.restoreSources(tx, scope, system, sources, at);
  return kept;
}

/** Deletes what an import made and puts back what it changed, but for what people have changed since. */
export async function takeBack(
  tx: Tx,
  scope: WorkspaceScope,
  imported: { importId: string; system: string; before: readonly Before[]; at: Date },
): Promise<TakenBack> {
  const { importId, system, before, at } = imported;
  const kept = await repo.findTouched(tx, scope, importId);
  const deleted = await repo.deleteUntouched(tx, scope, importId, at);
  let restored = before.length;
  for (const part of chunksOf(before)) {
    const changedSince = await restore(tx, scope, system, part, at);
    restored -= changedSince.length;
    kept.push(...changedSince);
  }
  await debtsChanged(tx, scope);
  return { deleted, restored, keptBecauseChanged: kept.map((number) => keyOf(scope, number)) };
}
