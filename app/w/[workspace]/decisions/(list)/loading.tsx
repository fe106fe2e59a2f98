import { ListSkeleton } from '@/components/decision-list/list-skeleton';

export default function DecisionsLoading() {
  return <ListSkeleton />;
}
