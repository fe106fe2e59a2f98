import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { scopeForSession, type WorkspaceScope } from '@/server/access/scope';
import type { JsonExport } from '@/server/domain/export/json';
import { previewImport } from '@/server/domain/importing/preview-import';
import type { ExportFormat, Filters } from '@/server/modules/backlog/contract';
import { listBacklog } from '@/server/modules/backlog/service';
import { createDebt } from '@/server/modules/debt/service';
import { now } from '@/server/platform/clock';
import { database } from '@/server/platform/db';
import { newId } from '@/server/platform/ids';
import { makeTeam, makeTenant, type Tenant } from '@/server/testing/tenant';
import { exportBacklog } from './service';

const many = 450;
let tenant: Tenant;
let scope: WorkspaceScope;

async function scopeOf(of: Tenant): Promise<WorkspaceScope> {
  const { userId } = of.people.editor;
  return scopeForSession({ slug: of.slug, userId, permission: 'debt:export', requestId: newId() });
}

async function addMany(of: Tenant, count: number): Promise<void> {
  await database().$executeRaw`
    INSERT INTO "Debt" ("workspaceId", "id", "number", "title", "description", "state", "closedAs", "stateChangedAt", "createdAt",
      "updatedAt", "impact", "likelihood", "velocityTax", "remediationCost", "scoreThirds", "severityThirds", "scoredAt")
    SELECT ${of.workspaceId}::uuid, gen_random_uuid(), 1000 + n, 'Debt ' || n, 'Line one' || chr(10) || 'line two of ' || n,
      CASE WHEN n % 10 = 0 THEN 'resolved' ELSE 'open' END::"DebtState", CASE WHEN n % 10 = 0 THEN 'fixed' END::"ClosedAs",
      now(), now(), now(), 1 + n % 4, 1 + n % 3, 2, 1 + n % 4, (4 + n % 4 + n % 3) * (1 + n % 4), 4 + n % 4 + n % 3, now()
    FROM generate_series(1, ${count}::int) AS n`;
}

beforeAll(async () => {
  tenant = await makeTenant();
  scope = await scopeOf(tenant);
  await makeTeam(tenant, 'checkout', 'Checkout');
  const at = now();
  const service = { key: 'tax', name: 'Tax rates', tier: 'high', createdAt: at, updatedAt: at } as const;
  await database().service.create({ data: { workspaceId: tenant.workspaceId, id: newId(), ...service } });
  await createDebt(scope, {
    workspace: tenant.slug,
    title: '=HYPERLINK("x") <b>& | retry',
    description: 'First.\n\nSecond, with "quotes"; and a comma.',
    productSentence: 'A third of shoppers wait.',
    impact: 5,
    likelihood: 4,
    velocityTax: 4,
    remediationCost: 5,
    effortDays: 4.5,
    interestHoursPerMonth: 14,
    quadrant: 'deliberatePrudent',
    owner: tenant.people.editor.memberId,
    team: 'checkout',
    services: ['tax'],
    labels: ['peak', 'a b'],
    repaymentPlan: 'Read tax from a cache',
    revisitOn: '2027-01-15',
  });
  await addMany(tenant, many);
  scope = await scopeOf(tenant);
});

async function bytesOf(format: ExportFormat, filters: Filters = {}, sort = '-score', of = scope): Promise<Uint8Array> {
  const file = await exportBacklog(of, { filters, sort, format });
  return new Uint8Array(await new Response(file.body).arrayBuffer());
}

async function textOf(format: ExportFormat, filters: Filters = {}, sort = '-score'): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(format, filters, sort));
}

async function listedKeys(filters: Filters, sort: string): Promise<string[]> {
  const keys: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listBacklog>> = await listBacklog(scope, {
      workspace: tenant.slug,
      filters,
      sort,
      cursor,
      limit: 200,
    });
    keys.push(...page.data.map((row) => row.key));
    cursor = page.nextCursor;
  } while (cursor);
  return keys;
}

describe('an export of a view', () => {
  test('has the debts of the view in its order, beyond one page', async () => {
    for (const [filters, sort] of [
      [{}, '-score'],
      [{ open: true }, 'title'],
      [{ state: ['resolved'] }, 'key'],
    ] satisfies [Filters, string][]) {
      const records: string[][] = parse(await textOf('csv', filters, sort), { bom: true });
      const keys = await listedKeys(filters, sort);
      expect(keys.length).toBeGreaterThan(40);
      expect(records.slice(1).map((record) => record[0])).toEqual(keys);
    }
  });

  test('is named after the workspace, the day and the format, with a media type', async () => {
    const file = await exportBacklog(scope, { filters: {}, sort: '-score', format: 'md' });
    expect(file.fileName).toMatch(new RegExp(`^${tenant.slug}-backlog-\\d{4}-\\d\\d-\\d\\d\\.md$`));
    expect(file.mediaType).toBe('text/markdown; charset=utf-8');
    await file.body.cancel();
  });

  test('holds nothing of another tenant, and is whole when it is empty', async () => {
    const other = await scopeOf(await makeTenant());
    for (const format of ['csv', 'json', 'md', 'xlsx'] as const) {
      const bytes = await bytesOf(format, {}, '-score', other);
      const said =
        format === 'xlsx'
          ? strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
          : new TextDecoder().decode(bytes);
      expect(said.length).toBeGreaterThan(10);
      expect(said).not.toContain('TD-1');
    }
  });
});

