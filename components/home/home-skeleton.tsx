'use client';

import { PageFrame } from '@/components/shell/page-frame';
import { LedgerRow } from '@/components/ui/ledger';
import { Skeleton, SkeletonGroup } from '@/components/ui/skeleton';

const lines = ['a', 'b', 'c'];
const rows = ['a', 'b', 'c', 'd', 'e', 'f'];

/** The final layout of home, drawn grey while it is on the way. */
export function HomeSkeleton() {
  return (
    <PageFrame crumbs={[{ label: 'Home' }]} width="column">
      <SkeletonGroup label="Loading home">
        <Skeleton className="mb-5 h-6 w-64" />
        <LedgerRow title="Needs you">
          {lines.map((line) => (
            <div key={line} className="flex h-11 items-center justify-between gap-4">
              <Skeleton className="w-72 max-w-full" />
              <Skeleton className="h-7.5 w-21" />
            </div>
          ))}
        </LedgerRow>
        <LedgerRow title="State of debt">
          <Skeleton className="h-5 w-96 max-w-full" />
          <Skeleton className="mt-2.5 h-5 w-[460px] max-w-full" />
          <div className="mt-5 grid gap-x-10 gap-y-5 lg:grid-cols-[minmax(0,452fr)_minmax(0,316fr)]">
            {['week', 'severity'].map((table) => (
              <div key={table}>
                {rows.map((row) => (
                  <Skeleton key={row} className="mb-3.5 w-full" />
                ))}
              </div>
            ))}
          </div>
        </LedgerRow>
      </SkeletonGroup>
    </PageFrame>
  );
}
