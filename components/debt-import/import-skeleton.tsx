'use client';

import { PageFrame } from '@/components/shell/page-frame';
import { Skeleton, SkeletonGroup } from '@/components/ui/skeleton';

/** The layout of a preview while the file is read. */
export function ImportSkeleton({ fileName }: { fileName?: string }) {
  return (
    <PageFrame crumbs={[{ label: 'Backlog' }, { label: 'Import' }]}>
      <SkeletonGroup label={fileName ? `Reading ${fileName}` : 'Loading the import'} className="flex flex-col gap-6">
        {fileName ? <h1 className="text-title font-semibold">{fileName}</h1> : <Skeleton className="h-7 w-64" />}
        <Skeleton className="h-14" />
        <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_424px]">
          <Skeleton className="h-96" />
          <Skeleton className="h-96" />
        </div>
      </SkeletonGroup>
    </PageFrame>
  );
}
