import { describe, expect, test } from 'vitest';
import type { Role } from '@/server/access/permissions';
import { newId } from '@/server/platform/ids';
import { makeTenant, type Tenant } from '@/server/testing/tenant';
import { createCallerFactory, router } from '@/server/trpc/init';
import { savedViewRouter } from './router';

const createCaller = createCallerFactory(router({ savedView: savedViewRouter }));

function callerOf(tenant: Tenant, role: Role) {
  const { userId, sessionId } = tenant.people[role];
  const actor = { userId, sessionId };
  return createCaller({ requestId: newId(), headers: new Headers(), address: '127.0.0.1', actor }).savedView;
}

describe('saved views', () => {
  test('are listed by name to their owner and to nobody else', async () => {
    const tenant = await makeTenant();
    const workspace = tenant.slug;
    const viewer = callerOf(tenant, 'viewer');
    const worst = await viewer.create({ workspace, name: 'Worst first', query: 'sort=-severity' });
    const all = await viewer.create({ workspace, name: 'All', query: 'state=any' });
    expect(await viewer.list({ workspace })).toEqual([all, worst]);
    const owner = callerOf(tenant, 'owner');
    expect(await owner.list({ workspace })).toEqual([]);
    await expect(owner.delete({ workspace, id: all.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(owner.update({ workspace, id: all.id, name: 'Mine' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await viewer.list({ workspace })).toHaveLength(2);
  });

  test('have names that differ for one person, and may be alike for two', async () => {
    const tenant = await makeTenant();
    const workspace = tenant.slug;
    const editor = callerOf(tenant, 'editor');
    const first = await editor.create({ workspace, name: 'Payments', query: 'team=payments' });
    const second = await editor.create({ workspace, name: 'Tax', query: 'team=tax' });
    const taken = { code: 'CONFLICT', message: 'name: you already have a view called “Payments”' };
    await expect(editor.create({ workspace, name: ' Payments ', query: '' })).rejects.toMatchObject(taken);
    await expect(editor.update({ workspace, id: second.id, name: 'Payments' })).rejects.toMatchObject(taken);
    expect(await editor.update({ workspace, id: first.id, name: 'Payments', query: '' })).toEqual({
      ...first,
      query: '',
    });
    await callerOf(tenant, 'admin').create({ workspace, name: 'Payments', query: '' });
  });

  test('come back as they were when a deletion is undone, once however often it is asked', async () => {
    const tenant = await makeTenant();
    const workspace = tenant.slug;
    const editor = callerOf(tenant, 'editor');
    const view = await editor.create({ workspace, name: 'Mine', query: 'owner=me' });
    const deleted = await editor.delete({ workspace, id: view.id });
    expect(await editor.list({ workspace })).toEqual([]);
    await editor.restore({ workspace, ...deleted });
    await editor.restore({ workspace, ...deleted });
    expect(await editor.list({ workspace })).toEqual([view]);
  });

  test('keep a view of the decisions with its page', async () => {
    const tenant = await makeTenant();
    const workspace = tenant.slug;
    const viewer = callerOf(tenant, 'viewer');
    for (const query of ['decisions?status=accepted&tag=a+b', 'decisions/storefront?', 'decisions?']) {
      expect((await viewer.create({ workspace, name: query, query })).query).toBe(query);
    }
  });

  test('refuse a query that would leave the backlog and the decisions, and a name of two lines', async () => {
    const tenant = await makeTenant();
    const workspace = tenant.slug;
    const editor = callerOf(tenant, 'editor');
    for (const bad of [
      { name: 'x', query: 'a=1#b' },
      { name: 'x', query: 'settings?a=1' },
      { name: 'x', query: 'decisions/../settings?a=1' },
      { name: 'x\ny', query: '' },
      { name: '  ', query: '' },
    ]) {
      await expect(editor.create({ workspace, ...bad })).rejects.toThrow();
    }
    expect(await editor.list({ workspace })).toEqual([]);
  });
});
