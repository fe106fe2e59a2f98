import { decodeCursor, encodeCursor } from '@/server/platform/cursor';
import { invalid } from '@/server/platform/errors';

type Page<Item> = { data: Item[]; nextCursor: string | null; total: number };

/**
 * One page of a list that is short enough to be read whole. The cursor names the last item seen, so that items that
 * appear before it shift nothing. Throws `invalid` for a cursor of another list or of an item that is gone.
 */
export function pageOf<Item>(
  items: readonly Item[],
  list: { view: string; idOf: (item: Item) => string },
  query: { limit?: number | undefined; cursor?: string | undefined },
): Page<Item> {
  const { limit = 50, cursor } = query;
  let start = 0;
  if (cursor !== undefined) {
    const last = decodeCursor(list.view, cursor).value;
    start = items.findIndex((item) => list.idOf(item) === last) + 1;
    if (start === 0) throw invalid('cursor', 'ends at something that is gone by now. Begin again without it.');
  }
  const data = items.slice(start, start + limit);
  const end = data.at(-1);
  const more = start + limit < items.length && end !== undefined;
  return {
    data,
    nextCursor: more ? encodeCursor(list.view, { value: list.idOf(end), tieBreak: 0 }) : null,
    total: items.length,
  };
}
