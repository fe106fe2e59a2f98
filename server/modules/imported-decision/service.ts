import type { WorkspaceScope } from '@/server/access/scope';
import { hashBytes } from '@/server/domain/decision-record/byte-hash';
import { readRecords } from '@/server/domain/decision-record/read-set';
import { filePathOf } from '@/server/domain/decision-record/record-path';
import { fieldGroups, type HeldFields } from '@/server/domain/decision-sync/held-field';
import { edgesOf, mergeEdges, type RelatedRecord } from '@/server/domain/decision-sync/relation-edge';
import { dateToDay, dayToDate } from '@/server/domain/field/day';
import { dayText } from '@/server/domain/scoring/day';
import { changeColumns } from '@/server/modules/decision/service';
import { saveText } from '@/server/modules/decision-text/service';
import { raiseLastNumber } from '@/server/modules/register/service';
import { type Db, database, type Tx } from '@/server/platform/db';
import { newId } from '@/server/platform/ids';
import type { ComingFiles, ImportRun } from './contract';
import { columnsOfHeld, heldOfRow, storedReading } from './render/held-row';
import { rowsOfNew, sourceOf } from './render/new-row';
import { compareItem, type PlanItem } from './render/plan-item';
import { itemsOf, matchKnown, relatedBefore } from './render/plan-match';
import { countPlan, type DecisionPlan, describePlan } from './render/plan-view';
import * as repo from './repo';

const compared = 200;

type Client = Db | Tx;

async function compareItems(
  client: Client,
  scope: WorkspaceScope,
  items: readonly PlanItem[],
  matched: ReadonlyMap<string, repo.KnownRow>,
): Promise<PlanItem[]> {
  const done: PlanItem[] = [];
  for (let start = 0; start < items.length; start += compared) {
    const some = items.slice(start, start + compared);
    const ids = some.flatMap(({ record }) => matched.get(record.path)?.id ?? []);
    const rows = ids.length === 0 ? [] : await repo.findHeld(client, scope, ids);
    const stored = new Map(rows.map((row) => [row.id, row]));
    for (const item of some) {
      const known = matched.get(item.record.path);
      const row = stored.get(item.id);
      if (known?.deletedAt) {
        const note = `Deleted here on ${dayText(dateToDay(known.deletedAt))}. Restore it first to bring it up to date.`;
        done.push({ ...item, action: 'keep', note, isNews: false });
      } else done.push(row ? compareItem(item, row) : item);
    }
  }
  return done;
}

/** Every relation of the register as its files told them before and tell them now, against what is here. */
async function planEdges(
  client: Client,
  scope: WorkspaceScope,
  registerId: string,
  known: readonly repo.KnownRow[],
  items: readonly PlanItem[],
) {
  const before = relatedBefore(known);
  const written = new Map(items.filter(({ isNews }) => isNews).map((item) => [item.id, item]));
  const after = before.map((one): RelatedRecord => {
    const item = written.get(one.id);
    if (!item) return one;
    written.delete(one.id);
    return { ...one, path: item.record.path, number: item.record.number, relations: item.reading.relations };
  });
  for (const { id, record, reading } of written.values()) {
    after.push({ id, path: record.path, number: record.number, relations: reading.relations });
  }
  const older = new Map(before.map(({ path, id }) => [path, id]));
  const here = await repo.findEdges(client, scope, registerId);
  return mergeEdges(edgesOf(before), edgesOf(after, older), here);
}

/** Reads files against what a register holds. Writes nothing. */
export async function planFiles(
  client: Client,
  scope: WorkspaceScope,
  registerId: string,
  coming: ComingFiles,
): Promise<DecisionPlan> {
  const set = readRecords(coming.files, { dateOrders: coming.dateOrders });
  const services = await repo.findServices(client, scope);
  const serviceIds = new Map(services.map(({ key, id }) => [key, id]));
  const known = await repo.findKnown(client, scope, registerId);
  const matched = matchKnown(set, known);
  const items = await compareItems(client, scope, itemsOf(set, coming, matched, serviceIds), matched);
  const edges = await planEdges(client, scope, registerId, known, items);
  const came = known.filter(({ contentHash, deletedAt }) => contentHash !== null && !deletedAt).length;
  const met = [...matched.values()].filter(({ deletedAt }) => !deletedAt).length;
  return { registerId, coming, set, items, serviceIds, ...edges, absent: met === 0 ? 0 : came - met };
}

