import { z } from 'zod';
import { role } from '@/server/access/permission-field';
import { notFound } from '@/server/platform/errors';
import { instant, isoOrNull } from '@/server/rest/instant';
import { emptyReply, jsonBody, jsonReply, type Operation, operation } from '@/server/rest/operation';
import { pageOf } from '@/server/rest/page';
import { listOf, pageQuery } from '@/server/rest/query';
import { type TokenRecord, tokenFields } from './contract';
import { createToken, listTokens, revokeToken } from './service';

const tag = 'Tokens';
const params = z.object({
  id: z.uuid('the id of a token').meta({ examples: ['0198c9b0-5f3a-7c1e-9d55-0a1b2c3d4e5f'] }),
});

const readable = z
  .object({
    id: z.uuid(),
    name: z.string(),
    prefix: z.string().meta({ description: 'The first characters of the secret, to tell tokens apart.' }),
    role,
    permissions: z.array(z.string()).meta({ description: 'Empty: all that the role may do.' }),
    createdBy: z.string().nullable(),
    createdAt: instant,
    expiresAt: instant.nullable(),
    lastUsedAt: instant.nullable().meta({ description: 'To the minute.' }),
    lastUsedFrom: z.string().nullable(),
  })
  .meta({ id: 'Token' });
type Readable = z.input<typeof readable>;

function present(token: TokenRecord): Readable {
  const { abilities: _abilities, expired: _expired, createdAt, expiresAt, lastUsedAt, ...plain } = token;
  return {
    id: plain.id,
    name: plain.name,
    prefix: plain.prefix,
    role: plain.role,
    permissions: plain.permissions,
    createdBy: plain.createdBy,
    createdAt: createdAt.toISOString(),
    expiresAt: isoOrNull(expiresAt),
    lastUsedAt: isoOrNull(lastUsedAt),
    lastUsedFrom: plain.lastUsedFrom,
  };
}

const example: Readable = {
  id: '0198c9b0-5f3a-7c1e-9d55-0a1b2c3d4e5f',
  name: 'Nightly import',
  prefix: 'pd_4fQx',
  role: 'admin',
  permissions: ['debt:read', 'debt:import'],
  createdBy: 'Mira Kaur',
  createdAt: '2026-09-01T09:00:00.000Z',
  expiresAt: null,
  lastUsedAt: '2026-11-09T08:30:00.000Z',
  lastUsedFrom: '192.0.2.10',
};

export const tokenOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/tokens',
    operationId: 'listTokens',
    tag,
    summary: 'List tokens',
    permission: 'token:manage',
    query: z.strictObject(pageQuery),
    reply: jsonReply(200, listOf(readable).meta({ id: 'TokenList' }), {
      description: 'Tokens that were not revoked, newest first. Secrets are not kept.',
      example: { data: [example], nextCursor: null, total: 1 },
    }),
    run: async ({ scope, query }) => {
      const page = pageOf(
        await listTokens(scope),
        { view: `tokens ${scope.workspaceId}`, idOf: (token) => token.id },
        query,
      );
      return { body: { ...page, data: page.data.map(present) } };
    },
  }),
  operation({
    method: 'post',
    path: '/tokens',
    operationId: 'createToken',
    tag,
    summary: 'Make a token',
    description:
      'With at most your own role and permissions. `secret` is in this answer and nowhere else; with an Idempotency-Key the second answer is a conflict without it.',
    permission: 'token:manage',
    answersSecret: true,
    body: jsonBody(tokenFields.meta({ id: 'NewToken' }), {
      name: 'Nightly import',
      role: 'admin',
      permissions: ['debt:read', 'debt:import'],
    }),
    reply: jsonReply(201, readable.extend({ secret: z.string() }).meta({ id: 'TokenWithSecret' }), {
      description: 'The token with its secret.',
      example: { ...example, lastUsedAt: null, lastUsedFrom: null, secret: 'pd_4fQx…' },
    }),
    run: async ({ scope, body }) => {
      const { secret, ...token } = await createToken(scope, body);
      return { body: { ...present(token), secret }, location: `/workspaces/${scope.slug}/tokens/${token.id}` };
    },
  }),
  operation({
    method: 'get',
    path: '/tokens/{id}',
    operationId: 'getToken',
    tag,
    summary: 'Read a token',
    permission: 'token:manage',
    params,
    reply: jsonReply(200, readable, { description: 'The token, without its secret.', example }),
    run: async ({ scope, params: { id } }) => {
      const found = (await listTokens(scope)).find((token) => token.id === id);
      if (!found) throw notFound('The token');
      return { body: present(found) };
    },
  }),
  operation({
    method: 'delete',
    path: '/tokens/{id}',
    operationId: 'revokeToken',
    tag,
    summary: 'Revoke a token',
    description: 'It stops working at its next request. This cannot be taken back.',
    permission: 'token:manage',
    params,
    reply: emptyReply('It is revoked.'),
    run: async ({ scope, params: { id } }) => {
      await revokeToken(scope, id);
    },
  }),
];
