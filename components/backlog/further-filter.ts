import type { Filters } from '@/server/modules/backlog/contract';

/** What a view can be narrowed by beyond state, team and service; each joins the sentence once it is used. */
export const furtherNames = [
  'owner',
  'quadrant',
  'label',
  'scored',
  'estimated',
  'floor',
  'expiring',
  'due',
  'import',
] as const satisfies readonly (keyof Filters)[];
export type Further = (typeof furtherNames)[number];

export const furtherLabels: Readonly<Record<Further, string>> = {
  owner: 'Owner',
  quadrant: 'Quadrant',
  label: 'Label',
  scored: 'Score',
  estimated: 'Estimate',
  floor: 'To decide explicitly',
  expiring: 'Acceptance ending soon',
  due: 'Due for another look',
  import: 'Import',
};

export function isFurtherSet(filters: Filters, name: Further): boolean {
  return filters[name] !== undefined;
}
