import type { z } from 'zod';
import { may, type WorkspaceScope } from '@/server/access/scope';
import { type BuiltInTemplate, builtInTemplate, builtInTemplates } from '@/server/domain/decision/template';
import type { registerContract as contract, TemplateRecord } from '@/server/modules/register/contract';
import { now } from '@/server/platform/clock';
import { type Db, database, type Tx } from '@/server/platform/db';
import { AppError, invalid, notFound } from '@/server/platform/errors';
import { newId } from '@/server/platform/ids';
import { transact } from '@/server/platform/transact';
import * as repo from './repo';

type Stored = NonNullable<Awaited<ReturnType<typeof repo.findTemplate>>>;

function presentOwn({ deletedAt: _deletedAt, ...template }: Stored): TemplateRecord {
  return { ...template, builtIn: false };
}

function presentBuiltIn(template: BuiltInTemplate): TemplateRecord {
  return { ...template, builtIn: true, version: 1 };
}

/** The built-in templates, then the workspace's own by name. */
export async function listTemplates(scope: WorkspaceScope): Promise<z.infer<typeof contract.templates.output>> {
  const own = await repo.findTemplates(database(), scope);
  return {
    data: [...builtInTemplates.map(presentBuiltIn), ...own.map(presentOwn)],
    abilities: { create: may(scope, 'register:write') },
  };
}

/** The template of a key, built in or the workspace's own; null when there is none. */
export async function findTemplate(
  client: Db | Tx,
  scope: WorkspaceScope,
  key: string,
): Promise<TemplateRecord | null> {
  const builtIn = builtInTemplate(key);
  if (builtIn) return presentBuiltIn(builtIn);
  const own = await repo.findTemplate(client, scope, key);
  return own && !own.deletedAt ? presentOwn(own) : null;
}

/** Throws `invalid` for a key that no template has. */
export async function mustHaveTemplate(client: Db | Tx, scope: WorkspaceScope, key: string): Promise<void> {
  if (!(await findTemplate(client, scope, key))) throw invalid('template', `there is no template “${key}”.`);
}

function taken(key: string): AppError {
  const message = `“${key}” is the key of another template`;
  return new AppError('conflict', { userMessage: `key: ${message}`, fields: [{ path: 'key', message }] });
}

async function mustFind(tx: Tx, scope: WorkspaceScope, key: string): Promise<Stored> {
  if (builtInTemplate(key)) {
    throw new AppError('conflict', {
      userMessage: `The template “${key}” comes with Paydown and cannot be changed. Make one of your own from it.`,
    });
  }
  await repo.lockTemplate(tx, scope, key);
  const stored = await repo.findTemplate(tx, scope, key);
  if (!stored || stored.deletedAt) throw notFound(`The template “${key}”`);
  return stored;
}

/** Makes a template of the workspace's own. Throws `conflict` when a built-in or another one has the key. */
export async function createTemplate(
  scope: WorkspaceScope,
  input: z.output<typeof contract.createTemplate.input>,
): Promise<TemplateRecord> {
  const { workspace: _workspace, key, ...text } = input;
  if (builtInTemplate(key)) throw taken(key);
  return transact(scope, 'template.create', async (tx, record) => {
    const at = now();
    const inserted = await repo.insertTemplate(tx, scope, { ...text, id: newId(), key, createdAt: at, updatedAt: at });
    if (!inserted) {
      await repo.lockTemplate(tx, scope, key);
      const stored = await repo.findTemplate(tx, scope, key);
      if (!stored?.deletedAt) throw taken(key);
      await repo.updateTemplateColumns(tx, scope, key, { ...text, updatedAt: at, deletedAt: null });
    }
    record({ subjectType: 'template', subjectId: null, data: { key, name: text.name } });
    return presentOwn(await mustFind(tx, scope, key));
  });
}

/** Changes what is given. Throws `stale` with the template as it is when somebody saved first. */
export async function updateTemplate(
  scope: WorkspaceScope,
  input: z.output<typeof contract.updateTemplate.input>,
): Promise<TemplateRecord> {
  const { workspace: _workspace, key, version, ...change } = input;
  return transact(scope, 'template.update', async (tx, record) => {
    const before = await mustFind(tx, scope, key);
    if (before.version !== version) {
      throw new AppError('stale', {
        userMessage: `The template “${before.name}” has changed since you opened it. Nothing of yours was saved or lost.`,
        details: { current: presentOwn(before) },
      });
    }
    await repo.updateTemplateColumns(tx, scope, key, { ...change, updatedAt: now() });
    record({ subjectType: 'template', subjectId: null, data: { key, name: before.name, fields: Object.keys(change) } });
    return presentOwn(await mustFind(tx, scope, key));
  });
}

/** Deletes one of the workspace's own. Throws `conflict` while a register begins its records with it. */
export async function deleteTemplate(scope: WorkspaceScope, key: string): Promise<{ key: string }> {
  return transact(scope, 'template.delete', async (tx, record) => {
    const before = await mustFind(tx, scope, key);
    const users = await repo.findUsers(tx, scope, key);
    if (users.length > 0) {
      const names = users.slice(0, 5).join(', ');
      throw new AppError('conflict', {
        userMessage: `“${before.name}” is the template of ${users.length === 1 ? 'the register' : `${users.length} registers:`} ${names}. Choose another one there first.`,
      });
    }
    const at = now();
    await repo.updateTemplateColumns(tx, scope, key, { updatedAt: at, deletedAt: at });
    record({ subjectType: 'template', subjectId: null, data: { key, name: before.name } });
    return { key };
  });
}
