import { beforeAll, expect, it, vi } from 'vitest';
import { scopeForToken } from '@/server/access/scope';
import { database } from '@/server/platform/db';
import { newId } from '@/server/platform/ids';

const bootstrapToken = 'pd_bootstrap-token-for-tests-1234';

beforeAll(() => {
  process.env.PAYDOWN_BOOTSTRAP_EMAIL = 'Ops@northwind.example';
  process.env.PAYDOWN_BOOTSTRAP_PASSWORD = 'a quiet harbour';
  process.env.PAYDOWN_BOOTSTRAP_WORKSPACE = 'northwind';
  process.env.PAYDOWN_BOOTSTRAP_TOKEN = bootstrapToken;
  // The environment is read once a process: this file has to be the first to read it.
  vi.resetModules();
});

it('sets up an empty database once, however many processes begin at the same time', async () => {
  const { bootstrapFromEnvironment } = await import('./service');
  const results = await Promise.all([
    bootstrapFromEnvironment(),
    bootstrapFromEnvironment(),
    bootstrapFromEnvironment(),
  ]);
  expect(results.filter(Boolean)).toHaveLength(1);
  expect(await bootstrapFromEnvironment()).toBe(false);
  expect(await database().user.findMany({ select: { email: true } })).toEqual([{ email: 'ops@northwind.example' }]);
});

it('gives the token the rights of the owner', async () => {
  const asked = { slug: 'northwind', secret: bootstrapToken, permission: 'workspace:own' as const, requestId: newId() };
  expect(await scopeForToken({ ...asked, address: '127.0.0.1' })).toMatchObject({ role: 'owner', slug: 'northwind' });
});
