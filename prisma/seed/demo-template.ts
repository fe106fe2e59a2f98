import type { NotDebtReason, Quadrant } from '@/server/domain/scoring/quadrant';
import type { PartialFactors } from '@/server/domain/scoring/score';
import type { Closure, DebtState } from '@/server/domain/scoring/state';

/*
 * Texts name months as `{month:30}` and years as `{year:30}`: the month or year of 30 days ago, or ahead when negative,
 * so that they stay true whenever the demo is made.
 */

export type MemberKey = 'ana' | 'aneta' | 'dana' | 'farid' | 'jonas' | 'mira' | 'petra' | 'ruth' | 'theo';
export type TeamKey = 'platform' | 'checkout' | 'payments' | 'storefront' | 'supply';
export type ServiceKey =
  | 'web'
  | 'gateway'
  | 'auth'
  | 'checkout'
  | 'cart'
  | 'orders'
  | 'inventory'
  | 'payment'
  | 'ledger'
  | 'search'
  | 'tax'
  | 'psp';

export interface DemoMember {
  key: MemberKey;
  name: string;
  email: string;
  role: 'owner' | 'admin' | 'editor' | 'commenter' | 'viewer';
  teamKeys: readonly TeamKey[];
}

export interface DemoTeam {
  key: TeamKey;
  name: string;
}

export interface DemoService {
  key: ServiceKey;
  name: string;
  description: string;
  teamKey: TeamKey;
  tier: 'critical' | 'high' | 'medium' | 'low';
  external: boolean;
  /** Ratio, 0 to 1. */
  availability: number | null;
  availabilitySource: 'sla' | 'slo' | 'measured' | 'assumed' | null;
  /** `YYYY-MM-DD`. */
  availabilityAsOf: string | null;
  sloTarget: number | null;
  sloWindowDays: number | null;
  p50Ms: number | null;
  p95Ms: number | null;
}

/** Days ago; impact, likelihood, velocity tax and remediation cost; who; why. */
export type ScoreTemplate = readonly [
  ago: number,
  factors: readonly [number, number, number, number],
  by: MemberKey,
  reason: string,
];

export interface StateTemplate {
  to: Exclude<DebtState, 'open'>;
  /** Days ago. */
  ago: number;
  reason: string;
  closedAs?: Exclude<Closure, 'fixed'>;
  /** Number of the debt that this one was merged into or repeats. */
  into?: number;
  notDebt?: NotDebtReason;
  /** Accepted for so many more days; negative when that has passed. */
  untilIn?: number;
}

/** A debt of the demo with its days counted from today. Written short, so that the texts can be read in one go. */
export interface DebtTemplate {
  number: number;
  title: string;
  /** Markdown. */
  description: string;
  product?: string;
  team: TeamKey;
  services: readonly ServiceKey[];
  owner?: MemberKey;
  /** Days ago. */
  incurred: number;
  /** Days ago; the day of the first score unless given. */
  created?: number;
  /** Oldest first. */
  scores: readonly ScoreTemplate[];
  /** Answers of a debt that nobody has scored to the end. */
  answered?: PartialFactors;
  effortDays?: number;
  /** Hours a month. */
  interest?: number;
  quadrant?: Quadrant;
  plan?: string;
  /** Days ahead; negative when overdue. */
  revisitIn?: number;
  revisitWhen?: string;
  labels?: readonly string[];
  /** Keys in the tracker or the incident log. */
  sources?: readonly string[];
  change?: StateTemplate;
}
