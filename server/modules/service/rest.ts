import { z } from 'zod';
import { sortText } from '@/server/domain/field/sort';
import { slug } from '@/server/domain/field/text';
import { displayScore } from '@/server/domain/scoring/score';
import { provenVersion } from '@/server/rest/etag';
import { instant } from '@/server/rest/instant';
import { emptyReply, jsonBody, jsonReply, type Operation, operation, patchBody } from '@/server/rest/operation';
import { flag, listOf, pageQuery } from '@/server/rest/query';
import {
  availabilitySource,
  type ServiceRecord,
  serviceFields,
  serviceFilters,
  serviceSortFields,
  tier,
} from './contract';
import { createService, deleteService, getService, listServices, restoreService, updateService } from './service';

const tag = 'Services';
const params = z.object({ key: slug.meta({ description: 'The key of the service.', examples: ['checkout'] }) });

const { shape: fields } = serviceFields;
const readable = z
  .object({
    key: slug.meta({ description: 'Its name in addresses; it never changes.', examples: ['checkout'] }),
    name: z.string().meta({ description: 'What people call it.', examples: ['Checkout flow'] }),
    description: z.string(),
    team: z
      .string()
      .nullable()
      .meta({ description: 'The key of its team.', examples: ['payments'] }),
    tier: tier.meta({ description: 'How much hangs on it.' }),
    external: z.boolean().meta({ description: 'True for what another company runs.' }),
    availability: fields.availability,
    availabilitySource: availabilitySource.nullable().meta({ description: 'Where the figure comes from.' }),
    availabilityAsOf: z.iso
      .date()
      .nullable()
      .meta({ examples: ['2026-10-31'] }),
    sloTarget: fields.sloTarget,
    sloWindowDays: fields.sloWindowDays,
    p50Ms: fields.p50Ms,
    p95Ms: fields.p95Ms,
    openDebts: z.int().meta({ description: 'Debts on it that are neither resolved nor withdrawn.' }),
    worstSeverity: z
      .number()
      .nullable()
      .meta({ description: 'The highest severity of its open debts, one decimal.', examples: [4.3] }),
    createdAt: instant,
    updatedAt: instant,
    version: z.int().meta({ description: 'Rises with every change; the ETag carries it.' }),
  })
  .meta({ id: 'Service' });

type Readable = z.input<typeof readable>;

