import { z } from 'zod';
import { decisionStatuses, relationTypes } from '@/server/domain/decision/status';
import { sortText } from '@/server/domain/field/sort';
import { id, optionalLine, slug, workspaceSlug } from '@/server/domain/field/text';
import { decisionRow } from '@/server/modules/decision/contract';

const inWorkspace = { workspace: workspaceSlug };
const someOf = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(50, 'at most 50 values');

export const ages = ['month', 'year', 'older'] as const;
export const decisionSortFields = [
  'since',
  'number',
  'title',
  'status',
  'owner',
  'revisit',
  'created',
  'updated',
  'relevance',
] as const;
export type DecisionSortField = (typeof decisionSortFields)[number];

/** Which decisions are meant. Values of one field are alternatives, fields narrow each other. */
export const decisionFilters = z.strictObject({
  q: optionalLine(200).optional(),
  register: someOf(slug).optional(),
  status: someOf(z.enum(decisionStatuses)).optional(),
  tag: someOf(optionalLine(60)).optional(),
  service: someOf(slug).optional(),
  /** Ids of members, or `none`. */
  owner: someOf(z.union([id, z.literal('none')])).optional(),
  /** By the last change of status: under 30 days, 30 days to a year, over a year. */
  age: someOf(z.enum(ages)).optional(),
  /** Only what asks to be looked at again. */
  due: z.boolean().optional(),
  /** Only those that wait for a verdict of the caller. */
  awaitingMe: z.boolean().optional(),
});
export type DecisionFilters = z.output<typeof decisionFilters>;

/** A passage of a match; `text` in reading order, `hit` marks the words that were found. */
const excerpt = z.array(z.object({ text: z.string(), hit: z.boolean() }));

const facet = z.array(z.object({ value: z.string(), label: z.string(), count: z.number() }));

export const graphNode = z.object({
  id,
  number: z.number().nullable(),
  title: z.string(),
  status: z.enum(decisionStatuses),
  register: z.string(),
  date: z.string().nullable(),
});
export const graphEdge = z.object({ from: id, to: id, type: z.enum(relationTypes), partial: z.boolean() });

export const decisionListContract = {
  /** `sort` defaults to the latest change first, and to relevance when words are searched for. */
  list: {
    input: z.strictObject({
      ...inWorkspace,
      filters: decisionFilters.default({}),
      sort: sortText(decisionSortFields).optional(),
      cursor: z.string().max(4000).nullish(),
      direction: z.literal('forward').optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({
      data: z.array(decisionRow.extend({ excerpt: excerpt.nullable() })),
      nextCursor: z.string().nullable(),
      total: z.number(),
    }),
  },
  /** Counts per value of each facet under the other filters, the most frequent first. */
  facets: {
    input: z.strictObject({ ...inWorkspace, filters: decisionFilters.default({}) }),
    output: z.object({ register: facet, status: facet, tag: facet, service: facet, owner: facet, age: facet }),
  },
  /** The sentence that sums the registers up. */
  summary: {
    input: z.strictObject(inWorkspace),
    output: z.object({
      total: z.number(),
      registers: z.number(),
      open: z.number(),
      inForce: z.number(),
      withRevisit: z.number(),
      due: z.number(),
      unknown: z.number(),
      abilities: z.object({ create: z.boolean(), createRegister: z.boolean(), import: z.boolean() }),
    }),
  },
  /** What is due, the longest overdue first, at most 100. */
  due: {
    input: z.strictObject({ ...inWorkspace, register: slug.optional() }),
    output: z.array(decisionRow.extend({ overdueDays: z.number() })),
  },
  /** Records of a register and how they relate, and those of other registers they relate to; at most 500 nodes. */
  graph: {
    input: z.strictObject({ ...inWorkspace, register: slug }),
    output: z.object({ nodes: z.array(graphNode), edges: z.array(graphEdge), isCut: z.boolean() }),
  },
  /** Changes of status in a register, the newest first. */
  timeline: {
    input: z.strictObject({ ...inWorkspace, register: slug }),
    output: z.array(
      z.object({
        decisionId: id,
        number: z.number().nullable(),
        title: z.string(),
        to: z.enum(decisionStatuses),
        reason: z.string(),
        by: z.string().nullable(),
        day: z.string(),
      }),
    ),
  },
};

export type ListDecisions = z.output<typeof decisionListContract.list.input>;
export type DecisionLine = z.infer<typeof decisionListContract.list.output>['data'][number];
