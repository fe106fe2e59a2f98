import { DebtSkeleton } from '@/components/debt/debt-skeleton';

export default function DebtLoading() {
  return <DebtSkeleton />;
}
