import { RegisterSkeleton } from '@/components/decision-graph/register-skeleton';

export default function GraphLoading() {
  return <RegisterSkeleton label="Loading the graph" />;
}
