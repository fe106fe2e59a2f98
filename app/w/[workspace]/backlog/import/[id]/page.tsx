import type { Metadata } from 'next';
import { ImportScreen } from '@/components/debt-import/import-screen';
import { Hydrated, prefetch, trpc } from '@/server/trpc/prefetch';

export const metadata: Metadata = { title: 'Import' };

export default async function ImportedFilePage({ params }: { params: Promise<{ workspace: string; id: string }> }) {
  const { workspace, id } = await params;
  await prefetch(trpc.debtImport.status.queryOptions({ workspace, id }));
  return (
    <Hydrated>
      <ImportScreen key={id} workspace={workspace} id={id} />
    </Hydrated>
  );
}
