import { z } from 'zod';
import { role } from '@/server/access/permission-field';
import type { WorkspaceScope } from '@/server/access/scope';
import { notFound } from '@/server/platform/errors';
import { provenVersion } from '@/server/rest/etag';
import { instant, isoOrNull } from '@/server/rest/instant';
import { emptyReply, jsonReply, type Operation, operation, patchBody } from '@/server/rest/operation';
import { pageOf } from '@/server/rest/page';
import { listOf, pageQuery } from '@/server/rest/query';
import type { MemberRecord } from './contract';
import { changeRole, listMembers, removeMember, restoreMember } from './service';

const tag = 'Members';
const params = z.object({
  id: z.uuid('the id of a member').meta({ examples: ['0198c9b0-5f3a-7c1e-9d55-0a1b2c3d4e5f'] }),
});

const readable = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    role: role.meta({
      description: 'Each role may do all that the ones before it may: viewer, commenter, editor, admin, owner.',
    }),
    teams: z.array(z.string()).meta({ description: 'The keys of the teams they are in; change them on the team.' }),
    joinedAt: instant,
    lastSeenAt: instant.nullable(),
    version: z.int().meta({ description: 'Rises with every change; the ETag carries it.' }),
  })
  .meta({ id: 'Member' });
type Readable = z.input<typeof readable>;

function present(member: MemberRecord): Readable {
  const { id, name, email, teams, joinedAt, lastSeenAt, version } = member;
  return {
    id,
    name,
    email,
    role: member.role,
    teams: teams.map((team) => team.key),
    joinedAt: joinedAt.toISOString(),
    lastSeenAt: isoOrNull(lastSeenAt),
    version,
  };
}

const example: Readable = {
  id: '0198c9b0-5f3a-7c1e-9d55-0a1b2c3d4e5f',
  name: 'Mira Kaur',
  email: 'mira@example.com',
  role: 'editor',
  teams: ['payments'],
  joinedAt: '2026-09-01T09:00:00.000Z',
  lastSeenAt: '2026-11-09T08:30:00.000Z',
  version: 1,
};

const record = (member: MemberRecord) => ({ body: present(member), version: member.version });

async function oneMember(scope: WorkspaceScope, id: string): Promise<MemberRecord> {
  const found = (await listMembers(scope)).find((member) => member.id === id);
  if (!found) throw notFound('The member');
  return found;
}

export const memberOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/members',
    operationId: 'listMembers',
    tag,
    summary: 'List members',
    permission: 'member:manage',
    query: z.strictObject(pageQuery),
    reply: jsonReply(200, listOf(readable).meta({ id: 'MemberList' }), {
      description: 'Everybody in the workspace.',
      example: { data: [example], nextCursor: null, total: 1 },
    }),
    run: async ({ scope, query }) => {
      const page = pageOf(
        await listMembers(scope),
        { view: `members ${scope.workspaceId}`, idOf: (member) => member.id },
        query,
      );
      return { body: { ...page, data: page.data.map(present) } };
    },
  }),
  operation({
    method: 'get',
    path: '/members/{id}',
    operationId: 'getMember',
    tag,
    summary: 'Read a member',
    permission: 'member:manage',
    params,
    reply: jsonReply(200, readable, { description: 'The member.', example, versioned: true }),
    run: async ({ scope, params: { id } }) => record(await oneMember(scope, id)),
  }),
  operation({
    method: 'patch',
    path: '/members/{id}',
    operationId: 'changeMemberRole',
    tag,
    summary: 'Give a member another role',
    description: 'Up to your own role, and never owner: that is handed over on screen.',
    permission: 'member:manage',
    params,
    body: patchBody(z.strictObject({ role }).meta({ id: 'MemberChange' }), { role: 'editor' }),
    reply: jsonReply(200, readable, { description: 'The member as they are now.', example, versioned: true }),
    problems: ['stale'],
    run: async ({ scope, params: { id }, body, ifMatch }) => {
      const version = provenVersion(ifMatch, (await oneMember(scope, id)).version);
      return record(await changeRole(scope, { id, role: body.role, ...(version === undefined ? {} : { version }) }));
    },
  }),
  operation({
    method: 'delete',
    path: '/members/{id}',
    operationId: 'removeMember',
    tag,
    summary: 'Remove a member',
    description: 'Their tokens and open pages stop working at the next request; what they wrote stays.',
    permission: 'member:manage',
    params,
    reply: emptyReply('They are removed.'),
    run: async ({ scope, params: { id }, ifMatch }) => {
      provenVersion(ifMatch, (await oneMember(scope, id)).version);
      await removeMember(scope, id);
    },
  }),
  operation({
    method: 'post',
    path: '/members/{id}/restore',
    operationId: 'restoreMember',
    tag,
    summary: 'Take a removal back',
    permission: 'member:manage',
    params,
    reply: jsonReply(200, readable, {
      description: 'The member, with the role and teams there were.',
      example,
      versioned: true,
    }),
    run: async ({ scope, params: { id } }) => record(await restoreMember(scope, id)),
  }),
];
