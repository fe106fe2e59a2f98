import type { Metadata } from 'next';
import { ImportStartScreen } from '@/components/debt-import/import-start-screen';
import { Hydrated, prefetch, trpc } from '@/server/trpc/prefetch';

export const metadata: Metadata = { title: 'Import' };

export default async function ImportPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  await prefetch(trpc.debtImport.list.queryOptions({ workspace }));
  return (
    <Hydrated>
      <ImportStartScreen workspace={workspace} />
    </Hydrated>
  );
}
