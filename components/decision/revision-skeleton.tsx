import { Skeleton, SkeletonGroup } from '@/components/ui/skeleton';

/** The revisions of a decision before they are there. */
export function RevisionSkeleton() {
  return (
    <SkeletonGroup label="Loading the revisions" className="mx-auto w-full max-w-[896px] px-4 py-6 md:px-10">
      <Skeleton className="h-7 w-1/2" />
      <Skeleton className="mt-4 mb-7 h-9 w-80" />
      <div className="flex max-w-[680px] flex-col gap-3">
        <Skeleton className="h-5 w-32" />
        <Skeleton />
        <Skeleton />
        <Skeleton className="w-3/5" />
      </div>
    </SkeletonGroup>
  );
}
