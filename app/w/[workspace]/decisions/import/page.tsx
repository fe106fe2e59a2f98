import type { Metadata } from 'next';
import { ImportStartScreen } from '@/components/register-import/import-start-screen';
import { asParams } from '@/server/trpc/address-params';
import { workspaceOfPage } from '@/server/trpc/member-page';
import { Hydrated, prefetch, trpc } from '@/server/trpc/prefetch';

export const metadata: Metadata = { title: 'Import decisions' };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ImportPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  await workspaceOfPage(workspace);
  const register = asParams(await searchParams).get('register');
  await prefetch(trpc.register.list.queryOptions({ workspace }), trpc.registerImport.list.queryOptions({ workspace }));
  return (
    <Hydrated>
      <ImportStartScreen workspace={workspace} register={register} />
    </Hydrated>
  );
}
