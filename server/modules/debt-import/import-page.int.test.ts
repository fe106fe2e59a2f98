import { describe, expect, test } from 'vitest';
import { scopeForSession } from '@/server/access/scope';
import { exportColumns } from '@/server/domain/export/export-column';
import { database } from '@/server/platform/db';
import { callerFor } from '@/server/testing/caller';
import { makeTenant } from '@/server/testing/tenant';
import { handleTrpc } from '@/server/trpc/handler';
import { importOptions } from './contract';
import { importJob } from './jobs';
import * as service from './service';

const defaults = importOptions.parse({});
const header = 'Summary,Issue key,Issue id,Issue Type,Status,Created,Custom field (Story Points),Status Category';
const row = (n: number, title = `Debt number ${n}`, points = '3.0') =>
  `"${title}",SHOP-${n},${1000 + n},Task,Backlog,25/May/26 4:22 PM,${points},To Do`;
const bytes = (...lines: string[]) => new TextEncoder().encode(lines.join('\r\n'));
const form = (slug: string, content: BlobPart, name = 'jira.csv') => {
  const sent = new FormData();
  sent.append('workspace', slug);
  sent.append('file', new File([content], name, { type: 'text/csv' }));
  return sent;
};

async function room() {
  const tenant = await makeTenant();
  const { admin } = tenant.people;
  const scope = await scopeForSession({
    slug: tenant.slug,
    userId: admin.userId,
    permission: 'debt:import',
    requestId: 'test',
  });
  const { debtImport } = callerFor(admin);
  return {
    tenant,
    scope,
    api: debtImport,
    workspace: tenant.slug,
    upload: (...lines: string[]) => debtImport.upload(form(tenant.slug, bytes(...lines))),
    debts: () => database().debt.count({ where: { workspaceId: tenant.workspaceId, deletedAt: null } }),
  };
}

describe('the preview', () => {
  test('follows the columns and the zone that are chosen, and finds them again when the page is opened again', async () => {
    const { api, upload, workspace } = await room();
    const { id } = await upload(header, row(1), row(2));
    const first = await api.preview({ workspace, id });
    const points = (preview: typeof first) =>
      preview.mapping.find((one) => one.column === 'Custom field (Story Points)');
    expect(points(first)).toMatchObject({ field: null, certainty: 'unmapped' });
    expect(first.zoneExample).toMatchObject({ text: '25/May/26 4:22 PM', instant: '2026-05-25T16:22:00.000Z' });
    const chosen = { mapping: { 'Custom field (Story Points)': 'effortDays' as const }, timeZone: 'Europe/Berlin' };
    const second = await api.preview({ workspace, id, ...chosen });
    expect(points(second)).toMatchObject({ field: 'effortDays', certainty: 'certain' });
    expect(second.zoneExample?.instant).toBe('2026-05-25T14:22:00.000Z');
    expect(second.findingGroups.map((group) => group.code)).not.toContain('timeZoneNeeded');
    expect(await api.status({ workspace, id })).toMatchObject({ status: 'uploaded', options: chosen });
  });

  test('offers the choices of the last import for a file with the same columns, and none of those it lacks', async () => {
    const { api, scope, upload, workspace } = await room();
    const { id } = await upload(header, row(1));
    const mapping = { 'Custom field (Story Points)': 'effortDays', Status: null } as const;
    await service.performImport(scope, id, { ...defaults, mapping });
    await database().debtImport.updateMany({
      where: { workspaceId: scope.workspaceId, id },
      data: { options: { mapping } },
    });
    const next = await upload('Summary,Issue key,Custom field (Story Points)', 'x,SHOP-9,2');
    expect((await api.status({ workspace, id: next.id })).options.mapping).toEqual({
      'Custom field (Story Points)': 'effortDays',
    });
  });

  test('takes the effort from the column that was chosen for it, whatever unit another column had', async () => {
    const { api, upload, workspace } = await room();
    const { id } = await upload(
      'Summary,Issue key,Issue Type,Status,Original estimate,Custom field (Story Points)',
      'x,SHOP-1,Task,Backlog,57600,3',
    );
    const { mapping } = await api.preview({ workspace, id, mapping: { 'Custom field (Story Points)': 'effortDays' } });
    const fieldOf = (column: string) => mapping.find((one) => one.column === column)?.field;
    expect([fieldOf('Custom field (Story Points)'), fieldOf('Original estimate')]).toEqual(['effortDays', null]);
  });

  test('counts a row that says what the debt says already as unchanged, whoever reads the file in whichever zone', async () => {
    const { api, scope, upload, workspace } = await room();
    await service.performImport(scope, (await upload(header, row(1))).id, { ...defaults, timeZone: 'Asia/Tokyo' });
    await database().debt.updateMany({ where: { workspaceId: scope.workspaceId }, data: { title: 'New name' } });
    const { id } = await upload(header, row(1, 'New name'));
    const preview = await api.preview({ workspace, id, timeZone: 'America/New_York' });
    expect(preview).toMatchObject({ updated: 0, unchanged: 1, same: [{ key: 'TD-1', title: 'New name' }] });
    const same = await upload(header, row(1), '');
    expect(await api.preview({ workspace, id: same.id, timeZone: 'Europe/Berlin' })).toMatchObject({
      updated: 0,
      unchanged: 1,
    });
  });

  test('of a large file with many findings stays small', async () => {
    const { api, upload, workspace } = await room();
    const rows = Array.from({ length: 3000 }, (_, n) => row(n + 1, `Debt ${n % 50}`, String(n)));
    const { id } = await upload(`${header},Assignee`, ...rows.map((line, n) => `${line},Nobody ${n}`));
    const preview = await api.preview({ workspace, id });
    expect(preview).toMatchObject({ rows: 3000, created: 3000 });
    expect(preview.creates).toHaveLength(100);
    expect(JSON.stringify(preview).length).toBeLessThan(300_000);
    const { findings, total } = await api.findings({ workspace, id });
    expect(findings).toHaveLength(1000);
    expect(total).toBeGreaterThan(3000);
  });
});

