import type { PeopleFilterValue } from './people-filter';
import { roleOrder } from './role-words';

export const everyone: PeopleFilterValue = { text: '', role: null, team: null };

/** Who is looked for, as an address says it. What it says wrongly is left out. */
export function readPeopleFilter(params: URLSearchParams): PeopleFilterValue {
  return {
    text: (params.get('q') ?? '').slice(0, 200),
    role: roleOrder.find((name) => name === params.get('role')) ?? null,
    team: params.get('team') || null,
  };
}

/** The query of an address for those that are looked for; empty for everyone. */
export function peopleQuery({ text, role, team }: PeopleFilterValue): string {
  const params = new URLSearchParams();
  if (text) params.set('q', text);
  if (role) params.set('role', role);
  if (team) params.set('team', team);
  return params.toString();
}
