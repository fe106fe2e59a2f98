import { ListSkeleton } from '@/components/decision-list/list-skeleton';

export default function RegisterLoading() {
  return <ListSkeleton />;
}
