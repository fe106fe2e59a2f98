'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTRPC } from '@/components/query/trpc';
import { listQuery } from './list-query';
import type { BacklogView } from './view-query';

/** The rows of a view as far as they are loaded, in order, and the way to the next page. */
export function useBacklogRows(workspace: string, view: BacklogView) {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.backlog.list.infiniteQueryOptions(listQuery(workspace, view), {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
    }),
  );
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.data) ?? [], [data]);
  const first = data?.pages[0];
  return {
    rows,
    total: first?.total ?? 0,
    today: first?.today ?? '',
    error: query.error,
    isPending: query.isPending,
    /** Rows of the view before, while this one is being fetched. */
    isOld: query.isPlaceholderData,
    updatedAt: query.dataUpdatedAt,
    hasMore: hasNextPage,
    isLoadingMore: isFetchingNextPage,
    loadMore: () => {
      if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
    },
    retry: () => void query.refetch(),
  };
}

export type BacklogRows = ReturnType<typeof useBacklogRows>;
