import { DecisionSkeleton } from '@/components/decision/decision-skeleton';

export default function DecisionLoading() {
  return <DecisionSkeleton />;
}
