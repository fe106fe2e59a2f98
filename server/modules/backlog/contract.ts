import { z } from 'zod';
import { sortText } from '@/server/domain/field/sort';
import { workspaceSlug } from '@/server/domain/field/text';
import { quadrants } from '@/server/domain/scoring/quadrant';
import { debtStates } from '@/server/domain/scoring/state';
import { debtKey, debtRow } from '@/server/modules/debt/contract';

export const sortableFields = [
  'score',
  'severity',
  'effort',
  'interest',
  'key',
  'title',
  'state',
  'owner',
  'team',
  'scored',
  'incurred',
  'created',
  'updated',
  'revisit',
] as const;
export type SortableField = (typeof sortableFields)[number];

/** `-score` is highest first. Debts without a value come last either way. */
export const sort = z
  .string()
  .refine((text) => sortableFields.some((field) => text === field || text === `-${field}`), {
    error: `one of ${sortableFields.join(', ')}, with a leading - for highest first`,
  });

/** Several fields, divided by commas: those that are equal in the first stand by the second. */
export const order = sortText(sortableFields);

const someOf = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(50);

/** Which debts are meant. Values of one field are alternatives, fields narrow each other. */
export const filters = z.strictObject({
  q: z.string().trim().max(200, 'at most 200 characters').optional(),
  state: someOf(z.enum(debtStates)).optional(),
  /** True for what is neither resolved nor withdrawn. */
  open: z.boolean().optional(),
  team: someOf(z.string().max(60)).optional(),
  service: someOf(z.string().max(60)).optional(),
  /** Ids or e-mail addresses of members; `none` for debts without an owner, `me` for the caller. */
  owner: someOf(z.string().max(320)).optional(),
  quadrant: someOf(z.enum([...quadrants, 'none'])).optional(),
  label: someOf(z.string().max(60)).optional(),
  /** `unscored`, `stale` (older than 90 days) or `fresh`. */
  scored: z.enum(['unscored', 'stale', 'fresh']).optional(),
  estimated: z.boolean().optional(),
  /** At the severity floor and not decided. */
  floor: z.boolean().optional(),
  /** Accepted, with an end in the next 30 days or past. */
  expiring: z.boolean().optional(),
  /** Revisit date reached or passed. */
  due: z.boolean().optional(),
  import: z.uuid().optional(),
});
export type Filters = z.output<typeof filters>;

/** Headings under which a view can be laid out; those without the field come last. */
export const groupFields = ['team', 'owner', 'state', 'quadrant', 'service'] as const;
export type GroupField = (typeof groupFields)[number];

const inWorkspace = { workspace: workspaceSlug };

export const listInput = z.strictObject({
  ...inWorkspace,
  filters: filters.default({}),
  sort: order.default('-score'),
  group: z.enum(groupFields).optional(),
  cursor: z.string().max(2000).nullish(),
  /** Sent by tRPC's infinite queries, which only ever go forward here. */
  direction: z.literal('forward').optional(),
  limit: z.number().int().min(1).max(200).default(50),
});
export type ListInput = z.output<typeof listInput>;

/** A row with its place among all scored debts of the view when sorted by score: 1 + those strictly above. */
export const rankedRow = debtRow.extend({ rank: z.number().nullable(), tied: z.boolean() });
export type RankedRow = z.infer<typeof rankedRow>;

export const listOutput = z.object({
  data: z.array(rankedRow),
  nextCursor: z.string().nullable(),
  total: z.number(),
  /** The server's day in UTC, `YYYY-MM-DD`, from which ages are counted. */
  today: z.string(),
});

/** Figures over the view, with what is needed to open them: coverage, stale and floor keys. */
export const summaryOutput = z.object({
  count: z.number(),
  scored: z.number(),
  estimated: z.number(),
  effortDays: z.number(),
  defaultEffortDays: z.number(),
  freshlyScored: z.number(),
  severityThirdsSum: z.number(),
  severityCounts: z.array(z.object({ severity: z.number(), count: z.number() })),
  interestHoursPerMonth: z.number(),
  withInterest: z.number(),
  oldest: z.object({ key: z.string(), title: z.string(), incurredOn: z.string() }).nullable(),
  floor: z.object({
    rule: z.object({ impact: z.number(), likelihood: z.number() }),
    items: z.array(z.object({ key: z.string(), title: z.string() })),
    count: z.number(),
  }),
  /** False on the first day, when the workspace has no debts in any view. */
  hasAny: z.boolean(),
  abilities: z.object({ create: z.boolean(), edit: z.boolean(), import: z.boolean(), export: z.boolean() }),
});
export type Summary = z.infer<typeof summaryOutput>;

export const exportFormats = ['csv', 'xlsx', 'json', 'md'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const backlogContract = {
  list: { input: listInput, output: listOutput },
  summary: { input: z.strictObject({ ...inWorkspace, filters: filters.default({}) }), output: summaryOutput },
  /** Where a debt stands: its rank, how stable that is, and its neighbours in the view. */
  position: {
    input: z.strictObject({
      ...inWorkspace,
      key: debtKey,
      filters: filters.default({}),
      sort: sort.default('-score'),
    }),
    output: z.object({
      index: z.number().nullable(),
      total: z.number(),
      previous: z.string().nullable(),
      next: z.string().nullable(),
    }),
  },
  rank: {
    input: z.strictObject({ ...inWorkspace, key: debtKey }),
    output: z.object({
      rank: z.number().nullable(),
      tied: z.boolean(),
      of: z.number(),
      top: z.number(),
      stabilityRatio: z.number().nullable(),
      draws: z.number(),
    }),
  },
  labels: { input: z.strictObject(inWorkspace), output: z.array(z.object({ label: z.string(), count: z.number() })) },
};
