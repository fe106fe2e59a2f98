import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeTenant } from '@/server/testing/tenant';
import { database } from './db';

const warnings: string[] = [];
const listen = (warning: Error) => warnings.push(`${warning.name}: ${warning.message}`);

beforeEach(() => process.on('warning', listen));
afterEach(() => process.off('warning', listen));

test('several relations read at once in a transaction are asked for one after the other', async () => {
  const own = await makeTenant();
  await database().$transaction(async (tx) => {
    const found = await tx.member.findMany({
      where: { workspaceId: own.workspaceId },
      include: { user: true, workspace: { include: { members: true, teams: true, services: true } } },
    });
    expect(found.length).toBeGreaterThan(0);
  });
  expect(warnings).toEqual([]);
});
