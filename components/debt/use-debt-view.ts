'use client';

import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { queryText, readView } from '@/components/backlog/view-query';
import type { Filters } from '@/server/modules/backlog/contract';

export type DebtView = {
  input: { filters: Filters; sort: string };
  /** The part of the address that says which view one came from, to be carried along. */
  query: string;
};

/** The view of the backlog from which this page was opened: previous and next stay in it. */
export function useDebtView(): DebtView {
  const params = useSearchParams();
  return useMemo(() => {
    const rest = new URLSearchParams(params);
    rest.delete('edit');
    const { filters, sort } = readView(rest);
    return { input: { filters, sort }, query: queryText(rest) };
  }, [params]);
}
