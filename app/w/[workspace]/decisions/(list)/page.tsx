import type { Metadata } from 'next';
import { DecisionScreen } from '@/components/decision-list/decision-screen';
import { listQuery, readView } from '@/components/decision-list/decision-view';
import { today } from '@/server/platform/clock';
import { asParams } from '@/server/trpc/address-params';
import { Hydrated, prefetch, trpc } from '@/server/trpc/prefetch';

export const metadata: Metadata = { title: 'Decisions' };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function DecisionsPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const view = readView(asParams(await searchParams));
  const [one, ...others] = view.filters.register ?? [];
  const due = one && others.length === 0 ? { workspace, register: one } : { workspace };
  await prefetch(
    trpc.decisionList.list.infiniteQueryOptions(listQuery(workspace, view), {
      getNextPageParam: (page) => page.nextCursor,
    }),
    trpc.decisionList.facets.queryOptions({ workspace, filters: view.filters }),
    trpc.decisionList.summary.queryOptions({ workspace }),
    trpc.decisionList.due.queryOptions(due),
  );
  return (
    <Hydrated>
      <DecisionScreen workspace={workspace} today={today()} />
    </Hydrated>
  );
}
