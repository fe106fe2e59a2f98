import type { MemberKey, ServiceKey, TeamKey } from '@/prisma/seed/demo-template';
import type {
  DebtLinkKind,
  DecisionStatus,
  DecisionTrigger,
  ImplementationState,
  RelationType,
} from '@/server/domain/decision/status';

/** A change of status: days ago, to what, by whom, why. */
export type StepTemplate = readonly [ago: number, to: DecisionStatus, by: MemberKey, reason?: string];

/** An earlier revision's text, oldest first; the body of the record is its latest. */
export interface RevisionTemplate {
  ago: number;
  by: MemberKey;
  body: string;
  note?: string;
}

export interface VerdictTemplate {
  by: MemberKey;
  kind: 'approve' | 'requestChanges' | 'abstain' | 'disagreeAndCommit';
  ago: number;
  revision: number;
  comment?: string;
  /** Dropped by the edit so many days ago. */
  droppedAgo?: number;
}

export interface ThreadTemplate {
  /** A passage of the body, or of the earlier revision named; none for the page as a whole. */
  quote?: string;
  revision?: number;
  changedIn?: number;
  resolved?: readonly [ago: number, by: MemberKey];
  /** Who, days ago, what; the first is the root. */
  comments: readonly (readonly [by: MemberKey, ago: number, body: string])[];
}

/** A decision of the demo with its days counted from today. */
export interface DecisionTemplate {
  key: string;
  title: string;
  sentence?: string;
  template: 'minimal' | 'trade-off' | 'nygard';
  owner: MemberKey;
  tags: readonly string[];
  services?: readonly ServiceKey[];
  triggers?: readonly DecisionTrigger[];
  /** Days ago. */
  written: number;
  steps: readonly StepTemplate[];
  earlier?: readonly RevisionTemplate[];
  /** Days ago of the latest revision, where there are earlier ones. */
  revised?: number;
  body: string;
  revisitIn?: number;
  revisitWhen?: string;
  conditionMet?: readonly [ago: number, by: MemberKey, note: string];
  expiresIn?: number;
  reaffirmed?: readonly [ago: number, by: MemberKey, reason: string];
  implementation?: ImplementationState;
  relations?: readonly { type: RelationType; to: string; partial?: boolean; note?: string }[];
  debts?: readonly (readonly [kind: DebtLinkKind, number: number])[];
  deciders?: readonly string[];
  askedPeople?: readonly MemberKey[];
  askedTeams?: readonly TeamKey[];
  verdicts?: readonly VerdictTemplate[];
  threads?: readonly ThreadTemplate[];
  checklist?: Readonly<Record<string, string>>;
}
