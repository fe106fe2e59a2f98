import { PageFrame } from '@/components/shell/page-frame';
import { Skeleton, SkeletonGroup } from '@/components/ui/skeleton';

type Props = {
  /** Where the import leads: "Backlog", "Decisions". */
  into: string;
  /** What is being read, once that is known. */
  name?: string;
};

/** The layout of a preview while it is made. */
export function ImportSkeleton({ into, name }: Props) {
  return (
    <PageFrame crumbs={[{ label: into }, { label: 'Import' }]}>
      <SkeletonGroup label={name ? `Reading ${name}` : 'Loading the import'} className="flex flex-col gap-6">
        {name ? <h1 className="text-title font-semibold">{name}</h1> : <Skeleton className="h-7 w-64" />}
        <Skeleton className="h-14" />
        <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_424px]">
          <Skeleton className="h-96" />
          <Skeleton className="h-96" />
        </div>
      </SkeletonGroup>
    </PageFrame>
  );
}
