import type { BacklogView } from './view-query';

/** Rows asked for at once. */
export const pageSize = 100;

/** What to ask `backlog.list` for a view: the same on the server, which fetches the first page, and in the browser. */
export function listQuery(workspace: string, view: BacklogView) {
  const { filters, sort, group } = view;
  return { workspace, filters, sort, limit: pageSize, ...(group ? { group } : {}) };
}
