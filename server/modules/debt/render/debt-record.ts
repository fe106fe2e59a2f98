import { may, type WorkspaceScope } from '@/server/access/scope';
import { dateToDay } from '@/server/domain/field/day';
import { halfDaysToDays } from '@/server/domain/scoring/cost';
import { displayScore, scoreThirds, severityThirds } from '@/server/domain/scoring/score';
import {
  type ActivityEntry,
  activityEntry,
  type DebtRecord,
  type DebtRow,
  type DebtRowFacts,
  type ScoreEntry,
} from '../contract';
import type { findScores, StoredDebt } from '../repo';

const minutesPerHour = 60;

function dayOrNull(date: Date | null): string | null {
  return date && dateToDay(date);
}

export function debtKeyOf(scope: Pick<WorkspaceScope, 'debtPrefix'>, number: number): string {
  return `${scope.debtPrefix}-${number}`;
}

/** A stored row in the units and words of the contract. */
export function presentRow(scope: WorkspaceScope, facts: DebtRowFacts): DebtRow {
  const { number, effortHalfDays, interestMinutesPerMonth, ...rest } = facts;
  return {
    ...rest,
    key: debtKeyOf(scope, number),
    score: facts.scoreThirds === null ? null : displayScore(facts.scoreThirds),
    severity: facts.severityThirds === null ? null : displayScore(facts.severityThirds),
    effortDays: effortHalfDays === null ? null : halfDaysToDays(effortHalfDays),
    interestHoursPerMonth: interestMinutesPerMonth === null ? null : interestMinutesPerMonth / minutesPerHour,
    revisitOn: dayOrNull(facts.revisitOn),
    acceptedUntil: dayOrNull(facts.acceptedUntil),
    incurredOn: dayOrNull(facts.incurredOn),
  };
}

type StoredPerson = { id: string; user: { name: string; email: string } } | null;

function presentPerson(stored: StoredPerson) {
  return stored && { id: stored.id, name: stored.user.name, email: stored.user.email };
}

/** The row's columns picked out of a record with more of them. */
export function rowFactsOf(debt: Omit<StoredDebt, 'creator' | 'mergedInto' | 'sources' | 'decisions'>): DebtRowFacts {
  return {
    id: debt.id,
    number: debt.number,
    title: debt.title,
    productSentence: debt.productSentence,
    state: debt.state,
    closedAs: debt.closedAs,
    impact: debt.impact,
    likelihood: debt.likelihood,
    velocityTax: debt.velocityTax,
    remediationCost: debt.remediationCost,
    scoreThirds: debt.scoreThirds,
    severityThirds: debt.severityThirds,
    scoredAt: debt.scoredAt,
    effortHalfDays: debt.effortHalfDays,
    interestMinutesPerMonth: debt.interestMinutesPerMonth,
    quadrant: debt.quadrant,
    notDebtReason: debt.notDebtReason,
    owner: presentPerson(debt.owner),
    team: debt.team,
    services: debt.services.map((link) => link.service),
    labels: debt.labels,
    revisitOn: debt.revisitOn,
    acceptedUntil: debt.acceptedUntil,
    incurredOn: debt.incurredOn,
    createdAt: debt.createdAt,
    updatedAt: debt.updatedAt,
    version: debt.version,
  };
}

function originalPairs(original: unknown): [string, string][] {
  if (!Array.isArray(original)) return [];
  return original.flatMap((pair): [string, string][] =>
    Array.isArray(pair) ? [[String(pair[0]), String(pair[1])]] : [],
  );
}

/** Everything about one debt, with what the caller may do to it. */
export function presentDebt(scope: WorkspaceScope, debt: StoredDebt, lastEditor: string | null): DebtRecord {
  const writes = may(scope, 'debt:write');
  return {
    ...presentRow(scope, rowFactsOf(debt)),
    description: debt.description,
    repaymentPlan: debt.repaymentPlan,
    revisitTrigger: debt.revisitTrigger,
    reportedBy: debt.reportedBy,
    stateReason: debt.stateReason,
    stateChangedAt: debt.stateChangedAt,
    mergedInto: debt.mergedInto && { key: debtKeyOf(scope, debt.mergedInto.number), title: debt.mergedInto.title },
    createdBy: debt.creator?.user.name ?? null,
    updatedBy: lastEditor,
    deletedAt: debt.deletedAt,
    deletedBy: debt.deletedAt ? lastEditor : null,
    decisions: debt.decisions.map(({ decisionId }) => decisionId),
    sources: debt.sources.map((source) => ({
      system: source.system,
      key: source.key,
      url: source.url,
      importedAt: source.updatedAt,
      original: originalPairs(source.original),
    })),
    abilities: {
      edit: writes && !debt.deletedAt,
      delete: writes && !debt.deletedAt,
      restore: writes && debt.deletedAt !== null,
    },
  };
}

export function presentScore(entry: Awaited<ReturnType<typeof findScores>>[number]): ScoreEntry {
  const severity = severityThirds(entry);
  const score = scoreThirds(entry);
  return {
    id: entry.id,
    impact: entry.impact,
    likelihood: entry.likelihood,
    velocityTax: entry.velocityTax,
    remediationCost: entry.remediationCost,
    scoreThirds: score,
    severityThirds: severity,
    score: displayScore(score),
    severity: displayScore(severity),
    reason: entry.reason,
    scoredBy: entry.scoredBy?.user.name ?? null,
    scoredAt: entry.scoredAt,
  };
}

const activityFacts = activityEntry.pick({ fields: true, state: true, score: true });

type Named = { user: { name: string } } | null;

export function presentEvent(event: {
  id: string;
  action: string;
  actor: Named;
  at: Date;
  data: unknown;
}): ActivityEntry {
  const { id, action, actor, at, data } = event;
  return { id, action, actor: actor?.user.name ?? null, at, file: null, ...saidOf(data) };
}

/** An import as something that was done to a debt: `import.create` when it made the debt, else `import.update`. */
export function presentImport(done: {
  id: string;
  fileName: string;
  createdBy: Named;
  createdAt: Date;
  finishedAt: Date | null;
  debts: unknown[];
}): ActivityEntry {
  return {
    id: done.id,
    action: done.debts.length > 0 ? 'import.create' : 'import.update',
    actor: done.createdBy?.user.name ?? null,
    at: done.finishedAt ?? done.createdAt,
    file: done.fileName,
    fields: [],
    state: null,
    score: null,
  };
}

/** What an audit row says about a debt. Older rows and those of other writers may say less, never something else. */
function saidOf(data: unknown): Pick<ActivityEntry, 'fields' | 'state' | 'score'> {
  const { shape } = activityFacts;
  const said = { fields: undefined, state: undefined, score: undefined, ...(typeof data === 'object' ? data : {}) };
  return {
    fields: shape.fields.catch([]).parse(said.fields),
    state: shape.state.catch(null).parse(said.state),
    score: shape.score.catch(null).parse(said.score),
  };
}
