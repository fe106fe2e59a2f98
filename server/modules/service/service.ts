import type { z } from 'zod';
import { may, type WorkspaceScope } from '@/server/access/scope';
import { dateToDay, dayToDate } from '@/server/domain/field/day';
import { dayText } from '@/server/domain/scoring/day';
import { now } from '@/server/platform/clock';
import { decodeCursor, encodeCursor } from '@/server/platform/cursor';
import { database, type Tx } from '@/server/platform/db';
import { AppError, invalid, notFound } from '@/server/platform/errors';
import { newId } from '@/server/platform/ids';
import { keysetPlace } from '@/server/platform/keyset';
import { transact } from '@/server/platform/transact';
import type {
  CreateService,
  ListServices,
  ServiceFields,
  ServiceRecord,
  serviceContract,
  UpdateService,
} from './contract';
import {
  countServices,
  findService,
  findServiceByKey,
  findServices,
  findTeamKeys,
  insertService,
  lockService,
  type ServiceColumns,
  type StoredService,
  summarizeServices,
  updateServiceColumns,
} from './repo';

type Change = Partial<ServiceFields>;
type Bare = NonNullable<Awaited<ReturnType<typeof findServiceByKey>>>;

function present(scope: WorkspaceScope, stored: StoredService): ServiceRecord {
  const { teamKey, teamName, ...rest } = stored;
  const write = may(scope, 'service:write');
  const team = teamKey === null || teamName === null ? null : { key: teamKey, name: teamName };
  return { ...rest, team, abilities: { edit: write, delete: write } };
}

/** One page of the catalogue in a total order; the cursor holds for the same sort and filters only. */
export async function listServices(
  scope: WorkspaceScope,
  input: ListServices,
): Promise<z.infer<typeof serviceContract.list.output>> {
  const { filters, sort, limit } = input;
  const view = JSON.stringify(['service', scope.workspaceId, sort, filters]);
  const after = input.cursor ? keysetPlace.parse(JSON.parse(String(decodeCursor(view, input.cursor).value))) : null;
  const [page, total] = await Promise.all([
    findServices(database(), scope, { filters, sort, after, limit }),
    countServices(database(), scope, filters),
  ]);
  const nextCursor = page.lastPlace ? encodeCursor(view, { value: JSON.stringify(page.lastPlace), tieBreak: 0 }) : null;
  return { data: page.rows.map((row) => present(scope, row)), nextCursor, total };
}

export async function summarizeCatalogue(
  scope: WorkspaceScope,
): Promise<z.infer<typeof serviceContract.summary.output>> {
  return { ...(await summarizeServices(database(), scope)), abilities: { create: may(scope, 'service:write') } };
}

/** Throws `notFound`; the message of a deleted service says when it went and that it can come back. */
export async function getService(scope: WorkspaceScope, key: string): Promise<ServiceRecord> {
  const stored = await findService(database(), scope, key);
  if (stored) return present(scope, stored);
  const bare = await findServiceByKey(database(), scope, key);
  if (bare?.deletedAt) throw deleted('notFound', bare, bare.deletedAt);
  throw notFound(`The service “${key}”`);
}

function deleted(code: 'notFound' | 'conflict', bare: Bare, at: Date): AppError {
  const when = `was deleted on ${dayText(dateToDay(at))} and can be restored`;
  const otherwise = code === 'conflict' ? ': restore it, or choose another key' : '';
  return new AppError(code, {
    userMessage: `The service “${bare.key}” (${bare.name}) ${when}${otherwise}.`,
    ...(code === 'conflict' ? { fields: [{ path: 'key', message: `belongs to a service that ${when}` }] } : {}),
    details: { key: bare.key, name: bare.name, deleted: true },
  });
}

async function live(tx: Tx, scope: WorkspaceScope, key: string): Promise<Bare> {
  await lockService(tx, scope, key);
  const bare = await findServiceByKey(tx, scope, key);
  if (!bare) throw notFound(`The service “${key}”`);
  if (bare.deletedAt) throw deleted('notFound', bare, bare.deletedAt);
  return bare;
}

async function teamIdOf(tx: Tx, scope: WorkspaceScope, key: string): Promise<string> {
  const teams = await findTeamKeys(tx, scope);
  const team = teams.find((one) => one.key === key);
  if (team) return team.id;
  const known =
    teams.length > 0
      ? `The teams here are ${teams
          .slice(0, 20)
          .map((one) => one.key)
          .join(', ')}`
      : 'There are no teams yet';
  throw invalid('team', `there is no team “${key}” in this workspace. ${known}.`);
}

/** Rules over several fields, on the record as it would become. */
function checkTogether(
  change: Change,
  next: { availability: number | null; p50Ms: number | null; p95Ms: number | null },
): void {
  if (next.availability === null && (change.availabilitySource || change.availabilityAsOf)) {
    const path = change.availabilitySource ? 'availabilitySource' : 'availabilityAsOf';
    throw invalid(path, 'belongs to an availability figure; give availability too, or leave this out.');
  }
  if (next.p50Ms !== null && next.p95Ms !== null && next.p95Ms < next.p50Ms) {
    throw invalid('p95Ms', `must be at least p50Ms (${next.p50Ms}), not ${next.p95Ms}.`);
  }
}

