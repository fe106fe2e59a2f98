import { cpus } from 'node:os';
import { Client } from 'pg';
import { reportFailure } from '../failure.ts';
import { type Installation, install, ownerToken, workspace } from '../throwaway-installation.ts';
import { jiraCsv, makeWorkspace, type Tenant } from './fixture.ts';
import { median, timeOf, watchMemory } from './measure.ts';
import { benchOpening } from './opening.ts';
import { benchRegisterImport } from './register-import.ts';
import { reportOf } from './report.ts';
import { benchSearch } from './search.ts';

const small = 1_000;
const large = 50_000;
const timed = 300;
const warmUp = 60;
const mixedRequests = 5_000;
const listPath = '/debts?limit=100&state=open&sort=-score';

async function request(place: Installation, tenant: Tenant, path: string, nth: number): Promise<void> {
  const token = tenant.tokens[nth % tenant.tokens.length];
  const answer = await fetch(`${place.base}/api/v1/workspaces/${tenant.slug}${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const body = await answer.text();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${body.slice(0, 300)}`);
}

/** Times requests at both sizes and the plain query in turn, so that whatever else the machine does falls on all three alike. */
async function benchList(place: Installation, client: Client, tenants: { few: Tenant; many: Tenant }) {
  process.env.DATABASE_URL = place.databaseUrl;
  process.env.PAYDOWN_SECRET = place.secret;
  const { scopeForToken } = await import('../../server/access/scope.ts');
  const { pageStatement } = await import('../../server/modules/backlog/repo.ts');
  const secret = tenants.many.tokens[0] ?? '';
  const scope = await scopeForToken({
    slug: tenants.many.slug,
    secret,
    permission: 'debt:read',
    requestId: 'bench',
    address: '127.0.0.1',
  });
  const today = new Date().toISOString().slice(0, 10);
  const { text, values } = pageStatement(scope, {
    filters: { state: ['open'] },
    at: { today, staleBefore: new Date(), expiringUntil: today },
    order: { field: 'score', direction: 'desc', further: [], group: null },
    after: null,
    take: 101,
  });
  const times = { few: [] as number[], many: [] as number[], plain: [] as number[] };
  for (let nth = 0; nth < warmUp + timed; nth += 1) {
    const few = await timeOf(() => request(place, tenants.few, listPath, nth));
    const many = await timeOf(() => request(place, tenants.many, listPath, nth));
    const plain = await timeOf(() => client.query(text, values as unknown[]));
    if (nth < warmUp) continue;
    times.few.push(few);
    times.many.push(many);
    times.plain.push(plain);
  }
  return { few: median(times.few), many: median(times.many), plain: median(times.plain) };
}

async function benchImport(place: Installation) {
  const body = jiraCsv(large);
  const { seconds, ...memory } = await watchMemory(place, async () => {
    const answer = await fetch(`${place.base}/api/v1/workspaces/${workspace}/debts/import`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ownerToken}`, 'content-type': 'text/csv' },
      body,
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`the import answered ${answer.status}: ${text.slice(0, 500)}`);
  });
  return { rowsPerSecond: large / seconds, seconds, megabytes: body.length / 1024 / 1024, ...memory };
}

async function benchMemory(place: Installation, tenants: { few: Tenant; many: Tenant }) {
  const paths = [
    '/debts?limit=50',
    '/debts?limit=100&state=open&sort=title',
    '/debts?q=nightly&limit=20',
    '/services',
    '/debts/TD-7',
    '/debts/TD-7/scores',
    '/members',
    '/debts/export?format=csv&q=number%207',
  ];
  const samples: number[] = [];
  for (let nth = 0; nth < mixedRequests; nth += 1) {
    await request(place, nth % 2 ? tenants.few : tenants.many, paths[nth % paths.length] ?? '/services', nth);
    if (nth % 100 === 99) samples.push(await place.residentMb());
  }
  const last = samples.slice(-10);
  return { after: samples.at(-1) ?? 0, highest: Math.max(...samples), growth: (last.at(-1) ?? 0) - (last[0] ?? 0) };
}

async function main(): Promise<void> {
  const place = await install({ demo: false });
  const client = new Client({ connectionString: place.databaseUrl });
  try {
    await client.connect();
    const tenants = {
      few: await makeWorkspace(client, 'few', small),
      many: await makeWorkspace(client, 'many', large),
    };
    const list = await benchList(place, client, tenants);
    const memory = await benchMemory(place, tenants);
    const imported = await benchImport(place);
    const records = await benchRegisterImport(place);
    const search = await benchSearch(place, client, request);
    const opening = await benchOpening(place);
    console.log(`Node ${process.version}, ${cpus().length} cores, one run.\n`);
    console.log(reportOf({ list, search, opening, imported, records, memory }));
  } finally {
    await client.end();
    await place.stop();
  }
}

await main().catch(reportFailure);
process.exit();
