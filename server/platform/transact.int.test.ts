import { expect, test } from 'vitest';
import { scopeForJob } from '@/server/access/scope';
import { newId } from '@/server/platform/ids';
import { makeTeam, makeTenant } from '@/server/testing/tenant';
import { database, type Tx } from './db';
import { transact } from './transact';

/** A promise and the way to keep it. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

test('two writes that wait for each other are both made: the one that Postgres breaks off begins again', async () => {
  const tenant = await makeTenant();
  const { workspaceId } = tenant;
  const team = await makeTeam(tenant, 'payments');
  const scope = await scopeForJob({ workspaceId, memberId: null, permission: 'debt:write', requestId: newId() });
  const nameTeam = (tx: Tx, name: string) =>
    tx.team.update({ where: { workspaceId_id: { workspaceId, id: team } }, data: { name } });
  const nameWorkspace = (tx: Tx, name: string) =>
    tx.$executeRaw`UPDATE "Workspace" SET "name" = ${name} WHERE "id" = ${workspaceId}::uuid`;
  const [first, second] = [gate(), gate()];
  await Promise.all([
    transact(scope, 'team.update', async (tx) => {
      await nameTeam(tx, 'one');
      first.open();
      await second.opened;
      await nameWorkspace(tx, 'one');
    }),
    transact(scope, 'workspace.update', async (tx) => {
      await nameWorkspace(tx, 'two');
      second.open();
      await first.opened;
      await nameTeam(tx, 'two');
    }),
  ]);
  const workspace = await database().workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { name: true },
  });
  const stored = await database().team.findFirstOrThrow({ where: { workspaceId }, select: { name: true } });
  expect(workspace.name).toBe(stored.name);
});

test('a write that waits too long behind another says that it was busy, and writes nothing', async () => {
  const tenant = await makeTenant();
  const { workspaceId } = tenant;
  const scope = await scopeForJob({ workspaceId, memberId: null, permission: 'debt:write', requestId: newId() });
  const rename = (tx: Tx, name: string) =>
    tx.$executeRaw`UPDATE "Workspace" SET "name" = ${name} WHERE "id" = ${workspaceId}::uuid`;
  const [held, refused] = [gate(), gate()];
  const large = transact(scope, 'workspace.update', async (tx) => {
    await rename(tx, 'large');
    held.open();
    await refused.opened;
  });
  await held.opened;
  const small = transact(scope, 'workspace.update', (tx) => rename(tx, 'small'), { timeoutMs: 200 });
  // Prisma gives a waiting statement up only when its turn comes.
  setTimeout(refused.open, 500);
  await expect(small).rejects.toMatchObject({ code: 'unavailable' });
  await large;
  const stored = await database().workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { name: true } });
  expect(stored.name).toBe('large');
});
