'use client';

import { TopBar, type TopBarProps } from '@/components/shell/top-bar';
import { Skeleton, SkeletonGroup } from '@/components/ui/skeleton';

/** The writing page before its text is there. */
export function EditorSkeleton(props: TopBarProps) {
  return (
    <div className="flex h-full min-w-0 flex-col">
      <TopBar {...props} />
      <main className="flex min-h-0 flex-1">
        <SkeletonGroup label="The decision is loading" className="flex flex-1 flex-col gap-4 px-5 py-6">
          <Skeleton className="h-8 w-2/3" />
          <Skeleton className="h-4 w-1/2" />
          <Skeleton className="mt-6 h-4 w-11/12" />
          <Skeleton className="h-4 w-10/12" />
          <Skeleton className="h-4 w-7/12" />
        </SkeletonGroup>
      </main>
      <div className="min-h-14 shrink-0 border-t border-line bg-surface" />
    </div>
  );
}
