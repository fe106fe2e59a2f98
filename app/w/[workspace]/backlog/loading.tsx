import { BacklogSkeleton } from '@/components/backlog/backlog-skeleton';

export default function BacklogLoading() {
  return <BacklogSkeleton />;
}
