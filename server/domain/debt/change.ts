import type { Quadrant } from '@/server/domain/scoring/quadrant';
import {
  completeFactors,
  type FactorName,
  type Factors,
  factorNames,
  scoreThirds,
  severityThirds,
} from '@/server/domain/scoring/score';
import { type Closure, checkTransition, type DebtState, isClosed } from '@/server/domain/scoring/state';

/** The part of a debt on which rules bear. Days are `YYYY-MM-DD`; factors are integers 1 to 5 or null. */
export type DebtFacts = Record<FactorName, number | null> & {
  state: DebtState;
  closedAs: Closure | null;
  stateReason: string;
  acceptedUntil: string | null;
  /** The debt this one goes on in; any name that tells it apart. */
  mergedInto: string | null;
  quadrant: Quadrant | null;
  notDebtReason: string | null;
};

export type DebtFactsChange = { [Field in keyof DebtFacts]?: DebtFacts[Field] | undefined } & {
  reason?: string | undefined;
};

export type ChangeProblem = { path: string; message: string };

export type ChangedFacts = {
  facts: DebtFacts;
  scoreThirds: number | null;
  severityThirds: number | null;
  stateChanged: boolean;
  /** The complete answer to record in the history, when a factor changed and all four are set. */
  score: { factors: Factors; reason: string } | null;
};

export type ChangeResult = { ok: true; changed: ChangedFacts } | { ok: false; problems: ChangeProblem[] };

const firstScoreReason = 'First score.';

/** A debt as it is before anybody has said anything about it. */
export const blankFacts: DebtFacts = {
  impact: null,
  likelihood: null,
  velocityTax: null,
  remediationCost: null,
  state: 'open',
  closedAs: null,
  stateReason: '',
  acceptedUntil: null,
  mergedInto: null,
  quadrant: null,
  notDebtReason: null,
};

function verdictProblems(before: DebtFacts, change: DebtFactsChange): ChangeProblem[] {
  const quadrant = change.quadrant === undefined ? before.quadrant : change.quadrant;
  const verdict = change.notDebtReason === undefined ? before.notDebtReason : change.notDebtReason;
  if (quadrant === null || verdict === null) return [];
  const both = change.quadrant && change.notDebtReason;
  if (both) return [{ path: 'notDebtReason', message: 'a debt has a quadrant or the verdict “not debt”, not both' }];
  return [];
}

function resolveVerdict(before: DebtFacts, change: DebtFactsChange): Pick<DebtFacts, 'quadrant' | 'notDebtReason'> {
  if (change.quadrant) return { quadrant: change.quadrant, notDebtReason: null };
  if (change.notDebtReason) return { quadrant: null, notDebtReason: change.notDebtReason };
  return {
    quadrant: change.quadrant === undefined ? before.quadrant : null,
    notDebtReason: change.notDebtReason === undefined ? before.notDebtReason : null,
  };
}

/** The state that is asked for, in words or by the verdict that something is no debt, which withdraws what is open. */
function wantedState(before: DebtFacts, change: DebtFactsChange): DebtFactsChange {
  if (change.state !== undefined || !change.notDebtReason || isClosed(before.state)) return change;
  return { ...change, state: 'withdrawn', closedAs: 'invalid', reason: change.reason || change.notDebtReason };
}

function staysInState(before: DebtFacts, change: DebtFactsChange): boolean {
  const sameState = change.state === undefined || change.state === before.state;
  const sameClosure = change.closedAs === undefined || change.closedAs === before.closedAs;
  const sameEnd = change.acceptedUntil === undefined || change.acceptedUntil === before.acceptedUntil;
  return sameState && sameClosure && sameEnd;
}

type StateResult = Pick<DebtFacts, 'state' | 'closedAs' | 'stateReason' | 'acceptedUntil'> & { stateChanged: boolean };

