import { ImportSkeleton } from '@/components/register-import/import-skeleton';

export default function ImportLoading() {
  return <ImportSkeleton />;
}