describe('an upload', () => {
  test.each([
    ['an empty file', '', 'is empty'],
    ['a spreadsheet', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'save it as CSV'],
    ['a PDF', '%PDF-1.7 something', 'not text'],
    ['a web page', '<!doctype html><table></table>', 'web page'],
  ])('that is %s is refused with what would be right, and not kept', async (_, content, sentence) => {
    const { api, scope, workspace } = await room();
    await expect(api.upload(form(workspace, content))).rejects.toMatchObject({
      code: 'UNPROCESSABLE_CONTENT',
      message: expect.stringContaining(sentence),
    });
    expect(await database().debtImport.count({ where: { workspaceId: scope.workspaceId } })).toBe(0);
  });

  test('over 20 MB is 413 before its body is read', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x', 'content-length': String(21 * 1024 * 1024) };
    const request = new Request('http://localhost/api/trpc/debtImport.upload', { method: 'POST', headers, body: 'x' });
    const response = await handleTrpc(request);
    expect(response.status).toBe(413);
    expect(await response.text()).toContain('tooLarge');
  });

  test('of the same bytes again by the same person is the same file while it waits', async () => {
    const { upload } = await room();
    expect(await upload(header, row(1))).toEqual(await upload(header, row(1)));
    expect(await upload(header, row(2))).not.toEqual(await upload(header, row(1)));
  });

  test.each(['viewer', 'commenter', 'editor'] as const)(
    'is not for a %s, nor is anything else of imports',
    async (role) => {
      const { tenant, workspace, upload } = await room();
      const { id } = await upload(header, row(1));
      const { debtImport } = callerFor(tenant.people[role]);
      for (const attempt of [
        () => debtImport.upload(form(workspace, bytes(header, row(1)))),
        () => debtImport.preview({ workspace, id }),
        () => debtImport.findings({ workspace, id }),
        () => debtImport.run({ workspace, id }),
        () => debtImport.status({ workspace, id }),
        () => debtImport.list({ workspace }),
        () => debtImport.undo({ workspace, id }),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ code: 'FORBIDDEN' });
      }
    },
  );
});

describe('a mapping', () => {
  test.each([
    [{ Nowhere: 'title' }, 'Nowhere'],
    [{ Summary: 'title', Status: 'title' }, 'Title'],
  ] as const)('that cannot be is refused by name: %j', async (mapping, named) => {
    const { api, upload, workspace } = await room();
    const { id } = await upload(header, row(1));
    await expect(api.preview({ workspace, id, mapping })).rejects.toMatchObject({
      code: 'UNPROCESSABLE_CONTENT',
      message: expect.stringContaining(named),
    });
  });

  test('without a title blocks the file until one is chosen', async () => {
    const { api, scope, upload, workspace } = await room();
    const { id } = await upload('Nome della cosa,Punti', 'Vecchia libreria,3');
    expect(await api.preview({ workspace, id })).toMatchObject({ blocked: true, created: 0 });
    await expect(service.performImport(scope, id, defaults)).rejects.toMatchObject({ code: 'invalid' });
    const chosen = { mapping: { 'Nome della cosa': 'title' as const } };
    expect(await api.preview({ workspace, id, ...chosen })).toMatchObject({ blocked: false, created: 1 });
  });
});

