import { filters, order, sortableFields } from '@/server/modules/backlog/contract';
import { flag } from './query';

const { shape } = filters;

/** The filters of the backlog as parameters of an address. */
export const filterQuery = {
  q: shape.q.meta({
    description: 'Words that title, product sentence or description have, each from its beginning; or a key.',
  }),
  state: shape.state.meta({ description: 'Any of these.' }),
  open: flag
    .optional()
    .meta({ description: 'true: neither resolved nor withdrawn; false: the others.', type: 'boolean' }),
  team: shape.team.meta({ description: 'The keys of teams; any of these.' }),
  service: shape.service.meta({ description: 'The keys of services; any of these.' }),
  owner: shape.owner.meta({
    description: 'Ids or e-mail addresses of members, `none`, or `me` for whoever made the token.',
  }),
  quadrant: shape.quadrant.meta({ description: 'Any of these; `none` for those without.' }),
  label: shape.label.meta({ description: 'Any of these.' }),
  scored: shape.scored.meta({ description: 'Whether and how long ago it was scored; stale is more than 90 days.' }),
  estimated: flag.optional().meta({ description: 'With an effort, or without.', type: 'boolean' }),
  floor: flag.optional().meta({ description: 'true: at the severity floor and not decided.', type: 'boolean' }),
  expiring: flag
    .optional()
    .meta({ description: 'true: accepted, with an end in the next 30 days or past.', type: 'boolean' }),
  due: flag.optional().meta({ description: 'true: its revisit date is reached or passed.', type: 'boolean' }),
  import: shape.import.meta({ description: 'The id of the import it came with.' }),
};

export const sortQuery = order.optional().meta({
  description: `Fields divided by commas, - for highest first: ${sortableFields.join(', ')}; -score when absent. What has no value comes last.`,
  examples: ['-score,title'],
});
