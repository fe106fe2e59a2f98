import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { TRPCError } from '@trpc/server';
import { encode } from 'next-auth/jwt';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { roles } from '@/server/access/permissions';
import { authSecret, sessionCookieName } from '@/server/access/session-token';
import { now } from '@/server/platform/clock';
import { database } from '@/server/platform/db';
import { newId } from '@/server/platform/ids';
import { openApiDocument } from '@/server/rest/document';
import { createCallerFactory } from '@/server/trpc/init';
import { appRouter } from '@/server/trpc/root';
import { restClient } from './rest-client';
import { makeTenant, makeToken, type Tenant, type TestPerson } from './tenant';

// Every procedure and operation is called by everyone with an input that no schema takes. Gates come before schemas, so
// a refusal of the input means that the gate was passed, and nothing is ever written.
const committed = path.join(import.meta.dirname, '../../docs/permission-matrix.md');
const callers = ['anonymous', ...roles, 'another tenant', 'revoked'] as const;
type Caller = (typeof callers)[number];
type Row = { name: string; kind: string; permission: string; answers: string[] };

const probe = { probeThatNoSchemaKnows: true };
const meaning: Record<string, string> = { UNAUTHORIZED: '401', FORBIDDEN: '403', NOT_FOUND: '404', BAD_REQUEST: 'yes' };

let tenant: Tenant;
let cookies: Map<Caller, string>;
let tokens: Map<Caller, string | null>;

async function cookieOf({ userId, sessionId }: TestPerson): Promise<string> {
  const token = await encode({ token: { sub: userId, sid: sessionId }, secret: authSecret() });
  return `${sessionCookieName(false)}=${token}`;
}

beforeAll(async () => {
  tenant = await makeTenant();
  const other = await makeTenant();
  const gone = (await makeTenant()).people.owner;
  await database().session.update({ where: { id: gone.sessionId }, data: { revokedAt: now() } });
  await database().member.create({
    data: { workspaceId: tenant.workspaceId, id: newId(), userId: gone.userId, role: 'admin', joinedAt: now() },
  });
  cookies = new Map<Caller, string>([
    ['another tenant', await cookieOf(other.people.owner)],
    ['revoked', await cookieOf(gone)],
  ]);
  tokens = new Map<Caller, string | null>([
    ['anonymous', null],
    ['another tenant', await makeToken(other, 'owner')],
    ['revoked', await makeToken(tenant, 'owner', { revoked: true })],
  ]);
  for (const role of roles) {
    cookies.set(role, await cookieOf(tenant.people[role]));
    tokens.set(role, await makeToken(tenant, role));
  }
});

const procedureShape = z.object({
  _def: z.object({
    type: z.enum(['query', 'mutation', 'subscription']),
    meta: z.object({ permission: z.string() }).optional(),
  }),
});

/** Every procedure of the root router by its path, `noun.verb`. */
function procedures() {
  const all = z.record(z.string(), z.unknown()).parse(appRouter._def.procedures);
  return Object.entries(all).map(([name, procedure]) => {
    // A procedure is a function, which zod does not look into.
    const { type, meta } = procedureShape.shape._def.parse(Reflect.get(Object(procedure), '_def'));
    return { name, type, permission: meta?.permission ?? null };
  });
}

const createCaller = createCallerFactory(appRouter);

async function answerOfProcedure(name: string, caller: Caller): Promise<string> {
  const cookie = cookies.get(caller);
  const context = {
    requestId: newId(),
    headers: new Headers(cookie ? { cookie } : {}),
    address: '127.0.0.1',
    actor: null,
  };
  let call: unknown = createCaller(context);
  for (const part of name.split('.')) call = Reflect.get(Object(call), part);
  if (typeof call !== 'function') throw new Error(`${name} cannot be called`);
  try {
    await call({ workspace: tenant.slug, ...probe });
    return 'ran';
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return meaning[error.code] ?? error.code;
  }
}

async function rowsOfProcedures(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, type, permission } of procedures()) {
    const answers = [];
    for (const caller of callers) answers.push(await answerOfProcedure(name, caller));
    rows.push({
      name,
      kind: type,
      permission: permission ?? (answers[0] === '401' ? 'signed in' : 'everybody'),
      answers,
    });
  }
  return rows.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

