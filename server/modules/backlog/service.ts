import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { may, type WorkspaceScope } from '@/server/access/scope';
import { dateToDay } from '@/server/domain/field/day';
import { parseSort } from '@/server/domain/field/sort';
import { defaultEffortHalfDays, effortOf, halfDaysToDays } from '@/server/domain/scoring/cost';
import { addDays } from '@/server/domain/scoring/day';
import { rankStability } from '@/server/domain/scoring/ranking';
import { factorNames, type PartialFactors } from '@/server/domain/scoring/score';
import { staleAfterDays } from '@/server/domain/scoring/staleness';
import { acceptanceSoonDays } from '@/server/domain/scoring/state';
import { getDebt, keyOfDebt, presentDebtRow } from '@/server/modules/debt/service';
import { dayMs, fromNow, today } from '@/server/platform/clock';
import { decodeCursor, encodeCursor, type Position } from '@/server/platform/cursor';
import {
  type Filters,
  type GroupField,
  type ListInput,
  type RankedRow,
  type Summary,
  sortableFields,
} from './contract';
import * as repo from './repo';

const floorItemsShown = 5;
const stabilityTop = 10;

function boundaries(): repo.Boundaries {
  return {
    today: today(),
    staleBefore: fromNow(-staleAfterDays * dayMs),
    expiringUntil: addDays(today(), acceptanceSoonDays),
  };
}

export function orderOf(sort: string, group: GroupField | null = null): repo.Order {
  const [first, ...further] = (parseSort(sortableFields, sort) ?? []).map(({ field, descending }) => ({
    field,
    direction: descending ? ('desc' as const) : ('asc' as const),
  }));
  return { ...(first ?? { field: 'score', direction: 'desc' }), further, group };
}

export type Histogram = {
  total: number;
  /** Those that have a rank. */
  scored: number;
  rankOf: (scoreThirds: number | null) => { rank: number | null; tied: boolean };
};

function histogramOf(counts: { scoreThirds: number | null; count: number }[]): Histogram {
  let above = 0;
  let scored = 0;
  const ranks = new Map<number, { rank: number; tied: boolean }>();
  for (const { scoreThirds, count } of counts.toSorted((a, b) => (b.scoreThirds ?? -1) - (a.scoreThirds ?? -1))) {
    if (scoreThirds !== null) ranks.set(scoreThirds, { rank: above + 1, tied: count > 1 });
    above += count;
    if (scoreThirds !== null) scored = above;
  }
  return {
    total: above,
    scored,
    rankOf: (thirds) => (thirds === null ? undefined : ranks.get(thirds)) ?? { rank: null, tied: false },
  };
}

// Counting 50,000 rows costs more than reading 100 of them. The revision is part of the key and rises with every
// write, so an entry can be old but never wrong; any process may miss, none can disagree.
const histograms = new LRUCache<string, Histogram>({ max: 500 });

async function histogram(scope: WorkspaceScope, filters: Filters, at: repo.Boundaries): Promise<Histogram> {
  const caller = filters.owner?.includes('me') ? scope.memberId : null;
  const key = JSON.stringify([scope.workspaceId, scope.debtRevision, today(), caller, filters]);
  const known = histograms.get(key);
  if (known) return known;
  const counted = histogramOf(await repo.countByScore(scope, filters, at));
  histograms.set(key, counted);
  return counted;
}

// A cursor keeps one value beside the number; a heading and further sort values go into it too.
function placeOf(order: repo.Order, { sortValue, groupValue, furtherValues, number }: repo.FoundRow) {
  const isPlain = order.group === null && order.further.length === 0;
  return { value: isPlain ? sortValue : JSON.stringify([groupValue, sortValue, furtherValues]), tieBreak: number };
}

const composedPlace = z.tuple([z.string().nullable(), z.string(), z.array(z.string())]);

function placeAfter(order: repo.Order, { value, tieBreak }: Position): repo.PlaceInView {
  if (order.group === null && order.further.length === 0) return { group: null, value, further: [], number: tieBreak };
  const [group, sorted, further] = composedPlace.parse(JSON.parse(String(value)));
  return { group, value: sorted, further, number: tieBreak };
}

/** One page of the backlog with every row's rank among the view. Errors: `invalid` for a cursor of another view. */
export async function listBacklog(scope: WorkspaceScope, input: ListInput) {
  const at = boundaries();
  const group = input.group ?? null;
  const view = JSON.stringify([input.sort, input.filters, group]);
  const order = orderOf(input.sort, group);
  const after = input.cursor ? placeAfter(order, decodeCursor(view, input.cursor)) : null;
  const [found, counts] = await Promise.all([
    repo.findPage(scope, { filters: input.filters, at, order, after, take: input.limit + 1 }),
    histogram(scope, input.filters, at),
  ]);
  const page = found.slice(0, input.limit);
  const last = page.at(-1);
  const hasMore = found.length > input.limit && last !== undefined;
  return {
    data: page.map(
      ({ sortValue: _sort, groupValue: _group, furtherValues: _further, ...row }): RankedRow => ({
        ...presentDebtRow(scope, row),
        ...counts.rankOf(row.scoreThirds),
      }),
    ),
    nextCursor: hasMore ? encodeCursor(view, placeOf(order, last)) : null,
    total: counts.total,
    today: at.today,
  };
}

