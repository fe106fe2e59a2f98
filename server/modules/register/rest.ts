import { z } from 'zod';
import { slug } from '@/server/domain/field/text';
import { provenVersion } from '@/server/rest/etag';
import { instant } from '@/server/rest/instant';
import { emptyReply, jsonBody, jsonReply, type Operation, operation, patchBody } from '@/server/rest/operation';
import { pageOf } from '@/server/rest/page';
import { listOf, pageQuery } from '@/server/rest/query';
import { type RegisterRecord, registerContract, registerFields } from './contract';
import { createRegister, deleteRegister, getRegister, listRegisters, restoreRegister, updateRegister } from './service';

const tag = 'Registers';
const params = z.object({ slug: slug.meta({ description: 'The slug of the register.', examples: ['checkout'] }) });

const count = (description: string) => z.int().meta({ description });
const readable = z
  .object({
    slug: slug.meta({ description: 'Its name in addresses; it never changes.', examples: ['checkout'] }),
    name: z.string().meta({ description: 'What people call it.', examples: ['Checkout team'] }),
    description: z.string(),
    home: z.string().meta({ description: 'Where its records live outside, such as a repository; never fetched.' }),
    team: z
      .string()
      .nullable()
      .meta({ description: 'The key of its team.', examples: ['payments'] }),
    template: z.string().meta({
      description: 'The key of the template its new records begin with.',
      examples: ['minimal', 'trade-off', 'technical-spec', 'nygard', 'madr4', 'y-statement'],
    }),
    approvalsRequired: count('Approvals of the very text that an acceptance needs.'),
    lastNumber: count('The highest number given so far.'),
    decisions: count('Its records.'),
    open: count('Its drafts and proposals.'),
    inForce: count('Its accepted records.'),
    due: count('Its accepted records that ask to be looked at again.'),
    createdAt: instant,
    updatedAt: instant,
    version: z.int().meta({ description: 'Rises with every change; the ETag carries it.' }),
  })
  .meta({ id: 'Register' });
type Readable = z.input<typeof readable>;

function present(register: RegisterRecord): Readable {
  const { id: _id, abilities: _abilities, team, createdAt, updatedAt, ...plain } = register;
  return {
    ...plain,
    team: team?.key ?? null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

const example: Readable = {
  slug: 'checkout',
  name: 'Checkout team',
  description: 'Decisions about the way from the cart to the paid order.',
  home: 'github.com/northwind/checkout',
  team: 'payments',
  template: 'minimal',
  approvalsRequired: 1,
  lastNumber: 12,
  decisions: 15,
  open: 3,
  inForce: 9,
  due: 1,
  createdAt: '2026-09-01T09:00:00.000Z',
  updatedAt: '2026-11-09T08:30:00.000Z',
  version: 2,
};

const record = (register: RegisterRecord) => ({ body: present(register), version: register.version });
const creatable = registerContract.create.input.omit({ workspace: true }).meta({ id: 'NewRegister' });
const changeable = registerFields.partial().meta({ id: 'RegisterChange' });

export const registerOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/registers',
    operationId: 'listRegisters',
    tag,
    summary: 'List registers',
    permission: 'decision:read',
    query: z.strictObject({
      ...pageQuery,
      q: registerContract.list.input.shape.q.meta({ description: 'A text that slug, name or description contain.' }),
    }),
    reply: jsonReply(200, listOf(readable).meta({ id: 'RegisterList' }), {
      description: 'By name.',
      example: { data: [example], nextCursor: null, total: 1 },
    }),
    run: async ({ scope, query: { q = '', ...page } }) => {
      const { data } = await listRegisters(scope, q);
      const found = pageOf(data, { view: `registers ${scope.workspaceId} ${q}`, idOf: ({ id }) => id }, page);
      return { body: { ...found, data: found.data.map(present) } };
    },
  }),
  operation({
    method: 'post',
    path: '/registers',
    operationId: 'createRegister',
    tag,
    summary: 'Add a register',
    description: 'A slug that belongs to a deleted register is a conflict too: restore it, or choose another.',
    permission: 'register:write',
    body: jsonBody(creatable, { slug: 'checkout', name: 'Checkout team', template: 'trade-off' }),
    reply: jsonReply(201, readable, { description: 'The register as it was saved.', example, versioned: true }),
    run: async ({ scope, body }) => {
      const register = await createRegister(scope, { ...body, workspace: scope.slug });
      return { ...record(register), location: `/workspaces/${scope.slug}/registers/${register.slug}` };
    },
  }),
  operation({
    method: 'get',
    path: '/registers/{slug}',
    operationId: 'getRegister',
    tag,
    summary: 'Read a register',
    permission: 'decision:read',
    params,
    reply: jsonReply(200, readable, { description: 'The register.', example, versioned: true }),
    run: async ({ scope, params: { slug } }) => record(await getRegister(scope, slug)),
  }),
  operation({
    method: 'patch',
    path: '/registers/{slug}',
    operationId: 'updateRegister',
    tag,
    summary: 'Change a register',
    description: 'Absent fields stay as they are, null empties. Send If-Match to be sure nobody saved in between.',
    permission: 'register:write',
    params,
    body: patchBody(changeable, { approvalsRequired: 2 }),
    reply: jsonReply(200, readable, { description: 'The register as it is now.', example, versioned: true }),
    problems: ['stale'],
    run: async ({ scope, params: { slug }, body, ifMatch }) => {
      const version = provenVersion(ifMatch, (await getRegister(scope, slug)).version);
      return record(await updateRegister(scope, { ...body, workspace: scope.slug, slug, version }));
    },
  }),
  operation({
    method: 'delete',
    path: '/registers/{slug}',
    operationId: 'deleteRegister',
    tag,
    summary: 'Delete a register',
    description: 'Refused while it holds records. It leaves a tombstone that keeps the slug and can be restored.',
    permission: 'register:write',
    params,
    reply: emptyReply('It is deleted.'),
    problems: ['conflict', 'stale'],
    run: async ({ scope, params: { slug }, ifMatch }) => {
      const version = provenVersion(ifMatch, (await getRegister(scope, slug)).version);
      await deleteRegister(scope, { slug, version });
    },
  }),
  operation({
    method: 'post',
    path: '/registers/{slug}/restore',
    operationId: 'restoreRegister',
    tag,
    summary: 'Restore a deleted register',
    permission: 'register:write',
    params,
    reply: jsonReply(200, readable, { description: 'The register, back as it was.', example, versioned: true }),
    run: async ({ scope, params: { slug } }) => record(await restoreRegister(scope, slug)),
  }),
];