async function answerOfOperation(method: string, address: string, caller: Caller): Promise<string> {
  const token = tokens.get(caller) ?? null;
  const placeholder = address
    .replace('{workspace}', tenant.slug)
    .replace('{id}', newId())
    .replace('{slug}', 'nothing')
    .replace('{number}', '1');
  const there = placeholder.replace('{key}', address.includes('/debts/') ? 'TD-1' : 'nothing');
  const { status } = await restClient('').send(method, `${there}?probeThatNoSchemaKnows=1`, { token });
  if (status === 401 || status === 403 || status === 404) return String(status);
  return status < 300 ? 'ran' : status < 500 ? 'yes' : String(status);
}

const methods = ['get', 'post', 'patch', 'delete', 'put'] as const;

async function rowsOfOperations(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [address, item] of Object.entries(openApiDocument().paths ?? {})) {
    for (const method of methods) {
      const operation = item[method];
      if (!operation) continue;
      const answers = [];
      for (const caller of callers) answers.push(await answerOfOperation(method.toUpperCase(), address, caller));
      rows.push({
        name: address,
        kind: method.toUpperCase(),
        permission: String(operation['x-permission'] ?? 'everybody'),
        answers,
      });
    }
  }
  return rows;
}

function table(rows: Row[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const head = line(['', 'kind', 'needs', ...callers]);
  const rule = line(['---', '---', '---', ...callers.map(() => '---')]);
  return [
    head,
    rule,
    ...rows.map(({ name, kind, permission, answers }) => line([`\`${name}\``, kind, permission, ...answers])),
  ].join('\n');
}

function document(ofProcedures: Row[], ofOperations: Row[]): string {
  return `# Who may call what

Made by \`server/testing/permission-matrix.int.test.ts\`, which calls everything as everyone against a real database and
fails when an answer differs from this table or a row is missing. After a change that is meant, run
\`npm run matrix\` and read the difference before you commit it.

**yes**: the gate lets the caller through to the operation, which still has its own rules about single records.
**401**: no live session or token. **403**: the role may not. **404**: for another tenant, the workspace does not exist.

## tRPC

${table(ofProcedures)}

## REST, \`/api/v1\`

${table(ofOperations)}
`;
}

describe('who may call what', () => {
  let ofProcedures: Row[];
  let ofOperations: Row[];

  beforeAll(async () => {
    ofProcedures = await rowsOfProcedures();
    ofOperations = await rowsOfOperations();
  }, 120_000);

  test('is what docs/permission-matrix.md says, with a row for everything that can be called (npm run matrix)', () => {
    const found = document(ofProcedures, ofOperations);
    if (process.env.UPDATE_MATRIX === '1') writeFileSync(committed, found);
    expect(readFileSync(committed, 'utf8').split('\n')).toEqual(found.split('\n'));
  });

  test('leaves nothing that runs on an input no schema knows', () => {
    expect([...ofProcedures, ...ofOperations].filter((row) => row.answers.includes('ran'))).toEqual([]);
  });

  test('follows from the permission that each one names: a role above one that may, may too', () => {
    const ofTenant = (row: Row) => roles.map((_role, at) => row.answers[at + 1]);
    for (const row of [...ofProcedures, ...ofOperations]) {
      const first = ofTenant(row).indexOf('yes');
      expect({ name: row.name, answers: ofTenant(row).slice(first) }).toEqual({
        name: row.name,
        answers: roles.slice(first).map(() => 'yes'),
      });
      expect({ name: row.name, answers: ofTenant(row).slice(0, first) }).toEqual({
        name: row.name,
        answers: roles.slice(0, first).map(() => '403'),
      });
    }
  });

  test('never lets another tenant into a workspace, nor anybody whose session or token was revoked', () => {
    for (const row of [...ofProcedures, ...ofOperations]) {
      if (!row.permission.includes(':')) continue;
      const [anonymous, , , , , , stranger, revoked] = row.answers;
      expect({ name: row.name, anonymous, stranger, revoked }).toEqual({
        name: row.name,
        anonymous: '401',
        stranger: '404',
        revoked: '401',
      });
    }
  });
});
