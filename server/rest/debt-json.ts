import { z } from 'zod';
import { quadrants } from '@/server/domain/scoring/quadrant';
import { closures, debtStates } from '@/server/domain/scoring/state';
import type { DebtRecord, DebtRow, ScoreEntry } from '@/server/modules/debt/contract';
import { instant, isoOrNull } from './instant';

const day = z.iso.date().meta({ examples: ['2027-03-31'] });
const answer = z.int().min(1).max(5).nullable();

const rowShape = {
  key: z.string().meta({ description: 'Given by the server, never reused.', examples: ['TD-12'] }),
  title: z.string(),
  productSentence: z.string().meta({ description: 'What it means for the product, in one sentence.' }),
  state: z.enum(debtStates),
  closedAs: z.enum(closures).nullable().meta({ description: 'How a closed debt ended.' }),
  impact: answer.meta({ description: 'How bad it is when it bites, 1 to 5.' }),
  likelihood: answer.meta({ description: 'How likely it bites, 1 to 5.' }),
  velocityTax: answer.meta({ description: 'How much it slows work down, 1 to 5.' }),
  remediationCost: answer.meta({ description: 'How cheap it is to repay: 5 is the cheapest.' }),
  score: z
    .number()
    .nullable()
    .meta({
      description:
        '(impact + likelihood + velocityTax) × remediationCost ÷ 3, one decimal; null until all four are answered.',
      examples: [17.3],
    }),
  severity: z
    .number()
    .nullable()
    .meta({ description: '(impact + likelihood + velocityTax) ÷ 3, one decimal.', examples: [4.3] }),
  scoredAt: instant.nullable(),
  effortDays: z
    .number()
    .nullable()
    .meta({ description: 'Days of work in halves.', examples: [4.5] }),
  interestHoursPerMonth: z.number().nullable().meta({ description: 'Hours a month that it costs while it stands.' }),
  quadrant: z.enum(quadrants).nullable(),
  notDebtReason: z.string().nullable().meta({ description: 'Set when it is judged not to be debt.' }),
  owner: z
    .string()
    .nullable()
    .meta({ description: 'The e-mail address of its owner.', examples: ['mira@example.com'] }),
  team: z
    .string()
    .nullable()
    .meta({ description: 'The key of its team.', examples: ['payments'] }),
  services: z.array(z.string()).meta({ description: 'The keys of its services.' }),
  labels: z.array(z.string()),
  revisitOn: day.nullable(),
  acceptedUntil: day.nullable().meta({ description: 'The end of its acceptance.' }),
  incurredOn: day.nullable().meta({ description: 'The day it was taken on.' }),
  createdAt: instant,
  updatedAt: instant,
  version: z.int().meta({ description: 'Rises with every change; the ETag carries it.' }),
};

/** A debt as lists show it. */
export const debtLine = z.object(rowShape);

/** A debt with everything the API shows of it. */
export const readableDebt = z
  .object({
    ...rowShape,
    description: z.string().meta({ description: 'Markdown.' }),
    repaymentPlan: z.string(),
    revisitTrigger: z.string().meta({ description: 'What should bring it up again before its date.' }),
    stateReason: z.string().meta({ description: 'Why it is in its state.' }),
    stateChangedAt: instant,
    mergedInto: z.string().nullable().meta({ description: 'The key of the debt it is a part or a duplicate of.' }),
    decisions: z.array(z.uuid()).meta({ description: 'The ids of the decisions that take it on or pay it back.' }),
    sourceRefs: z
      .array(z.object({ system: z.string(), key: z.string(), url: z.string().nullable() }))
      .meta({ description: 'Where it came from: the keys it has in other systems.' }),
  })
  .meta({ id: 'Debt' });

type Line = z.input<typeof debtLine>;
type Readable = z.input<typeof readableDebt>;

