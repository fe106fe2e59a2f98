import { Skeleton, SkeletonGroup } from '@/components/ui/skeleton';

const rows = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];

/** The final layout of the list, drawn grey while its first page is on the way. */
export function ListSkeleton() {
  return (
    <SkeletonGroup label="Loading the decisions" className="flex h-full flex-col">
      <div className="flex h-13 shrink-0 items-center border-b border-line px-4 md:h-12 md:px-5">
        <Skeleton className="w-20" />
      </div>
      <div className="px-4 py-5 md:px-5">
        <Skeleton className="h-6 w-80 max-w-full" />
        <div className="mt-4 flex gap-7">
          <div className="hidden w-43 shrink-0 flex-col gap-3 lg:flex">
            {rows.map((row) => (
              <Skeleton key={row} className="w-36" />
            ))}
          </div>
          <div className="min-w-0 flex-1">
            <Skeleton className="h-7.5 w-96 max-w-full" />
            <div className="mt-4 rounded-well border border-line bg-surface">
              <div className="h-8 border-b border-line" />
              {rows.map((row) => (
                <div key={row} className="flex h-11 items-center gap-4 border-b border-line px-3 last:border-b-0">
                  <Skeleton className="w-8" />
                  <Skeleton className="w-64" />
                  <span className="ml-auto">
                    <Skeleton className="w-20" />
                  </span>
                </div>
              ))}
            </div>
          </div>
        </div>
      </div>
    </SkeletonGroup>
  );
}
