import { z } from 'zod';
import { type Quadrant, quadrants } from '@/server/domain/scoring/quadrant';
import { factor, factorNames } from '@/server/domain/scoring/score';
import { closures, debtStates } from '@/server/domain/scoring/state';
import type { DebtRecord } from '@/server/modules/debt/contract';

const answer = factor.nullable();
const day = z.string();

/**
 * What a person can change on a debt, as the form holds it: texts as typed, figures as text until they are sent, what
 * belongs together (the factors, a state and its end, quadrant or verdict) in one record, so that it conflicts as one.
 */
export const debtEdit = z.object({
  title: z.string(),
  state: z.object({
    state: z.enum(debtStates),
    closedAs: z.enum(closures).nullable(),
    acceptedUntil: z.string().nullable(),
    mergedInto: z.string().nullable(),
  }),
  score: z.object({ impact: answer, likelihood: answer, velocityTax: answer, remediationCost: answer }),
  productSentence: z.string(),
  description: z.string(),
  services: z.array(z.string()),
  owner: z.string().nullable(),
  team: z.string().nullable(),
  labels: z.array(z.string()),
  effortDays: z.string(),
  interestHoursPerMonth: z.string(),
  quadrant: z.object({ quadrant: z.enum(quadrants).nullable(), notDebtReason: z.string().nullable() }),
  repaymentPlan: z.string(),
  revisitOn: day,
  revisitTrigger: z.string(),
  incurredOn: day,
});
export type DebtEdit = z.infer<typeof debtEdit>;
export type DebtField = keyof DebtEdit;

export const fieldLabels: Readonly<Record<DebtField, string>> = {
  title: 'Title',
  state: 'State',
  score: 'Score',
  productSentence: 'Product sentence',
  description: 'What it is',
  services: 'Services',
  owner: 'Owner',
  team: 'Team',
  labels: 'Labels',
  effortDays: 'Effort',
  interestHoursPerMonth: 'Interest',
  quadrant: 'Quadrant',
  repaymentPlan: 'Plan',
  revisitOn: 'Revisit',
  revisitTrigger: 'Revisit when',
  incurredOn: 'Incurred',
};

function figureText(value: number | null): string {
  return value === null ? '' : String(value);
}

/** The editable part of a stored debt. */
export function editOf(debt: DebtRecord): DebtEdit {
  return {
    title: debt.title,
    state: {
      state: debt.state,
      closedAs: debt.closedAs,
      acceptedUntil: debt.acceptedUntil,
      mergedInto: debt.mergedInto?.key ?? null,
    },
    score: {
      impact: debt.impact,
      likelihood: debt.likelihood,
      velocityTax: debt.velocityTax,
      remediationCost: debt.remediationCost,
    },
    productSentence: debt.productSentence,
    description: debt.description,
    services: debt.services.map((service) => service.key),
    owner: debt.owner?.id ?? null,
    team: debt.team?.key ?? null,
    labels: debt.labels,
    effortDays: figureText(debt.effortDays),
    interestHoursPerMonth: figureText(debt.interestHoursPerMonth),
    quadrant: { quadrant: debt.quadrant, notDebtReason: debt.notDebtReason },
    repaymentPlan: debt.repaymentPlan,
    revisitOn: debt.revisitOn ?? '',
    revisitTrigger: debt.revisitTrigger,
    incurredOn: debt.incurredOn ?? '',
  };
}

/** A debt that nobody has written anything about yet. */
export const blankEdit: DebtEdit = {
  title: '',
  state: { state: 'open', closedAs: null, acceptedUntil: null, mergedInto: null },
  score: { impact: null, likelihood: null, velocityTax: null, remediationCost: null },
  productSentence: '',
  description: '',
  services: [],
  owner: null,
  team: null,
  labels: [],
  effortDays: '',
  interestHoursPerMonth: '',
  quadrant: { quadrant: null, notDebtReason: null },
  repaymentPlan: '',
  revisitOn: '',
  revisitTrigger: '',
  incurredOn: '',
};

