import type { Metadata } from 'next';
import { ServiceScreen } from '@/components/service/service-screen';
import { listQuery, readView } from '@/components/service/service-view';
import { Hydrated, prefetch, trpc } from '@/server/trpc/prefetch';

export const metadata: Metadata = { title: 'Services' };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ServicesPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const given = Object.entries(await searchParams).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  const view = readView(new URLSearchParams(given));
  await prefetch(
    trpc.service.list.infiniteQueryOptions(listQuery(workspace, view), { getNextPageParam: (page) => page.nextCursor }),
    trpc.service.summary.queryOptions({ workspace }),
    trpc.team.list.queryOptions({ workspace }),
  );
  return (
    <Hydrated>
      <ServiceScreen workspace={workspace} />
    </Hydrated>
  );
}
