import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/server/platform/db';
import { callerWith } from '@/server/testing/caller';
import { bootstrapFromEnvironment, setupLine } from './service';

const first = {
  name: 'Ana Silva',
  email: 'Ana.Silva@northwind.example',
  password: 'a quiet harbour',
  workspaceName: 'Northwind',
  slug: 'northwind',
  demo: false,
};

let token = '';

beforeAll(async () => {
  token = /\/setup\/(\S+)$/.exec((await setupLine()) ?? '')?.[1] ?? '';
});

// This file has a database to itself, and a first run needs it empty.
beforeEach(async () => {
  await database().workspace.deleteMany();
  await database().user.deleteMany();
});

describe('the first run', () => {
  it('makes the owner and the workspace by the printed link, once', async () => {
    expect(token.length).toBeGreaterThan(20);
    expect(await callerWith().setup.info({ token })).toEqual({ state: 'open' });
    await callerWith().setup.complete({ ...first, token });
    const member = await database().member.findFirstOrThrow({ include: { user: true, workspace: true } });
    expect(member).toMatchObject({
      role: 'owner',
      user: { email: 'ana.silva@northwind.example' },
      workspace: { slug: 'northwind' },
    });
    expect(await callerWith().setup.info({ token })).toEqual({ state: 'done' });
    expect(await setupLine()).toBeNull();
    await expect(
      callerWith().setup.complete({ ...first, token, email: 'second@x.example', slug: 'second' }),
    ).rejects.toThrow(/set up already/);
  });

  it('lets exactly one of many at once through', async () => {
    const tries = Array.from({ length: 6 }, (_, index) =>
      callerWith().setup.complete({ ...first, token, email: `p${index}@x.example`, slug: `w-${index}` }),
    );
    const results = await Promise.allSettled(tries);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect(await database().user.count()).toBe(1);
    expect(await database().workspace.count()).toBe(1);
  });

  it('refuses every other link', async () => {
    await expect(callerWith().setup.complete({ ...first, token: `${token}x` })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await callerWith().setup.info({ token: 'x' })).toEqual({ state: 'unknown' });
  });

  it('refuses a common password and names the field', async () => {
    await expect(callerWith().setup.complete({ ...first, token, password: 'password123' })).rejects.toThrow(
      /^password: among the 10,000 most common/,
    );
    expect(await database().user.count()).toBe(0);
  });
});

describe('the headless first run', () => {
  it('does nothing without its variables', async () => {
    expect(await bootstrapFromEnvironment()).toBe(false);
  });
});
