import { quadrantGuides } from '@/server/domain/scoring/quadrant';
import { stateLabels } from '@/server/domain/scoring/state';
import type { GroupField, RankedRow } from '@/server/modules/backlog/contract';

/** The heading under which a row stands, by the field that the view is grouped by. */
export const headings: Readonly<Record<GroupField, (row: RankedRow) => string>> = {
  team: (row) => row.team?.name ?? 'No team',
  owner: (row) => row.owner?.name ?? 'Nobody',
  state: (row) => stateLabels[row.state],
  quadrant: (row) => (row.quadrant ? quadrantGuides[row.quadrant].label : 'No quadrant'),
  service: (row) => row.services.map((service) => service.name).join(', ') || 'No service',
};
