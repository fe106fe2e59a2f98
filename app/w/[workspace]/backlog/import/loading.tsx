import { ImportSkeleton } from '@/components/debt-import/import-skeleton';

export default function ImportLoading() {
  return <ImportSkeleton />;
}