describe('the job', () => {
  const jobOf = (scope: { workspaceId: string; memberId: string | null }, id: string) => ({
    workspaceId: scope.workspaceId,
    memberId: scope.memberId,
    id,
    options: defaults,
  });
  const claim = (workspaceId: string, id: string) =>
    database().debtImport.updateMany({ where: { workspaceId, id }, data: { status: 'running' } });

  test('brings the file in and says how far it came', async () => {
    const { api, scope, upload, workspace, debts } = await room();
    const { id } = await upload(header, ...Array.from({ length: 1200 }, (_, n) => row(n + 1)));
    await claim(scope.workspaceId, id);
    await importJob.run(jobOf(scope, id));
    expect(await api.status({ workspace, id })).toMatchObject({
      status: 'done',
      created: 1200,
      rowsDone: 1200,
      rowsTotal: 1200,
      error: null,
    });
    expect(await debts()).toBe(1200);
  });

  test('that is delivered twice leaves the first result as it is', async () => {
    const { api, scope, upload, workspace } = await room();
    const { id } = await upload(header, row(1));
    await claim(scope.workspaceId, id);
    await importJob.run(jobOf(scope, id));
    await importJob.run(jobOf(scope, id));
    expect(await api.status({ workspace, id })).toMatchObject({ status: 'done', created: 1 });
    expect(await api.undo({ workspace, id })).toMatchObject({ deleted: 1 });
  });

  test('that fails writes nothing, says why, and keeps the file for another try', async () => {
    const { api, scope, upload, workspace, debts } = await room();
    const { id } = await upload('Title,Impact', 'Fine,3', 'Wrong,9');
    await claim(scope.workspaceId, id);
    await importJob.run(jobOf(scope, id));
    const status = await api.status({ workspace, id });
    expect(status).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('Nothing was imported: one thing has to be right first.'),
    });
    expect(await debts()).toBe(0);
    expect(await api.preview({ workspace, id, mapping: { Impact: null } })).toMatchObject({
      blocked: false,
      created: 2,
    });
  });

  test('of somebody who may import no more fails with that sentence', async () => {
    const { api, scope, tenant, upload, debts } = await room();
    const { id } = await upload(header, row(1));
    await claim(scope.workspaceId, id);
    const { admin, owner } = tenant.people;
    await database().member.updateMany({
      where: { workspaceId: scope.workspaceId, id: admin.memberId },
      data: { role: 'viewer' },
    });
    await importJob.run(jobOf(scope, id));
    expect(await debts()).toBe(0);
    const status = await callerFor(owner).debtImport.status({ workspace: tenant.slug, id });
    expect(status).toMatchObject({ status: 'failed', error: expect.stringContaining('debt:import') });
    await expect(api.list({ workspace: tenant.slug })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('an undo', () => {
  test('of an update lets the same file bring it in again', async () => {
    const { api, scope, upload, workspace } = await room();
    await service.performImport(scope, (await upload(header, row(1))).id, defaults);
    const changed = [header, row(1, 'Renamed at the source')] as const;
    const { id } = await upload(...changed);
    await service.performImport(scope, id, defaults);
    expect(await api.undo({ workspace, id })).toEqual({ deleted: 0, restored: 1, keptBecauseChanged: [] });
    expect(await api.status({ workspace, id })).toMatchObject({ status: 'undone', undone: { restored: 1 } });
    const again = await upload(...changed);
    expect(await api.preview({ workspace, id: again.id })).toMatchObject({
      updated: 1,
      updates: [{ key: 'TD-1', fields: [{ field: 'title', from: 'Debt number 1', to: 'Renamed at the source' }] }],
    });
  });

  test('takes back every row of an import that is written in several parts', async () => {
    const { api, scope, upload, workspace, debts } = await room();
    const rows = (title: string) => Array.from({ length: 1010 }, (_, n) => row(n + 1, `${title} ${n}`));
    await service.performImport(scope, (await upload(header, ...rows('Old'))).id, defaults);
    const { id } = await upload(header, ...rows('New'));
    expect(await service.performImport(scope, id, defaults)).toMatchObject({ updated: 1010 });
    expect(await api.undo({ workspace, id })).toMatchObject({ restored: 1010 });
    expect(await debts()).toBe(1010);
    expect(
      await database().debt.count({ where: { workspaceId: scope.workspaceId, title: { startsWith: 'Old' } } }),
    ).toBe(1010);
  }, 60_000);
});

test('a list of imports names every file of the workspace, newest first, without what is in it', async () => {
  const { api, scope, upload, workspace } = await room();
  await service.performImport(scope, (await upload(header, row(1))).id, defaults);
  await upload(header, row(2));
  const list = await api.list({ workspace });
  expect(list.map((one) => one.status)).toEqual(['uploaded', 'done']);
  expect(JSON.stringify(list).length).toBeLessThan(2000);
});

test('the headers of our own export are all understood, none is left to decide', async () => {
  const { api, upload, workspace } = await room();
  const cells = exportColumns.map(({ header: name }) => (name === 'Title' ? 'A debt' : ''));
  const { id } = await upload(exportColumns.map((column) => column.header).join(','), cells.join(','));
  const { dialect, mapping } = await api.preview({ workspace, id });
  expect(dialect).toBe('paydown');
  expect(mapping.filter((one) => one.certainty === 'unmapped')).toEqual([]);
});
