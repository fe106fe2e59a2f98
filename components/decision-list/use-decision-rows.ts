'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTRPC } from '@/components/query/trpc';
import { type DecisionView, listQuery } from './decision-view';

/** The rows of a view as far as they are loaded, in order, and the way to the next page. */
export function useDecisionRows(workspace: string, view: DecisionView) {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.decisionList.list.infiniteQueryOptions(listQuery(workspace, view), {
      getNextPageParam: (page) => page.nextCursor,
      placeholderData: keepPreviousData,
    }),
  );
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.data) ?? [], [data]);
  return {
    rows,
    total: data?.pages[0]?.total ?? 0,
    error: query.error,
    isPending: query.isPending,
    /** Rows of the view before, while this one is being fetched. */
    isOld: query.isPlaceholderData,
    isLoadingMore: isFetchingNextPage,
    loadMore: () => {
      if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
    },
    retry: () => void query.refetch(),
  };
}

export type DecisionRows = ReturnType<typeof useDecisionRows>;
export type ListedDecision = DecisionRows['rows'][number];
