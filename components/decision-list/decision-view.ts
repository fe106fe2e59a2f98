import { z } from 'zod';
import { type DecisionStatus, decisionStatuses } from '@/server/domain/decision/status';
import { id, slug } from '@/server/domain/field/text';
import { ages, type DecisionFilters, decisionSortFields } from '@/server/modules/decision-list/contract';

/** A list of decisions as its address holds it. `sort` is null for the usual: relevance where words are searched for. */
export type DecisionView = { filters: DecisionFilters; sort: string | null };

/** The order without a word about it: the latest change of status first. */
const latestFirst = '-since';

const longest = 50;
// No record has control characters in its name, and Postgres does not even look for NUL.
const words = z.string().regex(/^[^\u0000-\u001f]{1,60}$/);
const owner = z.union([id, z.literal('none')]);
const age = z.enum(ages);
const status = z.enum(decisionStatuses);
const sortField = z.enum(decisionSortFields);

// An address is typed and edited by hand: what it says wrongly is left out, and the rest still counts.
function listOf<Item extends string>(shape: z.ZodType<Item>, values: readonly string[]): Item[] | undefined {
  const items = values.flatMap((value) => {
    const read = shape.safeParse(value);
    return read.success ? [read.data] : [];
  });
  return items.length > 0 ? [...new Set(items)].slice(0, longest) : undefined;
}

function parts(params: URLSearchParams, name: string): string[] {
  return params
    .getAll(name)
    .flatMap((value) => value.split(','))
    .map((part) => part.trim());
}

// Queries are told apart by their input: an absent filter and an undefined one have to be the same key.
function withoutEmpty(filters: DecisionFilters): DecisionFilters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}

function readSort(text: string | null): string | null {
  return text !== null && sortField.safeParse(text.replace(/^-/, '')).success ? text : null;
}

/** Reads a view from an address. `register` is the one whose own page this is. Never fails. */
export function readView(params: URLSearchParams, register?: string): DecisionView {
  const q = params
    .get('q')
    ?.replace(/[\u0000-\u001f]/g, ' ')
    .trim()
    .slice(0, 200);
  const filters: DecisionFilters = {
    q: q || undefined,
    register: register ? [register] : listOf(slug, parts(params, 'register')),
    status: listOf<DecisionStatus>(status, parts(params, 'status')),
    // Tags are free text that may have commas: one parameter each.
    tag: listOf(words, params.getAll('tag')),
    service: listOf(slug, parts(params, 'service')),
    owner: listOf(owner, parts(params, 'owner')),
    age: listOf(age, parts(params, 'age')),
    due: params.get('due') === 'true' || undefined,
    awaitingMe: params.get('awaitingMe') === 'true' || undefined,
  };
  return { filters: withoutEmpty(filters), sort: readSort(params.get('sort')) };
}

/** Writes a view into an address, the usual left out, so that equal views have equal addresses. */
export function writeView({ filters, sort }: DecisionView, register?: string): URLSearchParams {
  const params = new URLSearchParams();
  const put = (name: string, value: string | null | undefined) => {
    if (value) params.append(name, value);
  };
  put('q', filters.q);
  if (!register) put('register', filters.register?.join(','));
  put('status', filters.status?.join(','));
  for (const tag of filters.tag ?? []) put('tag', tag);
  put('service', filters.service?.join(','));
  put('owner', filters.owner?.join(','));
  put('age', filters.age?.join(','));
  put('due', filters.due ? 'true' : null);
  put('awaitingMe', filters.awaitingMe ? 'true' : null);
  put('sort', sort);
  return params;
}

/** Whether anything narrows the view beyond the register whose page it is. */
export function isNarrowed(filters: DecisionFilters, register?: string): boolean {
  return writeView({ filters, sort: null }, register).size > 0;
}

/** The order that the rows are in. */
export function sortOf({ filters, sort }: DecisionView): string {
  return sort ?? (filters.q ? 'relevance' : latestFirst);
}

/** The query of an address, with commas left readable. */
export function queryText(params: URLSearchParams): string {
  return params.toString().replaceAll('%2C', ',');
}

/** Rows asked for at once. */
export const pageSize = 100;

/** What to ask `decisionList.list` for a view: the same on the server, which fetches the first page, and in the browser. */
export function listQuery(workspace: string, { filters, sort }: DecisionView) {
  return { workspace, filters, limit: pageSize, ...(sort ? { sort } : {}) };
}

/** Where the list of a workspace, or of one of its registers, is. */
export function listPath(workspace: string, register?: string): string {
  return `/w/${workspace}/decisions${register ? `/${register}` : ''}`;
}
