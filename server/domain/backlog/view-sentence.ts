import type { Quadrant } from '@/server/domain/scoring/quadrant';
import { quadrantGuides } from '@/server/domain/scoring/quadrant';
import { type DebtState, stateLabels } from '@/server/domain/scoring/state';

/** The filters of a backlog, as far as a sentence about them needs to know. */
export interface SpokenFilters {
  q?: string | undefined;
  state?: readonly DebtState[] | undefined;
  open?: boolean | undefined;
  team?: readonly string[] | undefined;
  service?: readonly string[] | undefined;
  owner?: readonly string[] | undefined;
  quadrant?: readonly (Quadrant | 'none')[] | undefined;
  label?: readonly string[] | undefined;
  scored?: 'unscored' | 'stale' | 'fresh' | undefined;
  estimated?: boolean | undefined;
  floor?: boolean | undefined;
  expiring?: boolean | undefined;
  due?: boolean | undefined;
  import?: string | undefined;
}

/** Names for the keys and ids that filters hold; what is not in them is said as it is. */
export interface SpokenNames {
  teams?: ReadonlyMap<string, string>;
  services?: ReadonlyMap<string, string>;
  /** By member id and by e-mail address. */
  people?: ReadonlyMap<string, string>;
}

/** "a", "a or b", "a, b or c". */
export function alternatives(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} or ${last}`;
}

function named(keys: readonly string[], names: ReadonlyMap<string, string> | undefined): string {
  return alternatives(keys.map((key) => names?.get(key) ?? key));
}

/** Which states are meant, as the first words of the sentence: "Not closed". */
export function stateWords({ state, open }: Pick<SpokenFilters, 'state' | 'open'>): string {
  if (state)
    return alternatives(state.map((one, index) => (index === 0 ? stateLabels[one] : stateLabels[one].toLowerCase())));
  if (open === undefined) return 'In any state';
  return open ? 'Not closed' : 'Closed';
}

export function teamWords(team: readonly string[] | undefined, names?: SpokenNames['teams']): string {
  return team ? named(team, names) : 'any team';
}

export function serviceWords(service: readonly string[] | undefined, names?: SpokenNames['services']): string {
  return service ? named(service, names) : 'any service';
}

export function ownerWords(owner: readonly string[] | undefined, names?: SpokenNames['people']): string {
  if (!owner) return 'any owner';
  return `owned by ${alternatives(owner.map((ref) => (ref === 'me' ? 'me' : ref === 'none' ? 'nobody' : (names?.get(ref) ?? ref))))}`;
}

export function quadrantWords(quadrant: readonly (Quadrant | 'none')[] | undefined): string {
  if (!quadrant) return 'any quadrant';
  return alternatives(
    quadrant.map((one) =>
      one === 'none' ? 'no quadrant' : quadrantGuides[one].label.toLowerCase().replace(', ', ' and '),
    ),
  );
}

export function labelWords(label: readonly string[] | undefined): string {
  return label ? `labelled ${alternatives(label)}` : 'any label';
}

export const scoredWords: Readonly<Record<NonNullable<SpokenFilters['scored']>, string>> = {
  unscored: 'not scored',
  stale: 'last scored over 90 days ago',
  fresh: 'scored in the last 90 days',
};

/** Every column one can sort by, as the end of "sorted by …". */
export const sortWords: Readonly<Record<string, string>> = {
  score: 'score',
  severity: 'severity',
  effort: 'effort',
  interest: 'interest',
  key: 'key',
  title: 'title',
  state: 'state',
  owner: 'owner',
  team: 'team',
  scored: 'date of score',
  incurred: 'date incurred',
  created: 'date created',
  updated: 'last change',
  revisit: 'revisit date',
};

// By these one usually wants the greatest first, by the others the least; the sentence says when it is the other way.
const usuallyDescending = new Set(['score', 'severity', 'effort', 'interest', 'created', 'updated', 'scored']);

/** "score", or "score, lowest first" when the order is not the usual one. */
export function sortText(sort: string): string {
  const descending = sort.startsWith('-');
  const field = descending ? sort.slice(1) : sort;
  const words = sortWords[field] ?? field;
  if (descending === usuallyDescending.has(field)) return words;
  return `${words}, ${descending ? 'descending' : 'ascending'}`;
}

/** The order in which a column is first sorted when one asks for it. */
export function usualSort(field: string): string {
  return usuallyDescending.has(field) ? `-${field}` : field;
}

/** The parts of the sentence beyond states, team and service: only what narrows the view. */
export function furtherWords(filters: SpokenFilters, names: SpokenNames = {}): string[] {
  const { owner, quadrant, label, scored, estimated } = filters;
  return [
    owner ? ownerWords(owner, names.people) : '',
    quadrant ? quadrantWords(quadrant) : '',
    label ? labelWords(label) : '',
    scored ? scoredWords[scored] : '',
    estimated === undefined ? '' : estimated ? 'estimated' : 'without an estimate',
    filters.floor ? 'to decide explicitly' : '',
    filters.expiring ? 'acceptance ending within 30 days' : '',
    filters.due ? 'due for another look' : '',
    filters.import ? 'from one import' : '',
    filters.q ? `with “${filters.q}”` : '',
  ].filter(Boolean);
}

/** A view in words: "Not closed, any team, any service, sorted by score". The first line of an export says it. */
export function viewSentence(filters: SpokenFilters, sort: string, names: SpokenNames = {}): string {
  return [
    stateWords(filters),
    teamWords(filters.team, names.teams),
    serviceWords(filters.service, names.services),
    ...furtherWords(filters, names),
    `sorted by ${sortText(sort)}`,
  ].join(', ');
}
