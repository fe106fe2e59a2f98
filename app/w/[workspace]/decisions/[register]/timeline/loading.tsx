import { RegisterSkeleton } from '@/components/decision-graph/register-skeleton';

export default function TimelineLoading() {
  return <RegisterSkeleton label="Loading the timeline" />;
}
