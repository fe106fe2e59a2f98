import type { Metadata } from 'next';
import { HomeView } from '@/components/home/home-view';
import { openDebts } from '@/components/home/open-debts';
import { Hydrated, prefetch, trpc } from '@/server/trpc/prefetch';

export const metadata: Metadata = { title: 'Home' };

export default async function HomeRoute({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  await prefetch(
    trpc.home.get.queryOptions({ workspace }),
    trpc.backlog.summary.queryOptions({ workspace, filters: openDebts }),
  );
  return (
    <Hydrated>
      <HomeView workspace={workspace} />
    </Hydrated>
  );
}