describe('the CSV', () => {
  test('is read back by the importer without a loss', async () => {
    const { editor } = tenant.people;
    const { actions, unmappedColumns } = previewImport(await bytesOf('csv', { q: 'retry' }), [], {
      now: '2026-11-21T14:05:00Z',
      timeZone: 'UTC',
      members: [{ id: 'm1', name: editor.name, email: editor.email }],
      teams: [{ id: 't1', name: 'Checkout' }],
      services: [{ id: 's1', key: 'tax', name: 'Tax rates' }],
    });
    expect(unmappedColumns).toEqual(['Score', 'Severity']);
    expect(actions).toHaveLength(1);
    expect(actions[0]).toMatchObject({
      kind: 'create',
      draft: {
        debtKey: 'TD-1',
        title: '=HYPERLINK("x") <b>& | retry',
        description: 'First.\n\nSecond, with "quotes"; and a comma.',
        factors: { impact: 5, likelihood: 4, velocityTax: 4, remediationCost: 5 },
        effortHalfDays: 9,
        interestHoursPerMonth: 14,
        labels: ['peak', 'a b'],
        repaymentPlan: 'Read tax from a cache',
        revisitOn: '2027-01-15',
      },
    });
  });
});

describe('the JSON', () => {
  test('says how many debts it has before it has written them, and ranks those that are not closed', async () => {
    const read: JsonExport = JSON.parse(await textOf('json', {}));
    expect(read).toMatchObject({ count: many + 1, filter: 'In any state, any team, any service, sorted by score' });
    expect(read.debts).toHaveLength(many + 1);
    expect(read.debts[0]).toMatchObject({
      key: 'TD-1',
      rank: 1,
      tied: false,
      atSeverityFloor: true,
      owner: 'Editor Person',
    });
    const open = read.debts.filter((debt) => debt.state === 'open');
    for (const debt of open) {
      expect(debt.rank).toBe(1 + open.filter((other) => (other.score ?? 0) > (debt.score ?? 0)).length);
    }
    expect(read.debts.filter((debt) => debt.state === 'resolved').every((debt) => debt.rank === null)).toBe(true);
  });
});

describe('the document', () => {
  test('ranks the view, names what is to be decided, and tells the plans of the first', async () => {
    const said = await textOf('md', { open: true, team: ['checkout'] });
    expect(said).toContain('Not closed, Checkout, any service, sorted by score');
    expect(said).toContain('| 1 | TD-1 | =HYPERLINK("x") &lt;b&gt;&amp; \\| retry | 21.7 |');
    expect(said).toMatch(/## Decide explicitly[\s\S]*\*\*TD-1\*\*/);
    expect(said).toContain('- Plan: Read tax from a cache');
  });
});

// Every tag closed in the order it was opened: a sheet that fails this is "repaired" by Excel, or refused.
function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  for (const [, closing, name, , empty] of xml.matchAll(/<(\/?)([A-Za-z:]+)((?:\s[^<>]*?)?)(\/?)>/g)) {
    if (closing) {
      if (open.pop() !== name) return false;
    } else if (!empty) open.push(name ?? '');
  }
  return open.length === 0 && !/&(?!amp;|lt;|gt;|quot;)/.test(xml);
}

describe('the workbook', () => {
  test('is a package of well-formed parts, each one declared', async () => {
    const files = unzipSync(await bytesOf('xlsx'));
    const parts = Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
    for (const xml of Object.values(parts)) expect(isWellFormed(xml)).toBe(true);
    const declared = [...(parts['[Content_Types].xml'] ?? '').matchAll(/PartName="\/([^"]+)"/g)].map(
      (match) => match[1],
    );
    expect(Object.keys(parts).sort()).toEqual(
      [...declared, '[Content_Types].xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels'].sort(),
    );
    const related = [...(parts['xl/_rels/workbook.xml.rels'] ?? '').matchAll(/Target="([^"]+)"/g)].map(
      (match) => `xl/${match[1]}`,
    );
    for (const path of related) expect(parts).toHaveProperty([path]);
  });

  test('has a row for every debt, typed numbers and days, and text that is no formula', async () => {
    const files = unzipSync(await bytesOf('xlsx'));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet.match(/<row /g)).toHaveLength(many + 2);
    expect([...sheet.matchAll(/<row r="(\d+)"/g)].map((match) => Number(match[1]))).toEqual(
      Array.from({ length: many + 2 }, (_, index) => index + 1),
    );
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain('<t xml:space="preserve">\'=HYPERLINK(&quot;x&quot;) &lt;b&gt;&amp; | retry</t>');
    expect(sheet).toContain('<c r="D2" s="4"><v>21.7</v></c>');
    // 15 Jan 2027 is day 46402 of Excel's calendar.
    expect(sheet).toContain('<c r="T2" s="5"><v>46402</v></c>');
    expect(strFromU8(files['xl/worksheets/sheet2.xml'] ?? new Uint8Array())).toContain('What the score hides');
  });
});
