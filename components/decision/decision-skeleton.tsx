import { Skeleton, SkeletonGroup } from '@/components/ui/skeleton';

const sections = [5, 4, 6, 3];

/** The page of a decision before it is there. */
export function DecisionSkeleton() {
  return (
    <SkeletonGroup label="Loading the decision" className="w-full px-4 py-6 md:px-10">
      <Skeleton className="h-9 w-2/3 max-w-[720px]" />
      <Skeleton className="mt-3 w-1/2" />
      <Skeleton className="mt-3 mb-7 w-2/5" />
      <div className="flex max-w-[544px] flex-col gap-7">
        {sections.map((lines) => (
          <div key={lines} className="flex flex-col gap-3">
            <Skeleton className="h-5 w-32" />
            {Array.from({ length: lines }, (_, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a drawing have no other name
              <Skeleton key={line} className={line === lines - 1 ? 'w-3/5' : 'w-full'} />
            ))}
          </div>
        ))}
      </div>
    </SkeletonGroup>
  );
}
