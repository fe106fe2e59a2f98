import { z } from 'zod';
import { dueReasons } from '@/server/domain/decision/due';
import {
  debtLinkKinds,
  decisionStatuses,
  decisionTriggers,
  implementationStates,
  type RelationType,
} from '@/server/domain/decision/status';
import { id, slug } from '@/server/domain/field/text';
import type { DecisionRecord, RelationRecord } from '@/server/modules/decision/contract';
import { instant } from './instant';

const day = z.iso.date().meta({ examples: ['2027-03-31'] });
const names = (description: string) => z.array(z.string()).meta({ description });

const seenFromThere = {
  supersedes: 'supersededBy',
  amends: 'amendedBy',
  dependsOn: 'requiredBy',
  relates: 'relates',
  conflicts: 'conflicts',
} as const satisfies Record<RelationType, string>;

const relation = z.object({
  type: z
    .enum(['supersedes', 'supersededBy', 'amends', 'amendedBy', 'dependsOn', 'requiredBy', 'relates', 'conflicts'])
    .meta({ description: 'Read from this record; both ends show a relation, each in its own words.' }),
  target: z.string().meta({
    description: 'The id of the other record, or what an imported file says where no record answers to it.',
  }),
  title: z.string().nullable().meta({ description: 'The title of the other record, null where there is none.' }),
  partial: z.boolean().meta({ description: 'Only a part is superseded.' }),
  note: z.string(),
});

const readableShape = {
  id: z.uuid().meta({ description: 'Given with the draft, never changed.' }),
  register: z.string().meta({ description: 'The slug of its register.', examples: ['checkout'] }),
  number: z
    .int()
    .nullable()
    .meta({ description: 'Given at acceptance, or imported.', examples: [12] }),
  title: z.string(),
  productSentence: z.string().meta({ description: 'What it means for the product, in one sentence.' }),
  status: z.enum(decisionStatuses),
  rawStatus: z.string().meta({ description: 'The status as an imported file words it.' }),
  statusChangedAt: instant,
  date: day.nullable().meta({ description: 'The day of the record: of its last change of status, or imported.' }),
  body: z.string().meta({ description: 'Markdown, without title and facts.' }),
  owner: z
    .string()
    .nullable()
    .meta({ description: 'The e-mail address of its owner.', examples: ['mira@example.com'] }),
  deciders: names('Who decided.'),
  consulted: names('Whose opinion was asked.'),
  informed: names('Who was told.'),
  tags: names('In small letters.'),
  services: names('The keys of its services.'),
  triggers: z.array(z.enum(decisionTriggers)).meta({ description: 'Why it is worth a record.' }),
  implementation: z.enum(implementationStates),
  revisitOn: day.nullable(),
  revisitCondition: z.string(),
  expiresOn: day.nullable().meta({ description: 'The end of a trade-off.' }),
  due: z.enum(dueReasons).nullable().meta({ description: 'Why it asks to be looked at again today.' }),
  checklist: z.record(z.string(), z.string()).meta({ description: 'Answers to the design-review questions.' }),
  relations: z.array(relation),
  debts: z.array(z.object({ key: z.string(), kind: z.enum(debtLinkKinds) })),
  template: z.string(),
  sourcePath: z.string().nullable().meta({ description: 'The path of the imported file.' }),
  revision: z.int().meta({ description: 'The revision that title, productSentence and body are of.' }),
  approvals: z.int().meta({ description: 'Approvals of this revision.' }),
  openThreads: z.int(),
  createdAt: instant,
  updatedAt: instant,
  version: z.int().meta({ description: 'Rises with every change; the ETag carries it.' }),
};

export const readableDecision = z.object(readableShape).meta({ id: 'Decision' });
export type ReadableDecision = z.input<typeof readableDecision>;

export const decisionParams = z.object({
  slug: slug.meta({ description: 'The slug of the register.', examples: ['checkout'] }),
  id: id.meta({ description: 'The id of the decision.', examples: ['0198c9b0-5f3a-7c1e-9d55-0a1b2c3d4e5f'] }),
});

function presentRelation({ type, direction, partial, note, decision, targetText }: RelationRecord) {
  return {
    type: direction === 'from' ? type : seenFromThere[type],
    target: decision?.id ?? targetText,
    title: decision?.title ?? null,
    partial,
    note,
  };
}

/** A decision as the API shows it: other records by their keys, people by their address, no abilities. */
export function presentReadableDecision(decision: DecisionRecord): ReadableDecision {
  const { id, number, title, productSentence, status, rawStatus, date, body, deciders, consulted, informed } = decision;
  const { tags, triggers, implementation, revisitOn, revisitCondition, expiresOn, due, checklist } = decision;
  const { template, sourcePath, revision, approvals, openThreads, version } = decision;
  return {
    ...{ id, register: decision.register.slug, number, title, productSentence, status, rawStatus },
    statusChangedAt: decision.statusChangedAt.toISOString(),
    ...{ date, body, owner: decision.owner?.email ?? null, deciders, consulted, informed, tags },
    services: decision.services.map(({ key }) => key),
    ...{ triggers, implementation, revisitOn, revisitCondition, expiresOn, due, checklist },
    relations: decision.relations.map(presentRelation),
    debts: decision.debts.map(({ key, kind }) => ({ key, kind })),
    ...{ template, sourcePath, revision, approvals, openThreads },
    createdAt: decision.createdAt.toISOString(),
    updatedAt: decision.updatedAt.toISOString(),
    version,
  };
}

/** The answer of an operation on one record. */
export const replyOf = (decision: DecisionRecord) => ({
  body: presentReadableDecision(decision),
  version: decision.version,
});

export const decisionExample: ReadableDecision = {
  id: '0198c9b0-5f3a-7c1e-9d55-0a1b2c3d4e5f',
  register: 'checkout',
  number: 12,
  title: 'Keep the order events in Postgres',
  productSentence: 'Customers see their order within a second.',
  status: 'accepted',
  rawStatus: '',
  statusChangedAt: '2026-10-02T08:30:00.000Z',
  date: '2026-10-02',
  body: '## Context\n\nOrders are written by three services.\n',
  owner: 'mira@example.com',
  deciders: ['Mira Kaur'],
  consulted: [],
  informed: ['Storefront team'],
  tags: ['storage'],
  services: ['checkout'],
  triggers: ['dataFlow'],
  implementation: 'inProgress',
  revisitOn: '2027-03-31',
  revisitCondition: 'When there are more than 5,000 events a second',
  expiresOn: null,
  due: null,
  checklist: { rollback: 'Write to both for a week, then switch back.' },
  relations: [
    {
      type: 'supersedes',
      target: '0198c9b0-5f3a-7c1e-9d55-0a1b2c3d4e60',
      title: 'Publish order events',
      partial: false,
      note: '',
    },
  ],
  debts: [{ key: 'TD-12', kind: 'incurs' }],
  template: 'minimal',
  sourcePath: null,
  revision: 3,
  approvals: 2,
  openThreads: 1,
  createdAt: '2026-09-20T09:00:00.000Z',
  updatedAt: '2026-10-02T08:30:00.000Z',
  version: 6,
};
