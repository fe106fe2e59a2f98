import { beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '@/server/access/permissions';
import { debtRouter } from '@/server/modules/debt/router';
import { database } from '@/server/platform/db';
import { newId } from '@/server/platform/ids';
import { makeTeam, makeTenant, type Tenant } from '@/server/testing/tenant';
import { createCallerFactory, router } from '@/server/trpc/init';
import { debtBulkRouter } from './router';

const createCaller = createCallerFactory(router({ debt: debtRouter, debtBulk: debtBulkRouter }));

function callerOf(tenant: Tenant, role: Role) {
  const { userId, sessionId } = tenant.people[role];
  const actor = { userId, sessionId };
  return createCaller({ requestId: newId(), headers: new Headers(), address: '127.0.0.1', actor });
}

let tenant: Tenant;
let workspace: string;
let editor: ReturnType<typeof callerOf>;

beforeEach(async () => {
  tenant = await makeTenant();
  workspace = tenant.slug;
  editor = callerOf(tenant, 'editor');
  await makeTeam(tenant, 'payments');
  for (const title of ['One', 'Two', 'Three']) await editor.debt.create({ workspace, title, labels: ['old'] });
});

const keys = ['TD-1', 'TD-2', 'TD-3'];
const stateOf = async (key: string) => (await editor.debt.get({ workspace, key })).state;

describe('a change of several debts', () => {
  test('is previewed without a trace, then made as previewed, and says what stays as it is', async () => {
    await editor.debt.update({ workspace, key: 'TD-2', version: 1, team: 'payments' });
    const change = { team: 'payments', addLabels: ['q4'], removeLabels: ['old'] };
    const audits = () => database().auditEvent.count({ where: { workspaceId: tenant.workspaceId } });
    const before = await audits();
    const preview = await editor.debtBulk.preview({ workspace, keys, change: { team: 'payments' } });
    expect(preview).toMatchObject({ unchanged: [{ key: 'TD-2', title: 'Two' }], refused: [], undoId: null });
    expect(preview.changed.map((one) => one.key)).toEqual(['TD-1', 'TD-3']);
    expect(await audits()).toBe(before);
    expect((await editor.debt.get({ workspace, key: 'TD-1' })).team).toBeNull();
    const made = await editor.debtBulk.change({ workspace, keys, change });
    expect(made.changed).toHaveLength(3);
    const first = await editor.debt.get({ workspace, key: 'TD-1' });
    expect(first).toMatchObject({ team: { key: 'payments' }, labels: ['q4'], version: 2 });
  });

  test('gives no debt more labels than it may have one by one', async () => {
    const addLabels = Array.from({ length: 30 }, (_, index) => `label ${index}`);
    const outcome = await editor.debtBulk.change({ workspace, keys: ['TD-1'], change: { addLabels } });
    expect(outcome.refused[0]?.message).toContain('at most 30 labels');
    const swapped = { addLabels, removeLabels: ['old'] };
    expect((await editor.debtBulk.change({ workspace, keys: ['TD-1'], change: swapped })).changed).toHaveLength(1);
  });

  test('is not made at all while one debt is refused, and says which and why', async () => {
    await editor.debt.update({ workspace, key: 'TD-2', version: 1, state: 'resolved' });
    const change = { state: 'planned' } as const;
    const outcome = await editor.debtBulk.change({ workspace, keys: [...keys, 'TD-9'], change });
    expect(outcome.undoId).toBeNull();
    expect(outcome.refused).toEqual([
      { key: 'TD-2', title: 'Two', message: expect.stringContaining('Cannot go from resolved to planned') },
      { key: 'TD-9', title: '', message: expect.stringContaining('TD-9') },
    ]);
    expect(await stateOf('TD-1')).toBe('open');
  });

  test('asks what a state asks', async () => {
    const accept = (more: Record<string, string>) =>
      editor.debtBulk.change({ workspace, keys, change: { state: 'accepted', ...more } });
    expect((await accept({})).refused).toHaveLength(3);
    const made = await accept({ acceptedUntil: '2199-01-01', reason: 'Cheaper to live with' });
    expect(made.changed).toHaveLength(3);
    expect(await editor.debt.get({ workspace, key: 'TD-3' })).toMatchObject({
      acceptedUntil: '2199-01-01',
      stateReason: 'Cheaper to live with',
    });
  });

  test('is undone in one step, past the rules of states, but never over what somebody did since', async () => {
    await editor.debt.update({
      workspace,
      key: 'TD-1',
      version: 1,
      state: 'accepted',
      acceptedUntil: '2199-01-01',
      reason: 'For now',
    });
    const made = await editor.debtBulk.change({ workspace, keys, change: { state: 'resolved' } });
    await editor.debt.update({ workspace, key: 'TD-3', version: 2, title: 'Three again' });
    const undone = await editor.debtBulk.undo({ workspace, undoId: made.undoId ?? '' });
    expect(undone).toEqual({ restored: ['TD-1', 'TD-2'], changedSince: ['TD-3'] });
    expect(await editor.debt.get({ workspace, key: 'TD-1' })).toMatchObject({
      state: 'accepted',
      acceptedUntil: '2199-01-01',
      stateReason: 'For now',
      closedAs: null,
    });
    expect(await stateOf('TD-2')).toBe('open');
    expect(await stateOf('TD-3')).toBe('resolved');
    expect((await editor.debtBulk.undo({ workspace, undoId: made.undoId ?? '' })).restored).toEqual([]);
  });

  test('deletes, and brings back', async () => {
    const made = await editor.debtBulk.change({ workspace, keys: ['TD-1', 'TD-2'], change: { delete: true } });
    expect((await editor.debt.get({ workspace, key: 'TD-1' })).deletedAt).not.toBeNull();
    expect((await editor.debtBulk.change({ workspace, keys: ['TD-1'], change: { team: null } })).refused).toHaveLength(
      1,
    );
    await editor.debtBulk.undo({ workspace, undoId: made.undoId ?? '' });
    expect((await editor.debt.get({ workspace, key: 'TD-1' })).deletedAt).toBeNull();
  });

  test('can be undone by nobody else, and never reaches another tenant', async () => {
    const made = await editor.debtBulk.change({ workspace, keys, change: { team: 'payments' } });
    const undo = { workspace, undoId: made.undoId ?? '' };
    await expect(callerOf(tenant, 'owner').debtBulk.undo(undo)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      callerOf(tenant, 'viewer').debtBulk.change({ workspace, keys, change: { team: null } }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const other = await makeTenant();
    const outcome = await callerOf(other, 'editor').debtBulk.change({
      workspace: other.slug,
      keys,
      change: { team: null },
    });
    expect(outcome.refused.map((one) => one.key)).toEqual(keys);
    await expect(editor.debtBulk.change({ workspace, keys, change: {} })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });
});