/** What was typed as a number; null when empty, undefined when it is none. A comma counts as the decimal point. */
export function figureOf(text: string): number | null | undefined {
  const trimmed = text.trim().replace(',', '.');
  if (trimmed === '') return null;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : undefined;
}

export type ProblemByField = Readonly<Record<string, string>>;

/** What is wrong before anything is sent: only what could not be sent at all. The server knows the other rules. */
export function unreadableFigures(edit: DebtEdit): ProblemByField {
  const problems: Record<string, string> = {};
  if (figureOf(edit.effortDays) === undefined) problems.effortDays = 'a number of days in halves, such as 4.5';
  if (figureOf(edit.interestHoursPerMonth) === undefined) {
    problems.interestHoursPerMonth = 'a number of hours a month, such as 14';
  }
  return problems;
}

function dayOrNull(text: string): string | null {
  return text === '' ? null : text;
}

type Sent = Partial<{
  title: string;
  state: DebtEdit['state']['state'];
  closedAs: DebtEdit['state']['closedAs'];
  acceptedUntil: string | null;
  mergedInto: string | null;
  impact: number | null;
  likelihood: number | null;
  velocityTax: number | null;
  remediationCost: number | null;
  productSentence: string;
  description: string;
  services: string[];
  owner: string | null;
  team: string | null;
  labels: string[];
  effortDays: number | null;
  interestHoursPerMonth: number | null;
  quadrant: Quadrant | null;
  notDebtReason: string | null;
  repaymentPlan: string;
  revisitOn: string | null;
  revisitTrigger: string;
  incurredOn: string | null;
}>;

const writers: { [Field in DebtField]: (edit: DebtEdit, base: DebtEdit) => Sent } = {
  title: ({ title }) => ({ title }),
  state: ({ state }, base) => ({
    state: state.state,
    ...(state.closedAs === base.state.closedAs && state.state === base.state.state ? {} : { closedAs: state.closedAs }),
    ...(state.acceptedUntil ? { acceptedUntil: state.acceptedUntil } : {}),
    ...(state.mergedInto === base.state.mergedInto ? {} : { mergedInto: state.mergedInto }),
  }),
  score: ({ score }, base) =>
    Object.fromEntries(
      factorNames.filter((name) => score[name] !== base.score[name]).map((name) => [name, score[name]]),
    ),
  productSentence: ({ productSentence }) => ({ productSentence }),
  description: ({ description }) => ({ description }),
  services: ({ services }) => ({ services }),
  owner: ({ owner }) => ({ owner }),
  team: ({ team }) => ({ team }),
  labels: ({ labels }) => ({ labels }),
  effortDays: ({ effortDays }) => ({ effortDays: figureOf(effortDays) ?? null }),
  interestHoursPerMonth: ({ interestHoursPerMonth }) => ({
    interestHoursPerMonth: figureOf(interestHoursPerMonth) ?? null,
  }),
  quadrant: ({ quadrant }) => ({ quadrant: quadrant.quadrant, notDebtReason: quadrant.notDebtReason }),
  repaymentPlan: ({ repaymentPlan }) => ({ repaymentPlan }),
  revisitOn: ({ revisitOn }) => ({ revisitOn: dayOrNull(revisitOn) }),
  revisitTrigger: ({ revisitTrigger }) => ({ revisitTrigger }),
  incurredOn: ({ incurredOn }) => ({ incurredOn: dayOrNull(incurredOn) }),
};

function isSame(a: DebtEdit[DebtField], b: DebtEdit[DebtField]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export const debtFieldNames: readonly DebtField[] = debtEdit.keyof().options;

/** The fields in which two versions differ, in the order of the page. */
export function changedFields(base: DebtEdit, edit: DebtEdit): DebtField[] {
  return debtFieldNames.filter((field) => !isSame(base[field], edit[field]));
}

/** What to send so that `base` becomes `edit`: changed fields only, in the words of the contract. */
export function changeOf(base: DebtEdit, edit: DebtEdit): Sent {
  return Object.assign({}, ...changedFields(base, edit).map((field) => writers[field](edit, base)));
}
