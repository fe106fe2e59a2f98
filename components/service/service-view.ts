import { z } from 'zod';
import { type ServiceFilters, serviceSortFields, tiers } from '@/server/modules/service/contract';

/** The catalogue as its address holds it: which services, in which order. */
export type ServiceView = { filters: ServiceFilters; sort: string };

export const defaultSort = '-openDebts';

const tier = z.enum(tiers);
const sortField = z.enum(serviceSortFields);

function parts(params: URLSearchParams, name: string): string[] {
  return (params.get(name) ?? '').split(',').filter(Boolean);
}

// An address is typed and edited by hand: what it says wrongly is left out, and the rest still counts.
function readSort(text: string | null): string {
  return text !== null && sortField.safeParse(text.replace(/^-/, '')).success ? text : defaultSort;
}

function readFilters(params: URLSearchParams): ServiceFilters {
  const q = params.get('q')?.trim().slice(0, 200);
  const chosen = parts(params, 'tier').flatMap((one) => tier.safeParse(one).data ?? []);
  const teams = parts(params, 'team').filter((one) => /^[a-z0-9-]{1,40}$/.test(one));
  const external = params.get('external');
  return {
    ...(q ? { q } : {}),
    ...(chosen.length > 0 ? { tier: chosen } : {}),
    ...(teams.length > 0 ? { team: teams.slice(0, 50) } : {}),
    ...(external === 'true' || external === 'false' ? { external: external === 'true' } : {}),
  };
}

/** Reads a view from an address. Never fails. */
export function readView(params: URLSearchParams): ServiceView {
  return { filters: readFilters(params), sort: readSort(params.get('sort')) };
}

/** Writes a view into an address, the usual left out, so that equal views have equal addresses. */
export function writeView({ filters, sort }: ServiceView): URLSearchParams {
  const params = new URLSearchParams();
  if (filters.q) params.set('q', filters.q);
  if (filters.tier) params.set('tier', filters.tier.join(','));
  if (filters.team) params.set('team', filters.team.join(','));
  if (filters.external !== undefined) params.set('external', String(filters.external));
  if (sort !== defaultSort) params.set('sort', sort);
  return params;
}

const pageSize = 100;

/** What to ask `service.list` for a view: the same on the server, which fetches the first page, and in the browser. */
export function listQuery(workspace: string, { filters, sort }: ServiceView) {
  const field = sort.replace(/^-/, '');
  return { workspace, filters, sort: field === 'name' ? sort : `${sort},name`, limit: pageSize };
}

export function servicePath(workspace: string, key: string): string {
  return `/w/${workspace}/services/${key}`;
}
