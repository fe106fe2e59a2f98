import type { z } from 'zod';
import { may, type WorkspaceScope } from '@/server/access/scope';
import { defaultTemplate } from '@/server/domain/decision/template';
import { dateToDay } from '@/server/domain/field/day';
import { dayText } from '@/server/domain/scoring/day';
import { mustHaveTemplate } from '@/server/modules/decision-template/service';
import { now, today } from '@/server/platform/clock';
import { database, type Tx } from '@/server/platform/db';
import { AppError, invalid, notFound } from '@/server/platform/errors';
import { newId } from '@/server/platform/ids';
import { transact } from '@/server/platform/transact';
import type { CreateRegister, RegisterFields, RegisterRecord, registerContract, UpdateRegister } from './contract';
import * as repo from './repo';

const noCounts: repo.RegisterCounts = { decisions: 0, open: 0, inForce: 0, due: 0 };

function present(
  scope: WorkspaceScope,
  stored: repo.StoredRegister,
  counts: repo.RegisterCounts = noCounts,
): RegisterRecord {
  const { deletedAt: _deletedAt, ...register } = stored;
  const manage = may(scope, 'register:write');
  return {
    ...register,
    ...counts,
    abilities: {
      edit: manage,
      delete: manage,
      import: may(scope, 'decision:import'),
      write: may(scope, 'decision:write'),
    },
  };
}

/** The registers of the workspace by name, with counts of their live records. */
export async function listRegisters(
  scope: WorkspaceScope,
  q: string = '',
): Promise<z.infer<typeof registerContract.list.output>> {
  const [registers, counts] = await Promise.all([
    repo.findRegisters(database(), scope, q),
    repo.countDecisions(database(), scope, today()),
  ]);
  return {
    data: registers.map((register) => present(scope, register, counts.get(register.id))),
    abilities: { create: may(scope, 'register:write') },
  };
}

function deleted(code: 'notFound' | 'conflict', register: repo.StoredRegister, at: Date): AppError {
  const when = `was deleted on ${dayText(dateToDay(at))} and can be restored`;
  const otherwise = code === 'conflict' ? ': restore it, or choose another slug' : '';
  return new AppError(code, {
    userMessage: `The register “${register.slug}” (${register.name}) ${when}${otherwise}.`,
    ...(code === 'conflict' ? { fields: [{ path: 'slug', message: `belongs to a register that ${when}` }] } : {}),
    details: { slug: register.slug, name: register.name, deleted: true },
  });
}

async function live(client: Tx, scope: WorkspaceScope, slug: string): Promise<repo.StoredRegister> {
  const register = await repo.findRegister(client, scope, slug);
  if (!register) throw notFound(`The register “${slug}”`);
  if (register.deletedAt) throw deleted('notFound', register, register.deletedAt);
  return register;
}

/** Throws `notFound`; the message of a deleted register says when it went and that it can come back. */
export async function getRegister(scope: WorkspaceScope, slug: string): Promise<RegisterRecord> {
  const register = await live(database(), scope, slug);
  const counts = await repo.countDecisions(database(), scope, today(), register.id);
  return present(scope, register, counts.get(register.id));
}

/** For writes to records: the live register, its row held until the transaction ends. Throws `notFound`. */
export async function holdRegister(tx: Tx, scope: WorkspaceScope, slug: string): Promise<repo.StoredRegister> {
  await repo.lockRegisterBySlug(tx, scope, slug);
  return live(tx, scope, slug);
}

/** The same by id, deleted or not. */
export async function holdRegisterById(tx: Tx, scope: WorkspaceScope, id: string): Promise<repo.StoredRegister> {
  await repo.lockRegister(tx, scope, id);
  return repo.findRegisterById(tx, scope, id);
}

/** For acceptance and imports, on a register that is held: its next number, or keeping it above one from outside. */
export const takeNumber = repo.takeNumber;
export const raiseLastNumber = repo.raiseLastNumber;

async function columnsOf(
  tx: Tx,
  scope: WorkspaceScope,
  change: Partial<RegisterFields>,
): Promise<repo.RegisterColumns> {
  const { team, ...plain } = change;
  if (plain.template !== undefined) await mustHaveTemplate(tx, scope, plain.template);
  if (team === undefined) return plain;
  const teamId = team && (await repo.findTeamId(tx, scope, team));
  if (team && !teamId) throw invalid('team', `there is no team “${team}” in this workspace.`);
  return { ...plain, teamId };
}

