import { may, type WorkspaceScope } from '@/server/access/scope';
import { dateToDay } from '@/server/domain/field/day';
import { halfDaysToDays } from '@/server/domain/scoring/cost';
import { displayScore } from '@/server/domain/scoring/score';
import { countBacklog, listBacklog } from '@/server/modules/backlog/service';
import type { Filters, RankedRow } from '@/server/modules/backlog/contract';
import { summarizeCatalogue } from '@/server/modules/service/service';
import { dayMs, fromNow } from '@/server/platform/clock';
import type { Home, Need } from './contract';
import * as repo from './repo';

const weekMs = 7 * dayMs;
const listed = 5;
const lineKinds = ['new', 'reopened', 'resolved', 'withdrawn', 'deleted'] as const;
const mine: Filters = { owner: ['me'], open: true };

function refOf({ key, title }: RankedRow) {
  return { key, title };
}

/** What waits for the caller: theirs that are at the floor, stale, ending or due, and what nobody has scored yet. */
async function findNeeds(scope: WorkspaceScope): Promise<Need[]> {
  if (!may(scope, 'debt:write')) return [];
  const list = (filters: Filters, sort: string) => listBacklog(scope, { workspace: scope.slug, filters, sort, limit: listed });
  const [floor, ending, due, stale, unscored] = await Promise.all([
    list({ ...mine, floor: true }, '-score'),
    list({ ...mine, expiring: true }, 'revisit'),
    list({ ...mine, due: true }, 'revisit'),
    list({ ...mine, scored: 'stale' }, 'scored'),
    countBacklog(scope, { open: true, scored: 'unscored' }),
  ]);
  const needs: Need[] = [
    ...floor.data.map((row): Need => ({ kind: 'floor', debt: refOf(row), on: row.scoredAt && dateToDay(row.scoredAt) })),
    ...ending.data.flatMap((row): Need[] => (row.acceptedUntil ? [{ kind: 'acceptanceEnds', debt: refOf(row), on: row.acceptedUntil }] : [])),
    ...due.data.flatMap((row): Need[] => (row.revisitOn ? [{ kind: 'revisitDue', debt: refOf(row), on: row.revisitOn }] : [])),
  ];
  const [oldest] = stale.data;
  if (oldest) {
    const on = oldest.scoredAt && dateToDay(oldest.scoredAt);
    needs.push({ kind: 'staleScores', debts: stale.data.map(refOf), count: stale.total, on });
  }
  if (unscored > 0) needs.push({ kind: 'unscored', count: unscored });
  return needs;
}

/** The state of debt as a ledger of the last seven days, and what waits for the caller. */
export async function readHome(scope: WorkspaceScope): Promise<Home> {
  const since = fromNow(-weekMs);
  const keyOf = (number: number) => `${scope.debtPrefix}-${number}`;
  const [sums, rescored, accepted, needs] = await Promise.all([
    repo.sumWeek(scope, since),
    repo.findRescored(scope, since, listed),
    repo.findAccepted(scope, since, listed),
    findNeeds(scope),
  ]);
  const sumOf = (kind: repo.LedgerSum['kind']) => sums.find((sum) => sum.kind === kind) ?? { count: 0, effortHalfDays: 0, numbers: [] };
  const lines = lineKinds.map((kind) => {
    const { count, effortHalfDays, numbers } = sumOf(kind);
    return { kind, count, effortDays: halfDaysToDays(effortHalfDays), keys: numbers.map(keyOf) };
  });
  const closing = { count: sumOf('closing').count, effortDays: halfDaysToDays(sumOf('closing').effortHalfDays) };
  const gained = (kind: string) => (kind === 'new' || kind === 'reopened' ? 1 : -1);
  return {
    since: dateToDay(since),
    opening: {
      count: lines.reduce((sum, line) => sum - gained(line.kind) * line.count, closing.count),
      effortDays: lines.reduce((sum, line) => sum - gained(line.kind) * line.effortDays, closing.effortDays),
    },
    lines,
    closing,
    rescored: rescored
      .filter(({ before, after }) => before !== after)
      .map(({ number, before, after }) => ({ key: keyOf(number), from: displayScore(before), to: displayScore(after) })),
    accepted: accepted.flatMap(({ number, acceptedUntil }) => (acceptedUntil ? [{ key: keyOf(number), until: dateToDay(acceptedUntil) }] : [])),
    needs,
  };
}

/** The figures of the sidebar: what needs the caller, what is open. */
export async function readCounts(scope: WorkspaceScope) {
  const [needs, openDebts, catalogue] = await Promise.all([
    findNeeds(scope),
    countBacklog(scope, { open: true }),
    summarizeCatalogue(scope),
  ]);
  return { needs: needs.length, openDebts, services: catalogue.count };
}
