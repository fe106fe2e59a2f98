import { encode } from 'next-auth/jwt';
import { beforeAll, describe, expect, test } from 'vitest';
import { authSecret, sessionCookieName } from '@/server/access/session-token';
import { newId } from '@/server/platform/ids';
import { callerFor } from '@/server/testing/caller';
import { hostile } from '@/server/testing/hostile';
import { makeTeam, makeTenant, type Tenant } from '@/server/testing/tenant';
import { handleTrpc } from './handler';

let tenant: Tenant;
let cookie: string;
let bases: [string, 'GET' | 'POST', Record<string, unknown>][];

beforeAll(async () => {
  tenant = await makeTenant();
  const { userId, sessionId } = tenant.people.owner;
  cookie = `${sessionCookieName(false)}=${await encode({ token: { sub: userId, sid: sessionId }, secret: authSecret() })}`;
  await makeTeam(tenant, 'payments');
  const owner = callerFor(tenant.people.owner);
  const workspace = tenant.slug;
  await owner.service.create({ workspace, key: 'checkout', name: 'Checkout', tier: 'high' });
  const { key } = await owner.debt.create({ workspace, title: 'A debt' });
  const view = await owner.savedView.create({ workspace, name: 'Mine', query: 'a=b' });
  const token = await owner.token.create({ workspace, name: 'Token', role: 'viewer' });
  const invitation = await owner.invitation.create({ workspace, email: 'new@example.test', role: 'viewer' });
  const upload = new FormData();
  upload.set('workspace', workspace);
  upload.set('file', new File(['Title,Prio\nOne,2\n'], 'one.csv'));
  const file = await owner.debtImport.upload(upload as never);
  const id = tenant.people.viewer.memberId;
  const filters = { state: ['open'], q: 'a' };
  const filterFields = [
    'q',
    'state',
    'open',
    'team',
    'service',
    'owner',
    'quadrant',
    'label',
    'scored',
    'estimated',
    'floor',
    'expiring',
    'due',
    'import',
  ];
  const nested = Object.fromEntries(filterFields.map((name) => [`filters.${name}`, undefined]));
  const debt = {
    title: 'x',
    description: 'x',
    productSentence: 'x',
    impact: 1,
    likelihood: 1,
    velocityTax: 1,
    remediationCost: 1,
    effortDays: 1,
    interestHoursPerMonth: 1,
    quadrant: null,
    notDebtReason: null,
    owner: null,
    team: null,
    services: [],
    labels: [],
    repaymentPlan: '',
    revisitOn: null,
    revisitTrigger: '',
    incurredOn: null,
    state: 'open',
    closedAs: null,
    acceptedUntil: null,
    mergedInto: null,
    reason: 'because',
  };
  const bulk = {
    workspace,
    keys: [key],
    change: { addLabels: ['x'] },
    'change.owner': 1,
    'change.team': 1,
    'change.acceptedUntil': 1,
    'change.reason': 1,
    'change.addLabels': 1,
  };
  bases = [
    ['audit.list', 'GET', { workspace, subjectType: 'debt', actor: id, cursor: null, limit: 10 }],
    ['backlog.list', 'GET', { workspace, filters, sort: '-score', group: 'team', cursor: null, limit: 5, ...nested }],
    ['backlog.summary', 'GET', { workspace, filters, ...nested }],
    ['backlog.position', 'GET', { workspace, key, filters, sort: 'key', ...nested }],
    ['backlog.rank', 'GET', { workspace, key }],
    ['change.stream', 'GET', { workspace: 'nowhere', lastEventId: null }],
    ['debt.get', 'GET', { workspace, key }],
    ['debt.create', 'POST', { workspace, ...debt }],
    ['debt.update', 'POST', { workspace, key, version: 1, ...debt }],
    ['debt.delete', 'POST', { workspace, key: 'TD-999', version: 1 }],
    ['debtBulk.preview', 'POST', bulk],
    ['debtBulk.change', 'POST', bulk],
    ['debtBulk.undo', 'POST', { workspace, undoId: newId() }],
    ['debt.scores', 'GET', { workspace, key }],
    ['debt.activity', 'GET', { workspace, key }],
    ['debt.similar', 'GET', { workspace, title: 'a debt' }],
    ['debtImport.preview', 'POST', { workspace, id: file.id, format: 'auto', mapping: {}, timeZone: null }],
    ['debtImport.findings', 'POST', { workspace, id: file.id, format: 'auto', mapping: {}, timeZone: null }],
    ['debtImport.status', 'GET', { workspace, id: file.id }],
    ['debtImport.undo', 'POST', { workspace, id: file.id }],
    ['invitation.create', 'POST', { workspace, email: 'a@example.test', role: 'viewer', team: null }],
    ['invitation.changeRole', 'POST', { workspace, id: invitation.id, role: 'viewer' }],
    ['invitation.renew', 'POST', { workspace, id: newId() }],
    ['invitation.info', 'GET', { workspace, token: 'x'.repeat(40) }],
    ['invitation.accept', 'POST', { workspace, token: 'x'.repeat(40) }],
    ['invitation.acceptAsNew', 'POST', { workspace, token: 'x'.repeat(40), name: 'a', password: 'a quiet harbour' }],
    ['member.changeRole', 'POST', { workspace, id, role: 'viewer', version: 1 }],
    ['member.setTeams', 'POST', { workspace, id, teams: ['payments'] }],
    ['savedView.create', 'POST', { workspace, name: 'Other', query: 'a=b' }],
    ['savedView.update', 'POST', { workspace, id: view.id, name: 'Other 2', query: 'a=b' }],
    ['savedView.restore', 'POST', { workspace, id: newId(), name: 'Other 3', query: 'a=b' }],
    [
      'service.list',
      'GET',
      {
        workspace,
        filters: { q: 'a' },
        sort: 'name',
        cursor: null,
        limit: 5,
        'filters.q': 1,
        'filters.tier': 1,
        'filters.team': 1,
        'filters.external': 1,
      },
    ],
    [
      'service.create',
      'POST',
      {
        workspace,
        key: 'other',
        name: 'Other',
        tier: 'high',
        description: '',
        team: null,
        external: false,
        availability: null,
        availabilitySource: null,
        availabilityAsOf: null,
        sloTarget: null,
        sloWindowDays: null,
        p50Ms: null,
        p95Ms: null,
      },
    ],
    [
      'service.update',
      'POST',
      { workspace, key: 'checkout', version: 1, name: 'Other', tier: 'high', p50Ms: 1, p95Ms: 2 },
    ],
    ['session.revoke', 'POST', { id: newId() }],
    ['team.create', 'POST', { workspace, key: 'ops', name: 'Ops', members: [] }],
    [
      'team.update',
      'POST',
      { workspace, key: 'payments', version: 1, name: 'Payments', newKey: 'payments', members: [] },
    ],
    ['team.restore', 'POST', { workspace, id: newId() }],
    ['token.create', 'POST', { workspace, name: 'T', role: 'viewer', permissions: [], expiresOn: null }],
    ['token.revoke', 'POST', { workspace, id: token.id }],
    // Before a name that is tried for the workspace can be the one that confirms its end.
    ['workspace.delete', 'POST', { workspace, confirmName: 'not this' }],
    ['workspace.create', 'POST', { slug: 'payments-two', name: 'Two' }],
    [
      'workspace.update',
      'POST',
      { workspace, version: 1, name: 'Test', debtPrefix: 'TD', floorImpact: 4, floorLikelihood: 4 },
    ],
    ['workspace.transfer', 'POST', { workspace, memberId: newId() }],
    ['account.rename', 'POST', { name: 'Somebody' }],
    ['account.changePassword', 'POST', { current: 'x', next: 'x' }],
    ['account.resetInfo', 'GET', { token: 'x'.repeat(20) }],
    ['setup.info', 'GET', { token: 'x' }],
  ];
}, 60_000);

