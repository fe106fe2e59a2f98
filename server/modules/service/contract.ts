import { z } from 'zod';
import { day } from '@/server/domain/field/day-field';
import { sortText } from '@/server/domain/field/sort';
import { id, line, optionalLine, prose, slug, workspaceSlug } from '@/server/domain/field/text';

export const tiers = ['critical', 'high', 'medium', 'low'] as const;
export const tier = z.enum(tiers, { error: (issue) => `one of ${tiers.join(', ')}${sent(issue.input)}` });

export const availabilitySources = ['sla', 'slo', 'measured', 'assumed'] as const;
export const availabilitySource = z.enum(availabilitySources, {
  error: (issue) => `one of ${availabilitySources.join(', ')}${sent(issue.input)}`,
});

export const serviceSortFields = [
  'name',
  'key',
  'team',
  'tier',
  'openDebts',
  'worstSeverity',
  'availability',
  'createdAt',
  'updatedAt',
] as const;
export type ServiceSortField = (typeof serviceSortFields)[number];

function sent(input: unknown): string {
  if (typeof input === 'number') return `, not ${input}`;
  if (typeof input === 'string') return `, not “${input.slice(0, 40)}”`;
  return '';
}

/** A share of time, 0 to 1. People type per cent, so the message says what their number would be as a ratio. */
const ratio = z.number({ error: ratioError }).min(0, { error: ratioError }).max(1, { error: ratioError });

function ratioError(issue: { input?: unknown }): string {
  const { input } = issue;
  const perCent = typeof input === 'number' && input > 1 && input <= 100;
  const hint = perCent ? `; ${input} % is ${Number((input / 100).toPrecision(12))}` : '';
  return `a ratio from 0 to 1, such as 0.9995${sent(input)}${hint}`;
}

const dayMs = 86_400_000;
const milliseconds = z
  .number({ error: (issue) => `a number of milliseconds, such as 120${sent(issue.input)}` })
  .min(0, 'at least 0 milliseconds')
  .max(dayMs, 'at most 86400000 milliseconds, which is a day');

const windowDays = z
  .int({ error: (issue) => `a whole number of days, such as 30${sent(issue.input)}` })
  .min(1, 'at least 1 day')
  .max(366, 'at most 366 days');

/** What a person may write on a service. Absent leaves a field as it is, null empties it. */
export const serviceFields = z.strictObject({
  name: line(120).meta({ description: 'What people call it.', examples: ['Checkout flow'] }),
  description: prose(10_000).meta({ description: 'What it does and what hurts without it.' }),
  team: slug.nullable().meta({ description: 'The key of a team, or null.', examples: ['payments'] }),
  tier: tier.meta({ description: 'How much hangs on it.' }),
  external: z.boolean('true or false').meta({ description: 'True for what another company runs.' }),
  availability: ratio.nullable().meta({ description: 'Own availability, a ratio from 0 to 1.', examples: [0.9995] }),
  availabilitySource: availabilitySource.nullable().meta({
    description: 'Where the availability figure comes from; a figure given without a source counts as assumed.',
  }),
  availabilityAsOf: day.nullable().meta({ description: 'The day of the figure.', examples: ['2026-10-31'] }),
  sloTarget: ratio.nullable().meta({ description: 'The promised ratio.', examples: [0.9995] }),
  sloWindowDays: windowDays.nullable().meta({ description: 'The days over which the promise holds.', examples: [30] }),
  p50Ms: milliseconds.nullable().meta({ description: 'Median response time in milliseconds.' }),
  p95Ms: milliseconds.nullable().meta({ description: 'The 95th percentile in milliseconds.' }),
});
export type ServiceFields = z.output<typeof serviceFields>;

/** One service. Ratios are 0..1, times milliseconds, days `YYYY-MM-DD`; debts are those neither resolved nor withdrawn. */
export const serviceRecord = z.object({
  id,
  key: z.string(),
  name: z.string(),
  description: z.string(),
  team: z.object({ key: z.string(), name: z.string() }).nullable(),
  tier: z.enum(tiers),
  external: z.boolean(),
  availability: z.number().nullable(),
  availabilitySource: z.enum(availabilitySources).nullable(),
  availabilityAsOf: z.string().nullable(),
  sloTarget: z.number().nullable(),
  sloWindowDays: z.number().nullable(),
  p50Ms: z.number().nullable(),
  p95Ms: z.number().nullable(),
  openDebts: z.number(),
  /** I + L + V of the gravest open debt that is scored: 3 to 15, divide by 3 to display. */
  worstSeverityThirds: z.number().nullable(),
  createdAt: z.date(),
  updatedAt: z.date(),
  version: z.number(),
  abilities: z.object({ edit: z.boolean(), delete: z.boolean() }),
});
export type ServiceRecord = z.infer<typeof serviceRecord>;

const someOf = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(50, 'at most 50 values');

/** Which services are meant. Values of one field are alternatives, fields narrow each other. */
export const serviceFilters = z.strictObject({
  q: optionalLine(200).optional(),
  tier: someOf(tier).optional(),
  team: someOf(slug).optional(),
  external: z.boolean().optional(),
});
export type ServiceFilters = z.output<typeof serviceFilters>;

const inWorkspace = { workspace: workspaceSlug };
const oneService = { ...inWorkspace, key: slug };
const version = z.number().int().positive();

export const serviceContract = {
  list: {
    input: z.strictObject({
      ...inWorkspace,
      filters: serviceFilters.default({}),
      sort: sortText(serviceSortFields).default('name'),
      cursor: z.string().max(4000).nullish(),
      /** Sent along by tRPC's client for lists read page by page; there is one direction. */
      direction: z.literal('forward').optional(),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ data: z.array(serviceRecord), nextCursor: z.string().nullable(), total: z.number() }),
  },
  /** The sentence that sums the catalogue up. */
  summary: {
    input: z.strictObject(inWorkspace),
    output: z.object({
      count: z.number(),
      external: z.number(),
      withAvailability: z.number(),
      assumed: z.number(),
      abilities: z.object({ create: z.boolean() }),
    }),
  },
  get: { input: z.strictObject(oneService), output: serviceRecord },
  create: {
    input: serviceFields.partial().required({ name: true, tier: true }).extend(oneService),
    output: serviceRecord,
  },
  /** `version` is the one the change was made on: an older one is refused with both sides. */
  update: { input: serviceFields.partial().extend({ ...oneService, version }), output: serviceRecord },
  /** Leaves a tombstone: debts keep their link and the key stays taken until the service is restored. */
  delete: {
    input: z.strictObject({ ...oneService, version: version.optional() }),
    output: z.object({ key: z.string(), name: z.string(), deletedAt: z.date() }),
  },
  restore: { input: z.strictObject(oneService), output: serviceRecord },
};

export type ListServices = z.output<typeof serviceContract.list.input>;
export type CreateService = z.output<typeof serviceContract.create.input>;
export type UpdateService = z.output<typeof serviceContract.update.input>;
