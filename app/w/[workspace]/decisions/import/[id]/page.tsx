import type { Metadata } from 'next';
import { ImportScreen } from '@/components/register-import/import-screen';
import { workspaceOfPage } from '@/server/trpc/member-page';
import { Hydrated, prefetch, trpc } from '@/server/trpc/prefetch';

export const metadata: Metadata = { title: 'Import decisions' };

export default async function ImportedFilesPage({ params }: { params: Promise<{ workspace: string; id: string }> }) {
  const { workspace, id } = await params;
  await workspaceOfPage(workspace);
  await prefetch(trpc.registerImport.status.queryOptions({ workspace, id }));
  return (
    <Hydrated>
      <ImportScreen key={id} workspace={workspace} id={id} />
    </Hydrated>
  );
}
