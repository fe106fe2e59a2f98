import { defaultSort, defaultView, queryText, writeView } from '@/components/backlog/view-query';
import type { Filters } from '@/server/modules/backlog/contract';

/** The address of the backlog narrowed to what a figure counts; open debts unless the filters say otherwise. */
export function backlogHref(workspace: string, filters: Filters = {}, sort: string = defaultSort): string {
  const query = queryText(writeView({ ...defaultView, filters: { open: true, ...filters }, sort }));
  return `/w/${workspace}/backlog${query ? `?${query}` : ''}`;
}
