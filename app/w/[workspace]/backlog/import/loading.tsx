import { ImportSkeleton } from '@/components/import/import-skeleton';

export default function ImportLoading() {
  return <ImportSkeleton into="Backlog" />;
}