function sourceOf(change: Change, before: Bare | null): ServiceColumns {
  const availability = change.availability === undefined ? (before?.availability ?? null) : change.availability;
  if (availability === null) return { availabilitySource: null, availabilityAsOf: null };
  const source = change.availabilitySource === undefined ? before?.availabilitySource : change.availabilitySource;
  const asOf = change.availabilityAsOf;
  return {
    availabilitySource: source ?? 'assumed',
    ...(asOf === undefined ? {} : { availabilityAsOf: asOf === null ? null : dayToDate(asOf) }),
  };
}

async function columnsOf(tx: Tx, scope: WorkspaceScope, change: Change, before: Bare | null): Promise<ServiceColumns> {
  const { team, availabilitySource: _source, availabilityAsOf: _asOf, ...plain } = change;
  const keep = <Value>(given: Value | undefined, old: Value | undefined) =>
    given === undefined ? (old ?? null) : given;
  checkTogether(change, {
    availability: keep(change.availability, before?.availability),
    p50Ms: keep(change.p50Ms, before?.p50Ms),
    p95Ms: keep(change.p95Ms, before?.p95Ms),
  });
  const teamId = team === undefined ? {} : { teamId: team === null ? null : await teamIdOf(tx, scope, team) };
  return { ...plain, ...teamId, ...sourceOf(change, before) };
}

/** Throws `conflict` when the key is taken, also by a deleted service, which keeps it until it is restored. */
export async function createService(scope: WorkspaceScope, input: CreateService): Promise<ServiceRecord> {
  const { workspace: _workspace, key, name, tier, ...rest } = input;
  await transact(scope, 'service.create', async (tx, record) => {
    const id = newId();
    const at = now();
    const columns = await columnsOf(tx, scope, rest, null);
    const inserted = await insertService(tx, scope, { ...columns, id, key, name, tier, createdAt: at, updatedAt: at });
    if (!inserted) {
      const taken = await findServiceByKey(tx, scope, key);
      if (taken?.deletedAt) throw deleted('conflict', taken, taken.deletedAt);
      throw new AppError('conflict', {
        userMessage: `The key “${key}” belongs to the service ${taken?.name ?? key} already. Choose another key.`,
        fields: [{ path: 'key', message: `is taken by ${taken?.name ?? key}` }],
        details: { key, deleted: false },
      });
    }
    record({ subjectType: 'service', subjectId: id, data: { key, name } });
  });
  return getService(scope, key);
}

/** The fields that would really change, as `[before, after]`, for the audit. */
function differences(before: Bare, columns: ServiceColumns): Record<string, [string | null, string | null]> {
  const stored = new Map<string, unknown>(Object.entries(before));
  const text = (value: unknown) =>
    value === null || value === undefined ? null : value instanceof Date ? dateToDay(value) : String(value);
  const pairs = Object.entries(columns).map(
    ([field, value]) => [field, [text(stored.get(field)), text(value)]] as const,
  );
  return Object.fromEntries(
    pairs.filter(([, [old, next]]) => old !== next).map(([field, [old, next]]) => [field, [old, next]]),
  );
}

/**
 * Changes what is given and leaves the rest; saves nothing when nothing differs. Without a version the change is made
 * on whatever is stored. Throws `stale` with the record as it is now when somebody else saved first.
 */
export async function updateService(
  scope: WorkspaceScope,
  input: Omit<UpdateService, 'version'> & { version?: number | undefined },
): Promise<ServiceRecord> {
  const { workspace: _workspace, key, version, ...change } = input;
  const fresh = await transact(scope, 'service.update', async (tx, record) => {
    const before = await live(tx, scope, key);
    if (version !== undefined && before.version !== version) return false;
    const columns = await columnsOf(tx, scope, change, before);
    const changed = differences(before, columns);
    if (Object.keys(changed).length > 0) {
      await updateServiceColumns(tx, scope, before.id, { ...columns, updatedAt: now() });
      record({ subjectType: 'service', subjectId: before.id, data: { key, changed } });
    }
    return true;
  });
  const current = await getService(scope, key);
  if (!fresh) throw stale(current, version ?? 0);
  return current;
}

function stale(current: ServiceRecord, version: number): AppError {
  return new AppError('stale', {
    userMessage: `The service “${current.key}” has changed: you edited version ${version}, it is at version ${current.version}.`,
    details: { current },
  });
}

/** Leaves a tombstone. Debts keep their link, and the key stays taken so that it can be restored. */
export async function deleteService(
  scope: WorkspaceScope,
  input: z.output<typeof serviceContract.delete.input>,
): Promise<z.infer<typeof serviceContract.delete.output>> {
  const deletedAt = now();
  const name = await transact(scope, 'service.delete', async (tx, record) => {
    const before = await live(tx, scope, input.key);
    if (input.version !== undefined && before.version !== input.version) return null;
    await updateServiceColumns(tx, scope, before.id, { deletedAt });
    record({ subjectType: 'service', subjectId: before.id, data: { key: input.key, name: before.name } });
    return before.name;
  });
  if (name === null) throw stale(await getService(scope, input.key), input.version ?? 0);
  return { key: input.key, name, deletedAt };
}

/** Brings a deleted service back as it was; on one that is not deleted it changes nothing. */
export async function restoreService(scope: WorkspaceScope, key: string): Promise<ServiceRecord> {
  await transact(scope, 'service.restore', async (tx, record) => {
    await lockService(tx, scope, key);
    const bare = await findServiceByKey(tx, scope, key);
    if (!bare) throw notFound(`The service “${key}”`);
    if (!bare.deletedAt) return;
    await updateServiceColumns(tx, scope, bare.id, { deletedAt: null });
    record({ subjectType: 'service', subjectId: bare.id, data: { key, name: bare.name } });
  });
  return getService(scope, key);
}
