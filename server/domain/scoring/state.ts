import { daysBetween } from '@/server/domain/field/day';

/** Every state of a debt, in the order of its life. */
export const debtStates = ['open', 'planned', 'inProgress', 'resolved', 'accepted', 'withdrawn'] as const;
export type DebtState = (typeof debtStates)[number];

/** How a closed debt ended. Resolved is always `fixed`; the others are ways to withdraw. */
export const closures = ['fixed', 'duplicate', 'invalid', 'wontFix', 'merged'] as const;
export type Closure = (typeof closures)[number];
export const withdrawals = ['duplicate', 'invalid', 'wontFix', 'merged'] as const satisfies readonly Closure[];

export const stateLabels: Readonly<Record<DebtState, string>> = {
  open: 'Open',
  planned: 'Planned',
  inProgress: 'In progress',
  resolved: 'Resolved',
  accepted: 'Accepted',
  withdrawn: 'Withdrawn',
};

export const closureLabels: Readonly<Record<Closure, string>> = {
  fixed: 'Fixed',
  duplicate: 'Duplicate',
  invalid: 'Invalid',
  wontFix: 'Will not fix',
  merged: 'Merged into another',
};

/** Closed debts leave the backlog, its counts and its ranks; accepted ones stay in. */
export function isClosed(state: DebtState): boolean {
  return state === 'resolved' || state === 'withdrawn';
}

const transitions: Readonly<Record<DebtState, readonly DebtState[]>> = {
  open: ['planned', 'inProgress', 'accepted', 'resolved', 'withdrawn'],
  planned: ['open', 'inProgress', 'accepted', 'resolved', 'withdrawn'],
  inProgress: ['open', 'planned', 'accepted', 'resolved', 'withdrawn'],
  // Accepting again is how an acceptance is extended, with a new reason and a new end.
  accepted: ['accepted', 'open', 'planned', 'inProgress', 'resolved', 'withdrawn'],
  resolved: ['open'],
  withdrawn: ['open'],
};

/** The states one may go to from here, in menu order. */
export function allowedTransitions(from: DebtState): readonly DebtState[] {
  return transitions[from];
}

export type TransitionField = 'reason' | 'acceptedUntil' | 'closedAs';

/** What has to be given with a change of state; a reason may always be given. */
export function transitionAsks(from: DebtState, to: DebtState): readonly TransitionField[] {
  if (to === 'accepted') return ['reason', 'acceptedUntil'];
  if (to === 'withdrawn') return ['closedAs'];
  return isClosed(from) ? ['reason'] : [];
}

export interface TransitionInput {
  reason?: string | null | undefined;
  acceptedUntil?: string | null | undefined;
  closedAs?: Closure | null | undefined;
}

export interface TransitionProblem {
  path: 'state' | TransitionField;
  message: string;
}

export type TransitionResult =
  | { ok: true; closedAs: Closure | null; acceptedUntil: string | null }
  | { ok: false; problems: TransitionProblem[] };

function refusal(from: DebtState, to: DebtState): TransitionProblem {
  const allowed = transitions[from].map((state) => stateLabels[state].toLowerCase()).join(', ');
  const wanted = stateLabels[to].toLowerCase();
  return {
    path: 'state',
    message: `Cannot go from ${stateLabels[from].toLowerCase()} to ${wanted}; allowed: ${allowed}`,
  };
}

function acceptanceProblems(input: TransitionInput, today: string): TransitionProblem[] {
  const until = input.acceptedUntil;
  if (!until) return [{ path: 'acceptedUntil', message: 'Say until when it is accepted' }];
  if (daysBetween(today, until) > 0) return [];
  return [{ path: 'acceptedUntil', message: `Must be after today, ${today}; got ${until}` }];
}

function closureProblems(to: DebtState, closedAs: Closure | null | undefined): TransitionProblem[] {
  if (to === 'withdrawn' && !withdrawals.some((way) => way === closedAs)) {
    return [{ path: 'closedAs', message: `Say why it is withdrawn: ${withdrawals.join(', ')}` }];
  }
  if (to === 'resolved' && closedAs && closedAs !== 'fixed') {
    return [{ path: 'closedAs', message: `A resolved debt is closed as fixed, not ${closedAs}` }];
  }
  if (!isClosed(to) && closedAs) return [{ path: 'closedAs', message: 'Only a closed debt is closed as something' }];
  return [];
}

/**
 * Checks a change of state and completes it: `closedAs` is `fixed` for resolved, `acceptedUntil` is kept only while
 * accepted. `today` and `acceptedUntil` are `YYYY-MM-DD`; an acceptance has to end after today.
 */
export function checkTransition(
  from: DebtState,
  to: DebtState,
  input: TransitionInput,
  today: string,
): TransitionResult {
  if (!transitions[from].includes(to)) return { ok: false, problems: [refusal(from, to)] };
  const problems = closureProblems(to, input.closedAs);
  if (to === 'accepted') problems.push(...acceptanceProblems(input, today));
  if (transitionAsks(from, to).includes('reason') && !input.reason?.trim()) {
    problems.push({
      path: 'reason',
      message: to === 'accepted' ? 'Say why it is accepted' : 'Say why it is opened again',
    });
  }
  if (problems.length > 0) return { ok: false, problems };
  const closedAs = to === 'resolved' ? 'fixed' : (input.closedAs ?? null);
  return { ok: true, closedAs, acceptedUntil: to === 'accepted' ? (input.acceptedUntil ?? null) : null };
}

export const acceptanceSoonDays = 30;
export type AcceptanceStatus = 'running' | 'endsSoon' | 'expired';

/** An acceptance runs to the end of its last day; it ends soon in its last 30 days. Null when there is none. */
export function acceptanceStatus(acceptedUntil: string | null, today: string): AcceptanceStatus | null {
  if (acceptedUntil === null) return null;
  const left = daysBetween(today, acceptedUntil);
  if (left < 0) return 'expired';
  return left <= acceptanceSoonDays ? 'endsSoon' : 'running';
}
