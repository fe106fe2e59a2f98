import { may, type WorkspaceScope } from '@/server/access/scope';
import { dateToDay } from '@/server/domain/field/day';
import { halfDaysToDays } from '@/server/domain/scoring/cost';
import { explainRescore } from '@/server/domain/scoring/explain';
import { displayScore, scoreThirds } from '@/server/domain/scoring/score';
import type { Filters, RankedRow } from '@/server/modules/backlog/contract';
import { countBacklog, listBacklog } from '@/server/modules/backlog/service';
import { countDecisions, listDecisions, listDue } from '@/server/modules/decision-list/service';
import { listUnanswered, listWaiting } from '@/server/modules/decision-review/service';
import { summarizeCatalogue } from '@/server/modules/service/service';
import { listUnseenMentions } from '@/server/modules/thread/service';
import { dayMs, fromNow, now, today } from '@/server/platform/clock';
import type { Home, Need } from './contract';
import { dueNeeds, mentionNeeds, presentInReview, reviewNeeds } from './render/decision-need';
import * as repo from './repo';

const weekMs = 7 * dayMs;
const listed = 5;
const oneByOne = 3;
const lineKinds = ['new', 'reopened', 'resolved', 'withdrawn', 'deleted'] as const;
const mine: Filters = { owner: ['me'], open: true };

type Listed = Awaited<ReturnType<typeof listBacklog>>;
type DebtNeed = Extract<Need, { debts: unknown }>;

function refOf({ key, title }: RankedRow) {
  return { key, title };
}

/** A line for each debt while they are few; beyond that one line for all of them, so that none is left out unsaid. */
function needsOf(kind: DebtNeed['kind'], found: Listed, dayOf: (row: RankedRow) => string | null): DebtNeed[] {
  const apart = kind === 'staleScores' ? 1 : oneByOne;
  if (found.total <= apart) {
    return found.data.map((row) => ({ kind, debts: [refOf(row)], count: 1, on: dayOf(row) }));
  }
  const days = found.data.map(dayOf).filter((day) => day !== null);
  return [{ kind, debts: found.data.map(refOf), count: found.total, on: days.toSorted()[0] ?? null }];
}

function scoredOn({ scoredAt }: RankedRow): string | null {
  return scoredAt && dateToDay(scoredAt);
}

/** Debts of the caller's that are at the floor, ending, due or stale, and what nobody has scored yet. */
async function findDebtNeeds(scope: WorkspaceScope): Promise<Need[]> {
  if (!may(scope, 'debt:write')) return [];
  const list = (filters: Filters, sort: string) =>
    listBacklog(scope, { workspace: scope.slug, filters: { ...mine, ...filters }, sort, limit: listed });
  const [floor, ending, due, stale, unscored] = await Promise.all([
    list({ floor: true }, '-score'),
    list({ expiring: true }, 'revisit'),
    list({ due: true }, 'revisit'),
    list({ scored: 'stale' }, 'scored'),
    countBacklog(scope, { open: true, scored: 'unscored' }),
  ]);
  return [
    ...needsOf('floor', floor, scoredOn),
    ...needsOf('acceptanceEnds', ending, (row) => row.acceptedUntil),
    ...needsOf('revisitDue', due, (row) => row.revisitOn),
    ...needsOf('staleScores', stale, scoredOn),
    ...(unscored > 0 ? [{ kind: 'unscored' as const, count: unscored }] : []),
  ];
}

/** Proposals that wait for the caller, what they were named in, and decisions of theirs that are due. */
async function findPeopleNeeds(scope: WorkspaceScope): Promise<Need[]> {
  const [waiting, mentions, due] = await Promise.all([
    listWaiting(scope),
    listUnseenMentions(scope),
    scope.memberId && may(scope, 'decision:write') ? listDue(scope, { owner: [scope.memberId] }) : [],
  ]);
  return [...reviewNeeds(waiting), ...mentionNeeds(mentions), ...dueNeeds(due)];
}

/** What waits for the caller: people first, then what has a date, then the rest. */
async function findNeeds(scope: WorkspaceScope): Promise<Need[]> {
  return (await Promise.all([findPeopleNeeds(scope), findDebtNeeds(scope)])).flat();
}

const proposalsRead = 100;

async function findInReview(scope: WorkspaceScope): Promise<Home['inReview']> {
  const filters = { status: ['proposed' as const] };
  const { data, total } = await listDecisions(scope, {
    workspace: scope.slug,
    filters,
    sort: 'since',
    limit: proposalsRead,
  });
  const unanswered = await listUnanswered(
    scope,
    data.map(({ id }) => id),
  );
  const mine = await listWaiting(scope);
  const rows = data.map((row) =>
    presentInReview(row, unanswered.get(row.id) ?? [], {
      memberId: scope.memberId,
      waitsForMe: mine.some(({ decisionId }) => decisionId === row.id),
    }),
  );
  const inOrder = rows.toSorted((a, b) => Number(b.waitsForMe) - Number(a.waitsForMe));
  return { data: inOrder.slice(0, oneByOne), total };
}

function presentRescored({ before, after }: { before: repo.FactorValues; after: repo.FactorValues }) {
  const { verdict } = explainRescore(before, after);
  return { from: displayScore(scoreThirds(before)), to: displayScore(scoreThirds(after)), verdict };
}

/** The state of debt as a ledger of the last seven days, and what waits for the caller. */
export async function readHome(scope: WorkspaceScope): Promise<Home> {
  const since = fromNow(-weekMs);
  const keyOf = (number: number) => `${scope.debtPrefix}-${number}`;
  const [sums, rescored, accepted, needs, inReview] = await Promise.all([
    repo.sumWeek(scope, since),
    repo.findRescored(scope, since, listed),
    repo.findAccepted(scope, since, listed),
    findNeeds(scope),
    findInReview(scope),
  ]);
  const sumOf = (kind: repo.LedgerSum['kind']) =>
    sums.find((sum) => sum.kind === kind) ?? { count: 0, effortHalfDays: 0, numbers: [] };
  const lines = lineKinds.map((kind) => {
    const { count, effortHalfDays, numbers } = sumOf(kind);
    return { kind, count, effortDays: halfDaysToDays(effortHalfDays), keys: numbers.map(keyOf) };
  });
  const closing = { count: sumOf('closing').count, effortDays: halfDaysToDays(sumOf('closing').effortHalfDays) };
  const gained = (kind: string) => (kind === 'new' || kind === 'reopened' ? 1 : -1);
  return {
    asOf: now(),
    today: today(),
    since: dateToDay(since),
    opening: {
      count: lines.reduce((sum, line) => sum - gained(line.kind) * line.count, closing.count),
      effortDays: lines.reduce((sum, line) => sum - gained(line.kind) * line.effortDays, closing.effortDays),
    },
    lines,
    closing,
    rescored: rescored.map(({ number, ...scores }) => ({ key: keyOf(number), ...presentRescored(scores) })),
    accepted: accepted.flatMap(({ number, acceptedUntil }) =>
      acceptedUntil ? [{ key: keyOf(number), until: dateToDay(acceptedUntil) }] : [],
    ),
    needs,
    inReview,
  };
}

/** The figures of the sidebar: what needs the caller, what is open, how many decisions and services there are. */
export async function readCounts(scope: WorkspaceScope) {
  const [needs, openDebts, decisions, catalogue] = await Promise.all([
    findNeeds(scope),
    countBacklog(scope, { open: true }),
    countDecisions(scope, {}),
    summarizeCatalogue(scope),
  ]);
  return { needs: needs.length, openDebts, decisions, services: catalogue.count };
}
