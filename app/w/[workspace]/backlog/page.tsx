import type { Metadata } from 'next';
import { BacklogScreen } from '@/components/backlog/backlog-screen';
import { listQuery } from '@/components/backlog/list-query';
import { readView } from '@/components/backlog/view-query';
import { Hydrated, prefetch, trpc } from '@/server/trpc/prefetch';

export const metadata: Metadata = { title: 'Backlog' };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

function asParams(given: Record<string, string | string[] | undefined>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) params.append(name, one);
    }
  }
  return params;
}

export default async function BacklogPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const view = readView(asParams(await searchParams));
  await prefetch(
    trpc.backlog.list.infiniteQueryOptions(listQuery(workspace, view), { getNextPageParam: (page) => page.nextCursor }),
    trpc.backlog.summary.queryOptions({ workspace, filters: view.filters }),
    trpc.team.list.queryOptions({ workspace }),
    trpc.member.directory.queryOptions({ workspace }),
  );
  return (
    <Hydrated>
      <BacklogScreen workspace={workspace} />
    </Hydrated>
  );
}