/** How many debts a view has. */
export async function countBacklog(scope: WorkspaceScope, filters: Filters): Promise<number> {
  return (await histogram(scope, filters, boundaries())).total;
}

/** How many debts a view has, and the rank of every score among those that are not closed. */
export async function countAndRank(scope: WorkspaceScope, filters: Filters) {
  const at = boundaries();
  const [all, open] = await Promise.all([
    histogram(scope, filters, at),
    histogram(scope, { ...filters, open: true }, at),
  ]);
  return { total: all.total, rankOf: open.rankOf };
}

/** The rank of every score among the open debts, and how many of those are scored. */
export function rankOpenDebts(scope: WorkspaceScope): Promise<Histogram> {
  return histogram(scope, { open: true }, boundaries());
}

/** The workspace's name and its severity floor. */
export function findRule(scope: WorkspaceScope) {
  return repo.findRule(scope);
}

function roundedSeverity(thirds: number): number {
  return Math.round(thirds / 3);
}

/** Figures over a view. Effort adds up estimated debts only and says how many those are. */
export async function summarise(scope: WorkspaceScope, filters: Filters): Promise<Summary> {
  const at = boundaries();
  const [rule, figures, groups, oldest, floor, hasAny] = await Promise.all([
    repo.findRule(scope),
    repo.findFigures(scope, filters, at),
    repo.countBySeverityAndCost(scope, filters, at),
    repo.findOldest(scope, filters, at),
    listBacklog(scope, {
      workspace: scope.slug,
      filters: { ...filters, floor: true },
      sort: '-score',
      limit: floorItemsShown,
    }),
    repo.hasAnyDebt(scope),
  ]);
  const severityCounts = [5, 4, 3, 2, 1].map((severity) => ({
    severity,
    count: groups
      .filter((group) => group.severityThirds !== null && roundedSeverity(group.severityThirds) === severity)
      .reduce((sum, group) => sum + group.count, 0),
  }));
  const defaultHalfDays = groups.reduce((sum, { unestimatedCost, count }) => {
    const effort = effortOf({ effortHalfDays: null, remediationCost: unestimatedCost }, defaultEffortHalfDays);
    return sum + (effort ? effort.halfDays * count : 0);
  }, 0);
  return {
    count: figures.count,
    scored: figures.scored,
    estimated: figures.estimated,
    effortDays: halfDaysToDays(figures.effortHalfDays),
    defaultEffortDays: halfDaysToDays(defaultHalfDays),
    freshlyScored: figures.freshlyScored,
    severityThirdsSum: figures.severityThirdsSum,
    severityCounts,
    interestHoursPerMonth: figures.interestMinutes / 60,
    withInterest: figures.withInterest,
    oldest: oldest && {
      key: keyOfDebt(scope, oldest.number),
      title: oldest.title,
      incurredOn: dateToDay(oldest.incurredOn),
    },
    floor: {
      rule: { impact: rule.floorImpact, likelihood: rule.floorLikelihood },
      items: floor.data.map(({ key, title }) => ({ key, title })),
      count: floor.total,
    },
    hasAny,
    abilities: {
      create: may(scope, 'debt:write'),
      edit: may(scope, 'debt:write'),
      import: may(scope, 'debt:import'),
      export: may(scope, 'debt:export'),
    },
  };
}

/** Where a debt stands in a view, from 1, and the keys before and after it. */
export async function findPosition(scope: WorkspaceScope, input: { key: string; filters: Filters; sort: string }) {
  const at = boundaries();
  const number = Number(input.key.split('-')[1]);
  const [found, counts] = await Promise.all([
    repo.findNeighbours(scope, { filters: input.filters, at, order: orderOf(input.sort), number }),
    histogram(scope, input.filters, at),
  ]);
  const keyOrNull = (of: number | null | undefined) => (of ? keyOfDebt(scope, of) : null);
  return {
    index: found?.index ?? null,
    total: counts.total,
    previous: keyOrNull(found?.previous),
    next: keyOrNull(found?.next),
  };
}

function answersOf(of: PartialFactors): string {
  return factorNames.map((name) => of[name]).join('');
}

/** The rank of a debt among the open ones that are scored, and the share of draws in which it stays in the top ten. */
export async function findRank(scope: WorkspaceScope, key: string) {
  const open: Filters = { open: true };
  const debt = await getDebt(scope, key);
  const [counts, groups] = await Promise.all([histogram(scope, open, boundaries()), repo.countByFactors(scope)]);
  const place = counts.rankOf(
    debt.state === 'resolved' || debt.state === 'withdrawn' || debt.deletedAt ? null : debt.scoreThirds,
  );
  const items = groups.flatMap(({ count, ...factors }) =>
    Array.from({ length: count }, (_, index) => ({ id: `${answersOf(factors)}-${index}`, factors })),
  );
  const stability = rankStability(items, { top: stabilityTop, seed: 1 });
  return {
    ...place,
    of: counts.scored,
    top: stabilityTop,
    stabilityRatio: place.rank === null ? null : (stability.shareById.get(`${answersOf(debt)}-0`) ?? null),
    draws: stability.draws,
  };
}

export function listLabels(scope: WorkspaceScope) {
  return repo.countLabels(scope);
}