/** A service as the API shows it: the team by its key, the severity as people read it, no abilities. */
function present(service: ServiceRecord): Readable {
  const { id: _id, abilities: _abilities, worstSeverityThirds, team, createdAt, updatedAt, ...plain } = service;
  return {
    ...plain,
    team: team?.key ?? null,
    worstSeverity: worstSeverityThirds === null ? null : displayScore(worstSeverityThirds),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

const example: Readable = {
  key: 'checkout',
  name: 'Checkout flow',
  description: 'Turns a cart into a paid order.',
  team: 'payments',
  tier: 'critical',
  external: false,
  availability: 0.9995,
  availabilitySource: 'slo',
  availabilityAsOf: '2026-10-31',
  sloTarget: 0.9995,
  sloWindowDays: 30,
  p50Ms: 80,
  p95Ms: 240,
  openDebts: 3,
  worstSeverity: 4.3,
  createdAt: '2026-09-01T09:00:00.000Z',
  updatedAt: '2026-11-09T08:30:00.000Z',
  version: 4,
};

const record = (service: ServiceRecord) => ({ body: present(service), version: service.version });
const address = (workspace: string, key: string) => `/workspaces/${workspace}/services/${key}`;

const creatable = serviceFields
  .partial()
  .required({ name: true, tier: true })
  .extend({ key: slug.meta({ description: 'Small letters, digits and single dashes.', examples: ['checkout'] }) })
  .meta({ id: 'NewService' });

const changeable = serviceFields.partial().meta({ id: 'ServiceChange' });

const filterShape = serviceFilters.shape;
const listQuery = z.strictObject({
  ...pageQuery,
  sort: sortText(serviceSortFields)
    .optional()
    .meta({
      description: `Fields divided by commas, - for highest first: ${serviceSortFields.join(', ')}.`,
      examples: ['-openDebts,name'],
    }),
  q: filterShape.q.meta({ description: 'A text that key, name or description contain.' }),
  tier: filterShape.tier.meta({ description: 'Any of these.' }),
  team: filterShape.team.meta({ description: 'The keys of teams; any of these.' }),
  external: flag.optional().meta({ description: 'Only what others run, or only what we run.', type: 'boolean' }),
});

export const serviceOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/services',
    operationId: 'listServices',
    tag,
    summary: 'List services',
    permission: 'service:read',
    query: listQuery,
    reply: jsonReply(200, listOf(readable).meta({ id: 'ServiceList' }), {
      description: 'One page of the catalogue, by name unless `sort` says otherwise.',
      example: { data: [example], nextCursor: null, total: 1 },
    }),
    run: async ({ scope, query }) => {
      const { limit = 50, cursor, sort = 'name', ...filters } = query;
      const page = await listServices(scope, { workspace: scope.slug, limit, cursor, sort, filters });
      return { body: { ...page, data: page.data.map(present) } };
    },
  }),
  operation({
    method: 'post',
    path: '/services',
    operationId: 'createService',
    tag,
    summary: 'Add a service',
    description: 'A key that belongs to a deleted service is a conflict too: restore it, or choose another.',
    permission: 'service:write',
    body: jsonBody(creatable, {
      key: 'checkout',
      name: 'Checkout flow',
      tier: 'critical',
      availability: 0.9995,
      availabilitySource: 'slo',
    }),
    reply: jsonReply(201, readable, { description: 'The service as it was saved.', example, versioned: true }),
    run: async ({ scope, body }) => {
      const service = await createService(scope, { ...body, workspace: scope.slug });
      return { ...record(service), location: address(scope.slug, service.key) };
    },
  }),
  operation({
    method: 'get',
    path: '/services/{key}',
    operationId: 'getService',
    tag,
    summary: 'Read a service',
    permission: 'service:read',
    params,
    reply: jsonReply(200, readable, { description: 'The service.', example, versioned: true }),
    run: async ({ scope, params: { key } }) => record(await getService(scope, key)),
  }),
  operation({
    method: 'patch',
    path: '/services/{key}',
    operationId: 'updateService',
    tag,
    summary: 'Change a service',
    description: 'Absent fields stay as they are, null empties. Send If-Match to be sure nobody saved in between.',
    permission: 'service:write',
    params,
    body: patchBody(changeable, { tier: 'high', p95Ms: null }),
    reply: jsonReply(200, readable, { description: 'The service as it is now.', example, versioned: true }),
    problems: ['stale'],
    run: async ({ scope, params: { key }, body, ifMatch }) => {
      const version = provenVersion(ifMatch, (await getService(scope, key)).version);
      return record(await updateService(scope, { ...body, workspace: scope.slug, key, version }));
    },
  }),
  operation({
    method: 'delete',
    path: '/services/{key}',
    operationId: 'deleteService',
    tag,
    summary: 'Delete a service',
    description: 'It leaves a tombstone: debts keep their link, the key stays taken, and it can be restored.',
    permission: 'service:write',
    params,
    reply: emptyReply('It is deleted.'),
    problems: ['stale'],
    run: async ({ scope, params: { key }, ifMatch }) => {
      const version = provenVersion(ifMatch, (await getService(scope, key)).version);
      await deleteService(scope, { workspace: scope.slug, key, version });
    },
  }),
  operation({
    method: 'post',
    path: '/services/{key}/restore',
    operationId: 'restoreService',
    tag,
    summary: 'Restore a deleted service',
    permission: 'service:write',
    params,
    reply: jsonReply(200, readable, { description: 'The service, back as it was.', example, versioned: true }),
    run: async ({ scope, params: { key } }) => record(await restoreService(scope, key)),
  }),
];
