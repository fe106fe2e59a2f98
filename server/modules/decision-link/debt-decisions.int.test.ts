import { beforeAll, describe, expect, test } from 'vitest';
import { callerFor } from '@/server/testing/caller';
import { makeTenant, type Tenant } from '@/server/testing/tenant';

let tenant: Tenant;
let other: Tenant;

beforeAll(async () => {
  [tenant, other] = [await makeTenant(), await makeTenant()];
});

describe('the decisions of a debt', () => {
  test('are the live ones that take it on or pay it back, and only its own', async () => {
    const { slug: workspace, people } = tenant;
    const caller = callerFor(people.editor);
    await callerFor(people.owner).register.create({ workspace, slug: 'platform', name: 'Platform' });
    const debt = (await caller.debt.create({ workspace, title: 'Retries without limit' })).key;
    const unlinked = (await caller.debt.create({ workspace, title: 'Another' })).key;
    const draft = (title: string) => caller.decision.create({ workspace, register: 'platform', title });
    const [cache, gone] = [await draft('Cache the rates'), await draft('Deleted since')];
    await caller.decision.linkDebt({ workspace, id: cache.id, debt, kind: 'incurs' });
    await caller.decision.linkDebt({ workspace, id: cache.id, debt, kind: 'resolves' });
    await caller.decision.linkDebt({ workspace, id: gone.id, debt, kind: 'incurs' });
    await caller.decision.delete({ workspace, id: gone.id });
    expect(await callerFor(people.viewer).decision.forDebt({ workspace, debt })).toEqual([
      {
        kind: 'resolves',
        id: cache.id,
        number: null,
        title: 'Cache the rates',
        status: 'draft',
        register: { slug: 'platform', name: 'Platform' },
      },
    ]);
    expect(await caller.decision.forDebt({ workspace, debt: unlinked })).toEqual([]);
  });

  test('are nobody else’s to read', async () => {
    const outsider = callerFor(other.people.owner);
    await expect(outsider.decision.forDebt({ workspace: tenant.slug, debt: 'TD-1' })).rejects.toThrow();
  });
});