function send(name: string, body: string | FormData, extra: Record<string, string> = {}): Promise<Response> {
  const headers = { cookie, ...(typeof body === 'string' && { 'content-type': 'application/json' }), ...extra };
  return handleTrpc(new Request(`http://localhost/api/trpc/${name}`, { method: 'POST', headers, body }));
}

async function statusOf(name: string, method: 'GET' | 'POST', input: unknown): Promise<number> {
  const json = JSON.stringify({ json: input });
  if (method === 'POST') return (await send(name, json)).status;
  const address = `http://localhost/api/trpc/${name}?input=${encodeURIComponent(json)}`;
  return (await handleTrpc(new Request(address, { headers: { cookie } }))).status;
}

/** The input with one value at a field or, after a dot, at a field inside it. */
function withValue(base: Record<string, unknown>, field: string, value: unknown): Record<string, unknown> {
  const plain = Object.fromEntries(Object.entries(base).filter(([name]) => !name.includes('.')));
  const [outer = '', inner] = field.split('.');
  return { ...plain, [outer]: inner ? { [inner]: value } : value };
}

describe('a request that no screen sends', () => {
  test('is never answered with an internal error, whichever field has whatever value', async () => {
    const broken: string[] = [];
    for (const [name, method, base] of bases) {
      for (const field of Object.keys(base)) {
        for (const value of hostile) {
          const status = await statusOf(name, method, withValue(base, field, value));
          if (status >= 500) broken.push(`${name} ${field} ${JSON.stringify(value).slice(0, 60)}: ${status}`);
        }
      }
    }
    expect(broken).toEqual([]);
  }, 300_000);

  test('is refused when a browser says that another site made it, before anything is done', async () => {
    const body = JSON.stringify({ json: { slug: 'from-elsewhere', name: 'From elsewhere' } });
    for (const site of ['cross-site', 'same-site']) {
      expect((await send('workspace.create', body, { 'sec-fetch-site': site })).status).toBe(403);
    }
    expect((await send('workspace.create', body, { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  test('is refused when its form is not one', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    expect((await send('debtImport.upload', 'no form', headers)).status).toBe(400);
  });

  test('is answered at once when parts of it are shared a thousand million times', async () => {
    let json: Record<string, unknown> = {};
    const referentialEqualities: Record<string, string[]> = {};
    for (let depth = 0; depth < 30; depth += 1) {
      json = { a: json };
      const path = Array.from({ length: depth }, () => 'a').join('.');
      referentialEqualities[path ? `name.${path}.a` : 'name.a'] = [path ? `name.${path}.b` : 'name.b'];
    }
    const body = JSON.stringify({
      json: { workspace: tenant.slug, name: json, query: '' },
      meta: { referentialEqualities },
    });
    expect((await send('savedView.create', body)).status).toBe(400);
  }, 20_000);
});
