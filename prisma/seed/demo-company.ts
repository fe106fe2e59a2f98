import { checkoutDebts } from '@/prisma/seed/demo-debt-checkout';
import { paymentsDebts } from '@/prisma/seed/demo-debt-payments';
import { platformDebts } from '@/prisma/seed/demo-debt-platform';
import { storefrontDebts } from '@/prisma/seed/demo-debt-storefront';
import { supplyDebts } from '@/prisma/seed/demo-debt-supply';
import type {
  DebtTemplate,
  DemoMember,
  DemoService,
  DemoTeam,
  MemberKey,
  ScoreTemplate,
  ServiceKey,
  TeamKey,
} from '@/prisma/seed/demo-template';
import { memberTemplates, serviceTemplates, teamTemplates } from '@/prisma/seed/demo-workspace';
import { dayToDate } from '@/server/domain/field/day';
import { addDays } from '@/server/domain/scoring/day';
import type { NotDebtReason, Quadrant } from '@/server/domain/scoring/quadrant';
import type { Factors, PartialFactors } from '@/server/domain/scoring/score';
import { seededRandom } from '@/server/domain/scoring/seeded-random';
import type { Closure, DebtState } from '@/server/domain/scoring/state';

export interface DemoScore {
  scoredOn: string;
  factors: Factors;
  reason: string;
  byKey: MemberKey;
}

export interface DemoSource {
  system: string;
  key: string;
  url: string;
}

export interface DemoDebt {
  /** 1 to 60: the debt's key is `TD-<number>`. */
  number: number;
  title: string;
  /** Markdown. */
  description: string;
  productSentence: string;
  state: DebtState;
  closedAs: Closure | null;
  stateReason: string;
  stateChangedOn: string;
  mergedIntoNumber: number | null;
  /** Current answers: those of the last score, or the few that were given so far. */
  factors: { readonly [name in keyof Factors]: number | null };
  /** Oldest first; empty when never scored. */
  scores: DemoScore[];
  effortHalfDays: number | null;
  interestHoursPerMonth: number | null;
  quadrant: Quadrant | null;
  notDebtReason: NotDebtReason | null;
  ownerKey: MemberKey | null;
  teamKey: TeamKey;
  serviceKeys: readonly ServiceKey[];
  labels: readonly string[];
  repaymentPlan: string;
  revisitOn: string | null;
  revisitTrigger: string;
  acceptedUntil: string | null;
  incurredOn: string;
  createdOn: string;
  createdByKey: MemberKey;
  sourceRefs: readonly DemoSource[];
}

/** Everything the demo puts into a new workspace. All keys are local to this object. */
export interface DemoCompany {
  workspaceName: string;
  members: DemoMember[];
  teams: DemoTeam[];
  services: DemoService[];
  /** By number, without gaps. */
  debts: DemoDebt[];
}

/** The working day on or before a day (on or after, when `forwards`): nobody at Northwind works at weekends. */
function workingDay(day: string, forwards = false): string {
  const weekday = dayToDate(day).getUTCDay();
  if (weekday === 6) return addDays(day, forwards ? 2 : -1);
  if (weekday === 0) return addDays(day, forwards ? 1 : -2);
  return day;
}

interface Clock {
  ago: (days: number) => string;
  ahead: (days: number) => string;
  /** Some days ago, give or take a few: for what nobody remembers exactly. */
  about: (days: number) => string;
}

function clockOf(today: string, seed: number): Clock {
  const random = seededRandom(seed);
  const ago = (days: number) => workingDay(addDays(today, -days));
  return {
    ago,
    ahead: (days) => workingDay(addDays(today, days), days >= 0),
    about: (days) => ago(days + Math.floor(random() * 4)),
  };
}

function factorsOf([impact, likelihood, velocityTax, remediationCost]: ScoreTemplate[1]): Factors {
  return { impact, likelihood, velocityTax, remediationCost };
}

function currentFactors(scores: readonly DemoScore[], answered: PartialFactors | undefined): DemoDebt['factors'] {
  const last = scores.at(-1);
  if (last) return last.factors;
  return {
    impact: answered?.impact ?? null,
    likelihood: answered?.likelihood ?? null,
    velocityTax: answered?.velocityTax ?? null,
    remediationCost: answered?.remediationCost ?? null,
  };
}

const sourceAddresses: Readonly<Record<string, string>> = {
  jira: 'https://jira.northwind.example/browse/',
  incidents: 'https://incidents.northwind.example/',
};

