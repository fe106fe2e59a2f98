import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { jsonIn, type RestClient, restClient } from '@/server/testing/rest-client';
import { makeTeam, makeTenant, makeToken, type Tenant } from '@/server/testing/tenant';
import { openApiDocument } from './document';
import { operations } from './operations';
import { problems } from './problem';

const committed = path.join(import.meta.dirname, '../../docs/openapi.json');
const written = () => `${JSON.stringify(openApiDocument(), null, 2)}\n`;

let tenant: Tenant;
let api: RestClient;

beforeAll(async () => {
  tenant = await makeTenant();
  api = restClient(await makeToken(tenant, 'owner'));
  await makeTeam(tenant, 'payments');
});

describe('the OpenAPI document', () => {
  test('committed as docs/openapi.json is the one the operations make (npm run openapi writes it)', () => {
    if (process.env.UPDATE_OPENAPI === '1') writeFileSync(committed, written());
    // As values: the formatter may lay the file out as it likes.
    expect(JSON.parse(readFileSync(committed, 'utf8'))).toEqual(JSON.parse(written()));
  });

  test('is served to everybody', async () => {
    const response = await api.get('/openapi.json', { token: null });
    expect(await jsonIn(response)).toEqual(JSON.parse(written()));
    expect(response.headers.get('content-type')).toBe('application/json');
  });

  test('gives every operation an id of its own, a summary, a permission and an example of what it answers', () => {
    const ids = operations.map((operation) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const operation of operations) {
      expect(operation.summary.length).toBeGreaterThan(5);
      const good = operation.reply.content['application/json'];
      if (good)
        expect({ id: operation.operationId, parsed: good.schema.safeParse(good.example).error }).toMatchObject({
          parsed: undefined,
        });
    }
  });

  test('shows request examples that the operations take', () => {
    for (const operation of operations) {
      const json = operation.body?.content['application/json'];
      if (json)
        expect({ id: operation.operationId, error: json.schema.safeParse(json.example).error }).toMatchObject({
          error: undefined,
        });
    }
  });

  test('names a documentation address for every kind of problem', () => {
    const slugs = Object.values(problems).map((problem) => problem.slug);
    expect(new Set(slugs).size).toBe(slugs.length);
  });
});

/** The documented shape with nothing beside it, however deep. */
async function expectDocumented(operationId: string, response: Response): Promise<unknown> {
  const operation = operations.find((one) => one.operationId === operationId);
  const schema = operation?.reply.content['application/json']?.schema ?? z.never();
  const body = await jsonIn(response, operation?.reply.status);
  expect(schema.parse(body)).toEqual(body);
  return body;
}

const keyed = z.object({ key: z.string() });
const identified = z.object({ id: z.string() });

describe('what is answered is what is documented', () => {
  test('of services and teams', async () => {
    const at = `/workspaces/${tenant.slug}`;
    await expectDocumented(
      'createService',
      await api.post(`${at}/services`, { key: 'a', name: 'A', tier: 'low', team: 'payments', availability: 0.5 }),
    );
    await expectDocumented('updateService', await api.patch(`${at}/services/a`, { availability: null, p95Ms: 3 }));
    await expectDocumented('getService', await api.get(`${at}/services/a`));
    await expectDocumented('listServices', await api.get(`${at}/services`));
    expect((await api.delete(`${at}/services/a`)).status).toBe(204);
    await expectDocumented('restoreService', await api.post(`${at}/services/a/restore`));
    await expectDocumented(
      'createTeam',
      await api.post(`${at}/teams`, { key: 'core', name: 'Core', members: [tenant.people.editor.memberId] }),
    );
    await expectDocumented('updateTeam', await api.patch(`${at}/teams/core`, { name: 'Core team' }));
    await expectDocumented('getTeam', await api.get(`${at}/teams/core`));
    await expectDocumented('listTeams', await api.get(`${at}/teams`));
    expect((await api.delete(`${at}/teams/core`)).status).toBe(204);
  });

  test('of debts, their scores and imports', async () => {
    const at = `/workspaces/${tenant.slug}/debts`;
    const factors = { impact: 5, likelihood: 4, velocityTax: 3, remediationCost: 2 };
    const made = await expectDocumented(
      'createDebt',
      await api.post(at, { title: 'A debt', ...factors, owner: tenant.people.editor.email }),
    );
    expect(made).toMatchObject({ score: 8, severity: 4, owner: tenant.people.editor.email });
    const { key } = keyed.parse(made);
    await expectDocumented(
      'updateDebt',
      await api.patch(`${at}/${key}`, { remediationCost: 5, reason: 'A library does it.' }),
    );
    await expectDocumented('getDebt', await api.get(`${at}/${key}`));
    const scores = await expectDocumented('listScores', await api.get(`${at}/${key}/scores?limit=1`));
    expect(scores).toMatchObject({ total: 2, data: [{ remediationCost: 5, reason: 'A library does it.' }] });
    const { nextCursor } = z.object({ nextCursor: z.string() }).parse(scores);
    expect(await jsonIn(await api.get(`${at}/${key}/scores?cursor=${nextCursor}`))).toMatchObject({
      nextCursor: null,
      data: [{ remediationCost: 2 }],
    });
    await expectDocumented(
      'importDebts',
      await api.post(`${at}/import`, 'Title,Impact,Colour\nFirst,5,red\nSecond,4,blue\n', {
        headers: { 'content-type': 'text/csv' },
      }),
    );
    await expectDocumented('listDebts', await api.get(`${at}?open=true&limit=2`));
    expect((await api.delete(`${at}/${key}`)).status).toBe(204);
    expect((await api.get(`${at}/${key}`)).status).toBe(404);
    await expectDocumented('restoreDebt', await api.post(`${at}/${key}/restore`));
  });

  test('of members, tokens and the audit log', async () => {
    const at = `/workspaces/${tenant.slug}`;
    const { id } = identified.parse({ id: tenant.people.viewer.memberId });
    await expectDocumented('listMembers', await api.get(`${at}/members?limit=2`));
    await expectDocumented('getMember', await api.get(`${at}/members/${id}`));
    await expectDocumented('changeMemberRole', await api.patch(`${at}/members/${id}`, { role: 'commenter' }));
    expect((await api.delete(`${at}/members/${id}`)).status).toBe(204);
    await expectDocumented('restoreMember', await api.post(`${at}/members/${id}/restore`));
    const token = identified.parse(
      await expectDocumented('createToken', await api.post(`${at}/tokens`, { name: 'CI', role: 'viewer' })),
    );
    await expectDocumented('getToken', await api.get(`${at}/tokens/${token.id}`));
    await expectDocumented('listTokens', await api.get(`${at}/tokens`));
    expect((await api.delete(`${at}/tokens/${token.id}`)).status).toBe(204);
    expect((await api.get(`${at}/tokens/${token.id}`)).status).toBe(404);
    await expectDocumented('listAuditEvents', await api.get(`${at}/audit?subjectType=token`));
  });
});

test('the secret of a token is answered once and not kept for an Idempotency-Key', async () => {
  const options = { headers: { 'idempotency-key': 'token-once' } };
  const path = `/workspaces/${tenant.slug}/tokens`;
  const { secret } = z
    .object({ secret: z.string() })
    .parse(await jsonIn(await api.post(path, { name: 'Once', role: 'viewer' }, options), 201));
  const again = await api.post(path, { name: 'Once', role: 'viewer' }, options);
  expect(again.status).toBe(409);
  expect(await again.text()).not.toContain(secret);
  expect((await restClient(secret).get(`/workspaces/${tenant.slug}/services`)).status).toBe(200);
});
