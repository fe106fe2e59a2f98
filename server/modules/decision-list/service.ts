import type { z } from 'zod';
import { may, type WorkspaceScope } from '@/server/access/scope';
import { dueOn } from '@/server/domain/decision/due';
import { dateToDay } from '@/server/domain/field/day';
import { parseSort, type SortTerm } from '@/server/domain/field/sort';
import { excerptParts } from '@/server/domain/search/excerpt';
import { searchTerms } from '@/server/domain/search/terms';
import { dayMs, fromNow, today } from '@/server/platform/clock';
import { decodeCursor, encodeCursor } from '@/server/platform/cursor';
import { database } from '@/server/platform/db';
import { keysetPlace } from '@/server/platform/keyset';
import {
  type DecisionFilters,
  type DecisionLine,
  type DecisionSortField,
  type decisionListContract,
  decisionSortFields,
  type ListDecisions,
} from './contract';
import * as repo from './repo';

type Output<Name extends keyof typeof decisionListContract> = z.infer<(typeof decisionListContract)[Name]['output']>;

const facetValues = 50;
const dueShown = 100;

function viewOf(scope: WorkspaceScope, { q, ...filters }: DecisionFilters): repo.View {
  const at = { today: today(), monthAgo: fromNow(-30 * dayMs), yearAgo: fromNow(-365 * dayMs) };
  return { scope, filters: { ...filters, terms: q ? searchTerms(q) : null }, at };
}

function dueOf({ status, conditionMetAt, expiresOn, revisitOn }: repo.FoundRow, day: string) {
  return dueOn({ status, conditionMetOn: conditionMetAt && dateToDay(conditionMetAt), expiresOn, revisitOn }, day);
}

function present(found: repo.FoundRow, day: string): DecisionLine {
  const { conditionMetAt: _met, place: _place, total: _total, passage, ...row } = found;
  return {
    ...row,
    due: dueOf(found, day)?.reason ?? null,
    excerpt: passage === null ? null : excerptParts(passage),
  };
}

function sortOf({ sort, filters }: ListDecisions): SortTerm<DecisionSortField>[] {
  const byDefault = filters.q ? 'relevance' : '-since';
  return parseSort(decisionSortFields, sort ?? byDefault) ?? [];
}

/**
 * One page of the decisions of a workspace in a total order; the cursor holds for the same sort and filters only. Words
 * are looked for in title, product sentence, tags and text; a number and a part of a file name find their record too.
 * Errors: `invalid` for a cursor of another view.
 */
export async function listDecisions(scope: WorkspaceScope, input: ListDecisions): Promise<Output<'list'>> {
  const key = JSON.stringify(['decision', scope.workspaceId, input.sort ?? null, input.filters]);
  const after = input.cursor ? keysetPlace.parse(JSON.parse(String(decodeCursor(key, input.cursor).value))) : null;
  const view = viewOf(scope, input.filters);
  const sort = sortOf(input);
  const isRanked = view.filters.terms !== null && sort.some(({ field }) => field === 'relevance');
  const [found, counted] = await Promise.all([
    repo.findPage(database(), view, { sort, after, take: input.limit + 1 }),
    isRanked ? null : repo.countDecisions(database(), view),
  ]);
  const total = counted ?? found[0]?.total ?? (await repo.countDecisions(database(), view));
  const page = found.slice(0, input.limit);
  const last = found.length > input.limit ? page.at(-1) : undefined;
  return {
    data: page.map((row) => present(row, view.at.today)),
    nextCursor: last ? encodeCursor(key, { value: JSON.stringify(last.place), tieBreak: 0 }) : null,
    total,
  };
}

/** How many decisions a view has. */
export function countDecisions(scope: WorkspaceScope, filters: DecisionFilters): Promise<number> {
  return repo.countDecisions(database(), viewOf(scope, filters));
}

/** Counts of each facet's values under the filters of the other facets, at most 50 of each. */
export async function countFacets(scope: WorkspaceScope, filters: DecisionFilters): Promise<Output<'facets'>> {
  const counted = await repo.countFacets(database(), viewOf(scope, filters), facetValues);
  const of = (name: repo.FacetCount['facet']) =>
    counted.filter(({ facet }) => facet === name).map(({ facet: _facet, ...one }) => one);
  return {
    register: of('register'),
    status: of('status'),
    tag: of('tag'),
    service: of('service'),
    owner: of('owner'),
    age: of('age'),
  };
}

/** What the registers of the workspace hold together. */
export async function summarise(scope: WorkspaceScope): Promise<Output<'summary'>> {
  return {
    ...(await repo.summarise(database(), viewOf(scope, {}))),
    abilities: {
      create: may(scope, 'decision:write'),
      createRegister: may(scope, 'register:write'),
      import: may(scope, 'decision:import'),
    },
  };
}

/** Accepted records whose condition is met, whose end or whose date has come, the longest overdue first. */
export async function listDue(
  scope: WorkspaceScope,
  filters: Pick<DecisionFilters, 'register' | 'owner'>,
): Promise<Output<'due'>> {
  const view = viewOf(scope, filters);
  const found = await repo.findDue(database(), view, dueShown);
  return found.map((row) => {
    const { excerpt: _excerpt, ...line } = present(row, view.at.today);
    return { ...line, overdueDays: dueOf(row, view.at.today)?.overdueDays ?? 0 };
  });
}