function changeState(before: DebtFacts, wanted: DebtFactsChange, today: string): StateResult | ChangeProblem[] {
  const { state, closedAs, stateReason, acceptedUntil } = before;
  if (staysInState(before, wanted)) return { state, closedAs, stateReason, acceptedUntil, stateChanged: false };
  const to = wanted.state ?? before.state;
  if (to === before.state && to !== 'accepted') {
    const field = wanted.closedAs !== undefined && wanted.closedAs !== closedAs ? 'closedAs' : 'acceptedUntil';
    if (field === 'closedAs' && to === 'withdrawn' && wanted.closedAs && wanted.closedAs !== 'fixed') {
      return {
        state,
        closedAs: wanted.closedAs,
        stateReason: wanted.reason ?? stateReason,
        acceptedUntil,
        stateChanged: true,
      };
    }
    return [{ path: field, message: `does not fit the state ${state}; send the state it belongs to with it` }];
  }
  const result = checkTransition(before.state, to, wanted, today);
  if (!result.ok) return result.problems;
  return {
    state: to,
    closedAs: result.closedAs,
    acceptedUntil: result.acceptedUntil,
    stateReason: wanted.reason ?? '',
    stateChanged: true,
  };
}

/** A debt goes on in another one only when it was withdrawn as its duplicate or merged into it. */
function resolveTarget(
  before: DebtFacts,
  change: DebtFactsChange,
  state: StateResult,
): { mergedInto: string | null; problem: ChangeProblem | null } {
  const mayGoOn = state.closedAs === 'duplicate' || state.closedAs === 'merged';
  const wanted = change.mergedInto === undefined ? before.mergedInto : change.mergedInto;
  if (!mayGoOn) {
    const message = 'only a debt that is withdrawn as duplicate or merged goes on in another';
    return { mergedInto: null, problem: change.mergedInto ? { path: 'mergedInto', message } : null };
  }
  const isNameless = state.closedAs === 'merged' && state.stateChanged && !wanted;
  const problem = isNameless
    ? { path: 'mergedInto', message: 'say which debt it was merged into, such as TD-12' }
    : null;
  return { mergedInto: wanted, problem };
}

function answersOf(before: DebtFacts, change: DebtFactsChange): Record<FactorName, number | null> {
  const answer = (name: FactorName) => (change[name] === undefined ? before[name] : change[name]);
  return {
    impact: answer('impact'),
    likelihood: answer('likelihood'),
    velocityTax: answer('velocityTax'),
    remediationCost: answer('remediationCost'),
  };
}

/**
 * Applies a change to a debt and completes it: score and severity in thirds, the closure that a state implies, what the
 * history records. `today` is `YYYY-MM-DD`. Refusals name the field and say what would be right. A change of a
 * factor of a debt that already has a score needs a reason.
 */
export function applyChange(before: DebtFacts, change: DebtFactsChange, today: string): ChangeResult {
  const problems = verdictProblems(before, change);
  const state = changeState(before, wantedState(before, change), today);
  if (Array.isArray(state)) problems.push(...state);
  const target = Array.isArray(state) ? null : resolveTarget(before, change, state);
  if (target?.problem) problems.push(target.problem);

  const answers = answersOf(before, change);
  const changedFactors = factorNames.filter((name) => answers[name] !== before[name]);
  const hadScore = completeFactors(before) !== null;
  if (changedFactors.length > 0 && hadScore && !change.reason?.trim()) {
    problems.push({
      path: 'reason',
      message: `say why ${changedFactors.join(', ')} changed; a re-score carries its reason`,
    });
  }
  if (problems.length > 0 || Array.isArray(state) || !target) return { ok: false, problems };

  const { stateChanged, ...stateFacts } = state;
  const factors = completeFactors(answers);
  return {
    ok: true,
    changed: {
      facts: { ...answers, ...stateFacts, ...resolveVerdict(before, change), mergedInto: target.mergedInto },
      scoreThirds: factors && scoreThirds(factors),
      severityThirds: factors && severityThirds(factors),
      stateChanged,
      score:
        factors && changedFactors.length > 0 ? { factors, reason: change.reason?.trim() || firstScoreReason } : null,
    },
  };
}
