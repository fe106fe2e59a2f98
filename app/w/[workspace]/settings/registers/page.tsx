import type { Metadata } from 'next';
import { RegistersView } from '@/components/register/registers-view';
import { Hydrated, prefetch, trpc } from '@/server/trpc/prefetch';

export const metadata: Metadata = { title: 'Registers' };

export default async function RegistersRoute({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  await prefetch(
    trpc.register.list.queryOptions({ workspace }),
    trpc.register.templates.queryOptions({ workspace }),
    trpc.team.list.queryOptions({ workspace }),
  );
  return (
    <Hydrated>
      <RegistersView workspace={workspace} />
    </Hydrated>
  );
}
