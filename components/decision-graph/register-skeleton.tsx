import { Skeleton, SkeletonGroup } from '@/components/ui/skeleton';

/** The final layout of a register's graph or timeline, drawn grey. */
export function RegisterSkeleton({ label }: { label: string }) {
  return (
    <SkeletonGroup label={label} className="flex h-full flex-col">
      <div className="flex h-13 shrink-0 items-center border-b border-line px-4 md:h-12 md:px-5">
        <Skeleton className="w-48" />
      </div>
      <div className="px-4 py-5 md:px-5">
        <Skeleton className="h-6 w-80 max-w-full" />
        <Skeleton className="mt-4 h-96" />
      </div>
    </SkeletonGroup>
  );
}