/** Throws `conflict` when the slug is taken, also by a deleted register, which keeps it until it is restored. */
export async function createRegister(scope: WorkspaceScope, input: CreateRegister): Promise<RegisterRecord> {
  const { workspace: _workspace, slug, name, template = defaultTemplate, ...rest } = input;
  await transact(scope, 'register.create', async (tx, record) => {
    const id = newId();
    const at = now();
    const columns = await columnsOf(tx, scope, { ...rest, template });
    const inserted = await repo.insertRegister(tx, scope, {
      ...columns,
      id,
      slug,
      name,
      template,
      createdAt: at,
      updatedAt: at,
    });
    if (!inserted) {
      const other = await repo.findRegister(tx, scope, slug);
      if (other?.deletedAt) throw deleted('conflict', other, other.deletedAt);
      const message = `“${slug}” is the slug of another register`;
      throw new AppError('conflict', { userMessage: `slug: ${message}`, fields: [{ path: 'slug', message }] });
    }
    record({ subjectType: 'register', subjectId: id, data: { key: slug, name } });
  });
  return getRegister(scope, slug);
}

function stale(current: RegisterRecord): AppError {
  return new AppError('stale', {
    userMessage: `The register “${current.name}” has changed since you opened it. Nothing of yours was saved or lost.`,
    details: { current },
  });
}

/**
 * Changes what is given and leaves the rest. Without a version the change is made on whatever is stored.
 * Throws `stale` with the register as it is now when somebody else saved first.
 */
export async function updateRegister(
  scope: WorkspaceScope,
  input: Omit<UpdateRegister, 'version'> & { version?: number | undefined },
): Promise<RegisterRecord> {
  const { workspace: _workspace, slug, version, ...change } = input;
  const fields = Object.keys(change);
  const fresh = await transact(scope, 'register.update', async (tx, record) => {
    const before = await holdRegister(tx, scope, slug);
    if (version !== undefined && before.version !== version) return false;
    if (fields.length === 0) return true;
    const columns = await columnsOf(tx, scope, change);
    await repo.updateRegisterColumns(tx, scope, before.id, { ...columns, updatedAt: now() });
    record({ subjectType: 'register', subjectId: before.id, data: { key: slug, name: before.name, fields } });
    return true;
  });
  const current = await getRegister(scope, slug);
  if (!fresh) throw stale(current);
  return current;
}

/** Leaves a tombstone that keeps the slug. Throws `conflict` while the register holds records. */
export async function deleteRegister(
  scope: WorkspaceScope,
  input: { slug: string; version?: number | undefined },
): Promise<{ slug: string; name: string }> {
  const { slug, version } = input;
  const name = await transact(scope, 'register.delete', async (tx, record) => {
    const before = await holdRegister(tx, scope, slug);
    if (version !== undefined && before.version !== version) return null;
    const decisions = await repo.countLive(tx, scope, before.id);
    if (decisions > 0) {
      throw new AppError('conflict', {
        userMessage: `The register “${before.name}” holds ${decisions === 1 ? 'one decision' : `${decisions} decisions`}. Delete them first, or keep it.`,
        details: { decisions },
      });
    }
    const at = now();
    await repo.updateRegisterColumns(tx, scope, before.id, { deletedAt: at, updatedAt: at });
    record({ subjectType: 'register', subjectId: before.id, data: { key: slug, name: before.name } });
    return before.name;
  });
  if (name === null) throw stale(await getRegister(scope, slug));
  return { slug, name };
}

/** Brings a deleted register back as it was; on one that is not deleted it changes nothing. */
export async function restoreRegister(scope: WorkspaceScope, slug: string): Promise<RegisterRecord> {
  await transact(scope, 'register.restore', async (tx, record) => {
    await repo.lockRegisterBySlug(tx, scope, slug);
    const before = await repo.findRegister(tx, scope, slug);
    if (!before) throw notFound(`The register “${slug}”`);
    if (!before.deletedAt) return;
    await repo.updateRegisterColumns(tx, scope, before.id, { deletedAt: null, updatedAt: now() });
    record({ subjectType: 'register', subjectId: before.id, data: { key: slug, name: before.name } });
  });
  return getRegister(scope, slug);
}