/** The columns of a list as the API shows them: people by e-mail address, teams and services by key. */
export function presentLine(debt: DebtRow): Line {
  return {
    key: debt.key,
    title: debt.title,
    productSentence: debt.productSentence,
    state: debt.state,
    closedAs: debt.closedAs,
    impact: debt.impact,
    likelihood: debt.likelihood,
    velocityTax: debt.velocityTax,
    remediationCost: debt.remediationCost,
    score: debt.score,
    severity: debt.severity,
    scoredAt: isoOrNull(debt.scoredAt),
    effortDays: debt.effortDays,
    interestHoursPerMonth: debt.interestHoursPerMonth,
    quadrant: debt.quadrant,
    notDebtReason: debt.notDebtReason,
    owner: debt.owner?.email ?? null,
    team: debt.team?.key ?? null,
    services: debt.services.map((service) => service.key),
    labels: debt.labels,
    revisitOn: debt.revisitOn,
    acceptedUntil: debt.acceptedUntil,
    incurredOn: debt.incurredOn,
    createdAt: debt.createdAt.toISOString(),
    updatedAt: debt.updatedAt.toISOString(),
    version: debt.version,
  };
}

export function presentReadable(debt: DebtRecord): Readable {
  return {
    ...presentLine(debt),
    description: debt.description,
    repaymentPlan: debt.repaymentPlan,
    revisitTrigger: debt.revisitTrigger,
    stateReason: debt.stateReason,
    stateChangedAt: debt.stateChangedAt.toISOString(),
    mergedInto: debt.mergedInto?.key ?? null,
    decisions: debt.decisions,
    sourceRefs: debt.sources.map(({ system, key, url }) => ({ system, key, url })),
  };
}

/** What the documentation shows as a debt in a list. */
export const lineExample: Line = {
  key: 'TD-31',
  title: 'Retry storm when the tax API times out',
  productSentence: 'When the tax API is slow, every checkout waits for it three times.',
  state: 'open',
  closedAs: null,
  impact: 5,
  likelihood: 4,
  velocityTax: 4,
  remediationCost: 4,
  score: 17.3,
  severity: 4.3,
  scoredAt: '2026-11-09T08:30:00.000Z',
  effortDays: 4.5,
  interestHoursPerMonth: 14,
  quadrant: 'deliberatePrudent',
  notDebtReason: null,
  owner: 'mira@example.com',
  team: 'payments',
  services: ['checkout'],
  labels: ['resilience'],
  revisitOn: '2027-03-31',
  acceptedUntil: null,
  incurredOn: '2026-02-14',
  createdAt: '2026-09-01T09:00:00.000Z',
  updatedAt: '2026-11-09T08:30:00.000Z',
  version: 4,
};

export const debtExample: Readable = {
  ...lineExample,
  description: 'Three layers retry, each three times, without a budget.',
  repaymentPlan: 'One retry, at the edge, with a budget of 10 %.',
  revisitTrigger: 'the tax provider changes',
  stateReason: '',
  stateChangedAt: '2026-09-01T09:00:00.000Z',
  mergedInto: null,
  decisions: ['0198c9b0-5f3a-7c1e-9d55-0a1b2c3d4e5f'],
  sourceRefs: [{ system: 'jira', key: 'PAY-118', url: null }],
};

/** One complete answer to the rubric. */
export const readableScore = z
  .object({
    id: z.uuid(),
    score: z.number(),
    severity: z.number(),
    impact: z.int(),
    likelihood: z.int(),
    velocityTax: z.int(),
    remediationCost: z.int(),
    reason: z.string(),
    scoredBy: z.string().nullable().meta({ description: 'The name of who answered.' }),
    scoredAt: instant,
  })
  .meta({ id: 'Score' });

export function presentReadableScore(entry: ScoreEntry): z.input<typeof readableScore> {
  const { scoreThirds: _score, severityThirds: _severity, scoredAt, ...plain } = entry;
  return { ...plain, scoredAt: scoredAt.toISOString() };
}

export const scoreExample: z.input<typeof readableScore> = {
  id: '0198c9b0-5f3a-7c1e-9d55-0a1b2c3d4e5f',
  score: 17.3,
  severity: 4.3,
  impact: 5,
  likelihood: 4,
  velocityTax: 4,
  remediationCost: 4,
  reason: 'Two incidents in October.',
  scoredBy: 'Mira Kaur',
  scoredAt: '2026-11-09T08:30:00.000Z',
};
