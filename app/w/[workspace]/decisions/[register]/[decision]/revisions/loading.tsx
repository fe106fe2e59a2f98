import { RevisionSkeleton } from '@/components/decision/revision-skeleton';

export default function RevisionsLoading() {
  return <RevisionSkeleton />;
}
