import { z } from 'zod';
import type { WorkspaceScope } from '@/server/access/scope';
import { id, slug } from '@/server/domain/field/text';
import { notFound } from '@/server/platform/errors';
import { provenVersion } from '@/server/rest/etag';
import { emptyReply, jsonBody, jsonReply, type Operation, operation, patchBody } from '@/server/rest/operation';
import { pageOf } from '@/server/rest/page';
import { listOf, pageQuery } from '@/server/rest/query';
import { type TeamRecord, teamContract, teamName } from './contract';
import { createTeam, deleteTeam, listTeams, updateTeam } from './service';

const tag = 'Teams';
const params = z.object({ key: slug.meta({ description: 'The key of the team.', examples: ['payments'] }) });

const readable = z
  .object({
    key: z.string(),
    name: z.string(),
    members: z.array(z.object({ id: z.uuid(), name: z.string(), email: z.string() })),
    services: z.int().meta({ description: 'How many services it has.' }),
    openDebts: z.int().meta({ description: 'How many of its debts are neither resolved nor withdrawn.' }),
    version: z.int().meta({ description: 'Rises with every change; the ETag carries it.' }),
  })
  .meta({ id: 'Team' });
type Readable = z.input<typeof readable>;

function present(team: TeamRecord): Readable {
  const { key, name, members, services, openDebts, version } = team;
  return { key, name, members, services, openDebts, version };
}

const member = '0198c9b0-5f3a-7c1e-9d55-0a1b2c3d4e5f';
const example: Readable = {
  key: 'payments',
  name: 'Payments',
  members: [{ id: member, name: 'Mira Kaur', email: 'mira@example.com' }],
  services: 4,
  openDebts: 11,
  version: 1,
};

const record = (team: TeamRecord) => ({ body: present(team), version: team.version });

async function oneTeam(scope: WorkspaceScope, key: string): Promise<TeamRecord> {
  const found = (await listTeams(scope)).find((team) => team.key === key);
  if (!found) throw notFound(`Team “${key}”`);
  return found;
}

const people = z
  .array(id)
  .max(500, 'at most 500 people')
  .meta({ description: 'The ids of exactly the members who are in it.' });
const changeable = z.strictObject({
  key: slug.optional().meta({ description: 'Another key; its debts and services come along.' }),
  name: teamName.optional(),
  members: people.optional(),
});

export const teamOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/teams',
    operationId: 'listTeams',
    tag,
    summary: 'List teams',
    permission: 'team:read',
    query: z.strictObject(pageQuery),
    reply: jsonReply(200, listOf(readable).meta({ id: 'TeamList' }), {
      description: 'Teams by name.',
      example: { data: [example], nextCursor: null, total: 1 },
    }),
    run: async ({ scope, query }) => {
      const page = pageOf(
        await listTeams(scope),
        { view: `teams ${scope.workspaceId}`, idOf: (team) => team.key },
        query,
      );
      return { body: { ...page, data: page.data.map(present) } };
    },
  }),
  operation({
    method: 'post',
    path: '/teams',
    operationId: 'createTeam',
    tag,
    summary: 'Make a team',
    permission: 'team:write',
    body: jsonBody(teamContract.create.input.omit({ workspace: true }).meta({ id: 'NewTeam' }), {
      key: 'payments',
      name: 'Payments',
      members: [member],
    }),
    reply: jsonReply(201, readable, { description: 'The team as it was saved.', example, versioned: true }),
    run: async ({ scope, body }) => {
      const team = await createTeam(scope, { ...body, workspace: scope.slug });
      return { ...record(team), location: `/workspaces/${scope.slug}/teams/${team.key}` };
    },
  }),
  operation({
    method: 'get',
    path: '/teams/{key}',
    operationId: 'getTeam',
    tag,
    summary: 'Read a team',
    permission: 'team:read',
    params,
    reply: jsonReply(200, readable, { description: 'The team.', example, versioned: true }),
    run: async ({ scope, params: { key } }) => record(await oneTeam(scope, key)),
  }),
  operation({
    method: 'patch',
    path: '/teams/{key}',
    operationId: 'updateTeam',
    tag,
    summary: 'Change a team',
    permission: 'team:write',
    params,
    body: patchBody(changeable.meta({ id: 'TeamChange' }), { name: 'Payments and tax' }),
    reply: jsonReply(200, readable, { description: 'The team as it is now.', example, versioned: true }),
    problems: ['conflict', 'stale'],
    run: async ({ scope, params: { key }, body, ifMatch }) => {
      const { version: current } = await oneTeam(scope, key);
      const version = provenVersion(ifMatch, current) ?? current;
      const { key: newKey, name, members } = body;
      return record(await updateTeam(scope, { workspace: scope.slug, key, version, name, newKey, members }));
    },
  }),
  operation({
    method: 'delete',
    path: '/teams/{key}',
    operationId: 'deleteTeam',
    tag,
    summary: 'Delete a team',
    description: 'Debts and services keep it until they are given another.',
    permission: 'team:write',
    params,
    reply: emptyReply('It is deleted.'),
    run: async ({ scope, params: { key }, ifMatch }) => {
      provenVersion(ifMatch, (await oneTeam(scope, key)).version);
      await deleteTeam(scope, key);
    },
  }),
];
