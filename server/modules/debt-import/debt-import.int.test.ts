import { describe, expect, test } from 'vitest';
import { scopeForSession } from '@/server/access/scope';
import { listActivity } from '@/server/modules/debt/service';
import { database } from '@/server/platform/db';
import { makeTenant } from '@/server/testing/tenant';
import { importOptions } from './contract';
import * as service from './service';

const defaults = importOptions.parse({});
const header = 'Summary,Issue key,Issue id,Issue Type,Status,Created,Custom field (Story Points),Status Category';
const file = (name: string, ...lines: string[]) => ({ name, bytes: new TextEncoder().encode(lines.join('\r\n')) });
const row = (n: number, title = `Debt number ${n}`, status = 'Backlog', category = 'To Do') =>
  `"${title}",SHOP-${n},${1000 + n},Task,${status},25/May/26 4:22 PM,3.0,${category}`;

async function admin() {
  const tenant = await makeTenant();
  const { userId } = tenant.people.admin;
  return scopeForSession({ slug: tenant.slug, userId, permission: 'debt:import', requestId: 'test' });
}

describe('importing a file', () => {
  test('creates every row once: the same file again changes nothing', async () => {
    const scope = await admin();
    const jira = file('jira.csv', header, row(1), row(2), row(3));
    const first = await service.importFile(scope, jira, { ...defaults, dryRun: false });
    expect(first).toMatchObject({ format: 'jira', rows: 3, created: 3, updated: 0, unchanged: 0, skipped: 0 });
    const second = await service.importFile(scope, jira, { ...defaults, dryRun: false });
    expect(second).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
    expect(await database().debt.count({ where: { workspaceId: scope.workspaceId } })).toBe(3);
  });

  test('updates only what changed at the source and keeps what people wrote here', async () => {
    const scope = await admin();
    await service.importFile(scope, file('a.csv', header, row(1)), { ...defaults, dryRun: false });
    await database().debt.updateMany({
      where: { workspaceId: scope.workspaceId },
      data: { productSentence: 'Ours', title: 'Our title' },
    });
    const result = await service.importFile(scope, file('a.csv', header, row(1, 'Debt number 1', 'Done', 'Done')), {
      ...defaults,
      dryRun: false,
    });
    expect(result).toMatchObject({ updated: 1 });
    const debt = await database().debt.findFirstOrThrow({ where: { workspaceId: scope.workspaceId } });
    expect(debt).toMatchObject({ productSentence: 'Ours', title: 'Our title', state: 'resolved', closedAs: 'fixed' });
  });

  test('is told in the activity of each debt: which file, and who brought it', async () => {
    const scope = await admin();
    await service.importFile(scope, file('a.csv', header, row(1), row(2)), { ...defaults, dryRun: false });
    const next = file('b.csv', header, row(1, 'Renamed at the source'), row(2));
    await service.importFile(scope, next, { ...defaults, dryRun: false });
    const made = { action: 'import.create', file: 'a.csv', actor: 'Admin Person' };
    expect(await listActivity(scope, 'TD-1')).toMatchObject([{ action: 'import.update', file: 'b.csv' }, made]);
    expect(await listActivity(scope, 'TD-2')).toMatchObject([made]);
  });

  test('writes nothing on a dry run, and nothing when one value is wrong', async () => {
    const scope = await admin();
    await service.importFile(scope, file('a.csv', header, row(1)), { ...defaults, dryRun: true });
    const bad = file('b.csv', 'Title,Impact,Likelihood,Velocity tax,Remediation cost', 'Fine,1,2,3,4', 'Wrong,6,2,3,4');
    await expect(service.importFile(scope, bad, { ...defaults, dryRun: false })).rejects.toMatchObject({
      code: 'invalid',
    });
    expect(await database().debt.count({ where: { workspaceId: scope.workspaceId } })).toBe(0);
    expect(await database().debtImport.count({ where: { workspaceId: scope.workspaceId } })).toBe(0);
  });

  test('scores a row that has all four factors and records where the score came from', async () => {
    const scope = await admin();
    const scored = file('b.csv', 'Title,Impact,Likelihood,Velocity tax,Remediation cost', 'Unindexed query,4,5,3,5');
    await service.importFile(scope, scored, { ...defaults, dryRun: false });
    const debt = await database().debt.findFirstOrThrow({
      where: { workspaceId: scope.workspaceId },
      include: { scores: true },
    });
    expect(debt).toMatchObject({ scoreThirds: 60, severityThirds: 12 });
    expect(debt.scores).toMatchObject([{ reason: 'Imported from b.csv.', impact: 4 }]);
  });

  test('is previewed, run once and undone: what it made goes, what it changed is put back, later edits stay', async () => {
    const scope = await admin();
    await service.importFile(scope, file('a.csv', header, row(1)), { ...defaults, dryRun: false });
    const next = file('b.csv', header, row(1, 'Renamed at the source'), row(2), row(3));
    const { id } = await service.uploadFile(scope, next);
    const preview = await service.previewFile(scope, id, defaults);
    expect(preview).toMatchObject({ created: 2, updated: 1, blocked: false });
    expect(preview.updates).toMatchObject([{ key: 'TD-1', fields: [{ field: 'title', to: 'Renamed at the source' }] }]);
    await service.performImport(scope, id, defaults);
    await database().debt.updateMany({
      where: { workspaceId: scope.workspaceId, title: 'Debt number 3' },
      data: { productSentence: 'Edited since', version: 2 },
    });
    expect(await service.undoImport(scope, id)).toEqual({ deleted: 1, restored: 1, keptBecauseChanged: ['TD-3'] });
    const left = await database().debt.findMany({
      where: { workspaceId: scope.workspaceId, deletedAt: null },
      orderBy: { number: 'asc' },
    });
    expect(left.map((debt) => debt.title)).toEqual(['Debt number 1', 'Debt number 3']);
    await expect(service.undoImport(scope, id)).rejects.toMatchObject({ code: 'conflict' });
  });

  test('of two files imported at the same time with the same keys makes each debt once', async () => {
    const scope = await admin();
    const same = file('a.csv', header, row(1), row(2));
    const results = await Promise.all(
      [1, 2].map(() => service.importFile(scope, same, { ...defaults, dryRun: false })),
    );
    expect(results.map((result) => result.created).sort()).toEqual([0, 2]);
    expect(await database().debt.count({ where: { workspaceId: scope.workspaceId } })).toBe(2);
  });

  test('of another workspace can be neither previewed, run nor undone', async () => {
    const [ours, theirs] = [await admin(), await admin()];
    const { id } = await service.uploadFile(theirs, file('a.csv', header, row(1)));
    for (const attempt of [service.previewFile, service.performImport]) {
      await expect(attempt(ours, id, defaults)).rejects.toMatchObject({ code: 'notFound' });
    }
    await expect(service.undoImport(ours, id)).rejects.toMatchObject({ code: 'notFound' });
  });

  test('refuses a file over 20 MB before it is stored', async () => {
    const scope = await admin();
    const large = { name: 'large.csv', bytes: new Uint8Array(20 * 1024 * 1024 + 1) };
    await expect(service.uploadFile(scope, large)).rejects.toMatchObject({ code: 'tooLarge' });
    expect(await database().debtImport.count({ where: { workspaceId: scope.workspaceId } })).toBe(0);
  });
});
