import { z } from 'zod';
import { quadrants } from '@/server/domain/scoring/quadrant';
import { type DebtState, debtStates } from '@/server/domain/scoring/state';
import { type Filters, type GroupField, groupFields, sort as sortShape } from '@/server/modules/backlog/contract';

/** A view of the backlog as its address holds it: which debts, in which order, under which headings. */
export type BacklogView = {
  filters: Filters;
  sort: string;
  group: GroupField | null;
  /** Shown columns beyond the fixed ones, or null for the usual ones. */
  columns: string[] | null;
};

export const defaultSort = '-score';

/** What the backlog shows when its address says nothing: not closed, by score. */
export const defaultView: BacklogView = { filters: { open: true }, sort: defaultSort, group: null, columns: null };

const longest = 50;
// No record has control characters in its name, and Postgres does not even look for NUL.
const words = z
  .string()
  .min(1)
  .regex(/^[^\u0000-\u001f]*$/);
const state = z.enum(debtStates);
const quadrant = z.enum([...quadrants, 'none']);
const scored = z.enum(['unscored', 'stale', 'fresh']);

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

function readState(params: URLSearchParams): Pick<Filters, 'open' | 'state'> {
  const values = parts(params, 'state');
  if (values.includes('any')) return {};
  if (values.includes('closed')) return { open: false };
  const states = listOf<DebtState>(state, values);
  return states ? { state: states } : { open: true };
}

function flag(value: string | null): boolean | undefined {
  return value === 'true' ? true : value === 'false' ? false : undefined;
}

function readFilters(params: URLSearchParams): Filters {
  const q = params.get('q')?.trim().slice(0, 200);
  const wanted = z.uuid().safeParse(params.get('import'));
  const all: Filters = {
    ...(q ? { q } : {}),
    ...readState(params),
    team: listOf(words.max(60), parts(params, 'team')),
    service: listOf(words.max(60), parts(params, 'service')),
    owner: listOf(words.max(320), parts(params, 'owner')),
    quadrant: listOf(quadrant, parts(params, 'quadrant')),
    label: listOf(words.max(60), params.getAll('label')),
    scored: scored.safeParse(params.get('scored')).data,
    estimated: flag(params.get('estimated')),
    floor: flag(params.get('floor')) || undefined,
    expiring: flag(params.get('expiring')) || undefined,
    due: flag(params.get('due')) || undefined,
    import: wanted.data,
  };
  return withoutEmpty(all);
}

// Queries are told apart by their input: an absent filter and an undefined one have to be the same key.
function withoutEmpty(filters: Filters): Filters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}

/** Reads a view from an address. Never fails: what cannot be read counts as not said. */
export function readView(params: URLSearchParams): BacklogView {
  const group = params.get('group');
  const columns = params.get('cols');
  return {
    filters: readFilters(params),
    sort: sortShape.safeParse(params.get('sort')).data ?? defaultSort,
    group: groupFields.find((field) => field === group) ?? null,
    columns: columns === null ? null : columns.split(',').filter(Boolean),
  };
}

function stateParam({ open, state: states }: Filters): string | null {
  if (states) return states.join(',');
  if (open === undefined) return 'any';
  return open ? null : 'closed';
}

/** Writes a view into an address, the usual left out, so that equal views have equal addresses. */
export function writeView(view: BacklogView): URLSearchParams {
  const { filters } = view;
  const params = new URLSearchParams();
  const put = (name: string, value: string | null | undefined) => {
    if (value) params.append(name, value);
  };
  put('q', filters.q);
  put('state', stateParam(filters));
  put('team', filters.team?.join(','));
  put('service', filters.service?.join(','));
  put('owner', filters.owner?.join(','));
  put('quadrant', filters.quadrant?.join(','));
  for (const label of filters.label ?? []) put('label', label);
  put('scored', filters.scored);
  put('estimated', filters.estimated === undefined ? null : String(filters.estimated));
  put('floor', filters.floor ? 'true' : null);
  put('expiring', filters.expiring ? 'true' : null);
  put('due', filters.due ? 'true' : null);
  put('import', filters.import);
  put('sort', view.sort === defaultSort ? null : view.sort);
  put('group', view.group);
  if (view.columns) params.append('cols', view.columns.join(','));
  return params;
}

/** Whether anything beyond "not closed" narrows the view. */
export function isNarrowed(filters: Filters): boolean {
  return writeView({ ...defaultView, filters }).size > 0;
}

/** The query of an address, with commas left readable. */
export function queryText(params: URLSearchParams): string {
  return params.toString().replaceAll('%2C', ',');
}