function sourceOf(key: string): DemoSource {
  const system = key.startsWith('INC-') ? 'incidents' : 'jira';
  return { system, key, url: `${sourceAddresses[system]}${key}` };
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Fills in `{month:30}` and `{year:30}`, counted in days back from today. */
function dated(text: string, clock: Clock): string {
  return text.replace(/\{(month|year):(-?\d+)\}/g, (_, unit: string, days: string) => {
    const date = dayToDate(clock.ago(Number(days)));
    return unit === 'year' ? String(date.getUTCFullYear()) : (monthNames[date.getUTCMonth()] ?? '');
  });
}

function mapTexts(template: DebtTemplate, map: (text: string) => string): DebtTemplate {
  const { change, product, plan } = template;
  return {
    ...template,
    title: map(template.title),
    description: map(template.description),
    ...(product === undefined ? {} : { product: map(product) }),
    ...(plan === undefined ? {} : { plan: map(plan) }),
    ...(change === undefined ? {} : { change: { ...change, reason: map(change.reason) } }),
    scores: template.scores.map(([ago, given, by, reason]) => [ago, given, by, map(reason)] as const),
  };
}

function buildDebt(undated: DebtTemplate, clock: Clock): DemoDebt {
  const template = mapTexts(undated, (text) => dated(text, clock));
  const scores = template.scores.map(([ago, factors, byKey, reason]) => ({
    scoredOn: clock.ago(ago),
    factors: factorsOf(factors),
    reason,
    byKey,
  }));
  const createdAgo = template.created ?? template.scores[0]?.[0] ?? 1;
  const createdOn = clock.ago(createdAgo);
  const { change } = template;
  return {
    number: template.number,
    title: template.title,
    description: template.description,
    productSentence: template.product ?? '',
    state: change?.to ?? 'open',
    closedAs: change?.closedAs ?? (change?.to === 'resolved' ? 'fixed' : null),
    stateReason: change?.reason ?? '',
    stateChangedOn: change ? clock.ago(change.ago) : createdOn,
    mergedIntoNumber: change?.into ?? null,
    factors: currentFactors(scores, template.answered),
    scores,
    effortHalfDays: template.effortDays === undefined ? null : template.effortDays * 2,
    interestHoursPerMonth: template.interest ?? null,
    quadrant: template.quadrant ?? null,
    notDebtReason: change?.notDebt ?? null,
    ownerKey: template.owner ?? null,
    teamKey: template.team,
    serviceKeys: template.services,
    labels: template.labels ?? [],
    repaymentPlan: template.plan ?? '',
    revisitOn: template.revisitIn === undefined ? null : clock.ahead(template.revisitIn),
    revisitTrigger: template.revisitWhen ?? '',
    acceptedUntil: change?.untilIn === undefined ? null : clock.ahead(change.untilIn),
    incurredOn: clock.about(Math.max(template.incurred, createdAgo)),
    createdOn,
    createdByKey: template.scores[0]?.[2] ?? template.owner ?? 'ana',
    sourceRefs: (template.sources ?? []).map(sourceOf),
  };
}

function serviceOf({ asOf, ...template }: (typeof serviceTemplates)[number], clock: Clock): DemoService {
  return { ...template, availabilityAsOf: asOf === null ? null : clock.ago(asOf) };
}

/**
 * Northwind, a believable shop: 9 people in 5 teams, 12 services of a checkout journey and 60 debts with 18 months of
 * scores. Pure: the same `today` (`YYYY-MM-DD`) and `seed` give the same company; every day is relative to `today`,
 * so that what is stale, overdue or about to expire stays so. The seed only moves days that nobody remembers exactly.
 */
export function buildDemo({ today, seed = 1 }: { today: string; seed?: number }): DemoCompany {
  const clock = clockOf(today, seed);
  const templates = [...platformDebts, ...checkoutDebts, ...paymentsDebts, ...storefrontDebts, ...supplyDebts];
  return {
    workspaceName: 'Northwind',
    members: memberTemplates.map((member) => ({ ...member })),
    teams: teamTemplates.map((team) => ({ ...team })),
    services: serviceTemplates.map((service) => serviceOf(service, clock)),
    debts: templates.toSorted((a, b) => a.number - b.number).map((template) => buildDebt(template, clock)),
  };
}

/** The key of a demo debt as the product shows it. */
export function demoDebtKey(debt: Pick<DemoDebt, 'number'>): string {
  return `TD-${debt.number}`;
}
