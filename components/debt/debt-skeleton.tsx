import { Skeleton, SkeletonGroup } from '@/components/ui/skeleton';

const rows = ['What it is', 'Score', 'How it got here', 'What it costs', 'Repayment'];

/** The page of a debt before it is there. */
export function DebtSkeleton() {
  return (
    <SkeletonGroup label="Loading the debt" className="mx-auto w-full max-w-[896px] px-4 py-6 md:px-10">
      <Skeleton className="h-8 w-2/3" />
      <Skeleton className="mt-3 w-1/2" />
      <Skeleton className="mt-3 mb-6 w-3/5" />
      {rows.map((row) => (
        <div key={row} className="border-t border-line py-4 sm:grid sm:grid-cols-[128px_minmax(0,1fr)] sm:gap-x-6">
          <Skeleton className="w-20" />
          <div className="flex flex-col gap-2 max-sm:mt-2">
            <Skeleton className="w-full" />
            <Skeleton className="w-4/5" />
          </div>
        </div>
      ))}
    </SkeletonGroup>
  );
}
