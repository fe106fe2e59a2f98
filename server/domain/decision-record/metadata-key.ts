import type { ReadRelationType } from '@/server/domain/decision-record/record';

export type MetadataField =
  | 'status'
  | 'date'
  | 'deciders'
  | 'consulted'
  | 'informed'
  | 'tags'
  | 'productSentence'
  | 'revisitOn'
  | 'revisitCondition'
  | 'expiresOn'
  | 'triggers'
  | 'implementation'
  | 'services'
  | 'number'
  | 'heldStatus';

export type MetadataKey =
  | { kind: 'field'; field: MetadataField }
  | { kind: 'relation'; type: ReadRelationType; partial: boolean };

const FIELDS: Readonly<Record<string, MetadataField>> = {
  status: 'status',
  state: 'status',
  date: 'date',
  'decision-date': 'date',
  'last-modified': 'date',
  'last-updated': 'date',
  deciders: 'deciders',
  decider: 'deciders',
  'decision-makers': 'deciders',
  'decision-maker': 'deciders',
  consulted: 'consulted',
  informed: 'informed',
  tags: 'tags',
  'product-sentence': 'productSentence',
  'revisit-on': 'revisitOn',
  'revisit-condition': 'revisitCondition',
  'expires-on': 'expiresOn',
  triggers: 'triggers',
  implementation: 'implementation',
  services: 'services',
  number: 'number',
  'adr-number': 'number',
  // Written where a layout cannot say a status otherwise, see write-metadata.
  'paydown-status': 'heldStatus',
};

const RELATIONS: Readonly<Record<string, ReadRelationType>> = {
  supersedes: 'supersedes',
  supercedes: 'supersedes',
  'superseded-by': 'supersededBy',
  'superceded-by': 'supersededBy',
  replaces: 'supersedes',
  'replaced-by': 'supersededBy',
  amends: 'amends',
  'amended-by': 'amendedBy',
  extends: 'amends',
  refines: 'amends',
  'refined-by': 'amendedBy',
  clarifies: 'amends',
  'clarified-by': 'amendedBy',
  'depends-on': 'dependsOn',
  'relates-to': 'relates',
  'related-to': 'relates',
  related: 'relates',
  'conflicts-with': 'conflicts',
};

/** The key of a metadata line or of front matter, whatever its case, spaces and emphasis; null when not known. */
export function metadataKey(text: string): MetadataKey | null {
  if (text.length > 60) return null;
  const key = text
    .replace(/[*_`]{1,3}(?=\S|$)/g, (mark, at: number) => (mark === '_' && at > 0 ? '-' : ''))
    .trim()
    .replace(/:$/, '')
    .replace(/[\s_]+/g, '-')
    .toLowerCase();
  const partial = /^(?:partly|partially)-/.test(key);
  const name = partial ? key.slice(key.indexOf('-') + 1) : key;
  const relation = Object.hasOwn(RELATIONS, name) ? RELATIONS[name] : undefined;
  if (relation) return { kind: 'relation', type: relation, partial };
  const field = !partial && Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
  return field ? { kind: 'field', field } : null;
}

const NOTHING = /^(?:n\/?a|none|nothing|-+|–|—|null|~)?\.?$/i;

/** `N/A`, `none` and a dash: a value that says there is none. */
export function saysNothing(value: string): boolean {
  return NOTHING.test(value.trim());
}