const batchRows = 100;
const batchBytes = 4 * 1024 * 1024;

/** Parts of a list that are small enough to be on their way at once. */
function* batchesOf<Item>(items: readonly Item[], bytesOf: (item: Item) => number): Generator<Item[]> {
  let batch: Item[] = [];
  let bytes = 0;
  for (const item of items) {
    const size = bytesOf(item);
    if (batch.length > 0 && (batch.length === batchRows || bytes + size > batchBytes)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(item);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

async function insertNew(tx: Tx, scope: WorkspaceScope, plan: DecisionPlan, run: ImportRun, items: PlanItem[]) {
  const { registerId, serviceIds } = plan;
  const rows = items.map((item) => rowsOfNew(scope, item, { registerId, run, serviceIds }));
  await repo.insertDecisions(tx, scope, {
    decisions: rows.map(({ decision }) => decision),
    sources: rows.map(({ source }) => source),
    revisions: rows.map(({ revision }) => revision),
    acts: rows.map(({ act }) => act),
    services: rows.flatMap(({ services }) => services),
  });
}

function columnsTaken({ taken, outside }: PlanItem): Partial<ReturnType<typeof columnsOfHeld>> {
  const names = new Set<keyof HeldFields>(taken.flatMap((group) => [...fieldGroups[group]]));
  const stored: Partial<Record<string, keyof HeldFields>> = { decidedOn: 'date' };
  return Object.fromEntries(
    Object.entries(columnsOfHeld(outside)).filter(([column]) =>
      [...names].some((name) => (stored[column] ?? column) === name),
    ),
  );
}

async function updateOne(
  tx: Tx,
  scope: WorkspaceScope,
  item: PlanItem,
  before: repo.HeldRow,
  { plan, run }: { plan: DecisionPlan; run: ImportRun },
): Promise<void> {
  const { id, outside, taken, record } = item;
  const { at, name } = run;
  const columns = columnsTaken(item);
  const text = {
    title: columns.title ?? before.title,
    productSentence: columns.productSentence ?? before.productSentence,
    body: columns.body ?? before.body,
  };
  const hasNewText =
    text.title !== before.title || text.productSentence !== before.productSentence || text.body !== before.body;
  const saved = hasNewText ? await saveText(tx, scope, before, { text, note: `Imported from ${name}`, at }) : null;
  const revision = saved?.revision ?? before.revision;
  const isMoved = taken.includes('status') && outside.status !== before.status;
  const isDated = taken.includes('date') && outside.date !== null;
  const statusAt = isDated && outside.date !== null ? dayToDate(outside.date) : at;
  if (taken.length > 0 || before.sourcePath !== record.path) {
    await changeColumns(tx, scope, id, {
      ...columns,
      ...(saved && { revision }),
      ...(isMoved && { statusChangedAt: statusAt }),
      sourcePath: record.path,
      updatedAt: at,
    });
  }
  if (isMoved) {
    await repo.insertAct(tx, scope, {
      id: newId(),
      decisionId: id,
      kind: 'transition',
      fromStatus: before.status,
      toStatus: outside.status,
      revision,
      reason: `Imported from ${record.path}`,
      memberId: scope.memberId,
      at: statusAt,
    });
  }
  if (taken.includes('services')) {
    const serviceIds = outside.services.flatMap((key) => plan.serviceIds.get(key) ?? []);
    await repo.replaceServices(tx, scope, id, serviceIds);
  }
  const { decisionId: _decisionId, ...source } = sourceOf(item, at);
  await repo.saveSource(tx, scope, id, source);
}

async function writeFiles(tx: Tx, scope: WorkspaceScope, plan: DecisionPlan, at: Date): Promise<void> {
  const stored = new Map(
    (await repo.findFiles(tx, scope, plan.registerId)).map((file) => [file.path, file.contentHash]),
  );
  const fresh = plan.set.others
    .map(({ path, content }) => ({ path, content, contentHash: hashBytes(content) }))
    .filter(({ path, contentHash }) => stored.get(path) !== contentHash);
  // What was set aside before and is a record now would otherwise be given back twice.
  const read = plan.set.records.map(({ path }) => filePathOf(path)).filter((path) => stored.has(path));
  const gone = [...new Set([...fresh.map(({ path }) => path).filter((path) => stored.has(path)), ...read])];
  if (gone.length > 0) await repo.deleteFiles(tx, scope, plan.registerId, gone);
  for (const batch of batchesOf(fresh, ({ content }) => content.length)) {
    const rows = batch.map((file) => ({
      ...file,
      id: newId(),
      registerId: plan.registerId,
      content: new Uint8Array(file.content),
      importedAt: at,
    }));
    await repo.insertFiles(tx, scope, rows);
  }
}

async function writeEdges(tx: Tx, scope: WorkspaceScope, { added, removed }: DecisionPlan, at: Date): Promise<void> {
  if (removed.length > 0)
    await repo.deleteEdges(
      tx,
      scope,
      removed.map(({ id }) => id),
    );
  for (const batch of batchesOf(added, () => 0)) {
    const rows = batch.map((edge) => ({ ...edge, id: newId(), createdById: scope.memberId, createdAt: at }));
    await repo.insertEdges(tx, scope, rows);
  }
}

/** Holds the records of a register, so that what is planned is still so when it is written. */
export const holdRecords = repo.lockRecords;

/** Carries a plan out, in the transaction of the caller that holds the register. `progress` hears how many are done. */
export async function writePlan(
  tx: Tx,
  scope: WorkspaceScope,
  plan: DecisionPlan,
  run: ImportRun,
  progress: (done: number) => Promise<void>,
): Promise<void> {
  await writeFiles(tx, scope, plan, run.at);
  let done = 0;
  const created = plan.items.filter(({ action }) => action === 'create');
  for (const batch of batchesOf(created, ({ file, outside }) => file.content.length + outside.body.length)) {
    await insertNew(tx, scope, plan, run, batch);
    done += batch.length;
    await progress(done);
  }
  const renewed = plan.items.filter(({ action, isNews }) => action !== 'create' && isNews);
  for (const batch of batchesOf(renewed, ({ outside }) => outside.body.length)) {
    const rows = await repo.findHeld(
      tx,
      scope,
      batch.map(({ id }) => id),
    );
    const stored = new Map(rows.map((row) => [row.id, row]));
    for (const item of batch) {
      const before = stored.get(item.id);
      if (before) await updateOne(tx, scope, item, before, { plan, run });
    }
    done += batch.length;
    await progress(done);
  }
  await writeEdges(tx, scope, plan, run.at);
  const highest = Math.max(0, ...plan.items.map(({ outside }) => outside.number ?? 0));
  if (highest > 0) await raiseLastNumber(tx, scope, plan.registerId, highest);
}

/** How many records a plan writes. */
export const countWritten = (plan: DecisionPlan): number =>
  plan.items.filter(({ action, isNews }) => action === 'create' || isNews).length;

/** Everything that an import would do to a register, held while it is decided and written. */
export type Plan = DecisionPlan;
/** A plan in numbers, and as it is shown. */
export const planView = { count: countPlan, describe: describePlan };
/** What a stored record holds, and what was read from its file last time, in the terms in which files are compared. */
export const heldRow = { fields: heldOfRow, reading: storedReading };

/** Records as they are held, with what was read from their files, in no order. */
export function findHeldRows(scope: WorkspaceScope, ids: string[]): Promise<HeldRow[]> {
  return repo.findHeld(database(), scope, ids);
}
export type HeldRow = repo.HeldRow;
