import type { Metadata } from 'next';
import { DecisionScreen } from '@/components/decision-list/decision-screen';
import { listQuery, readView } from '@/components/decision-list/decision-view';
import { today } from '@/server/platform/clock';
import { asParams } from '@/server/trpc/address-params';
import { Hydrated, prefetch, trpc } from '@/server/trpc/prefetch';
import { registerTitle } from '@/server/trpc/register-page';

type Props = {
  params: Promise<{ workspace: string; register: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, register } = await params;
  return { title: await registerTitle(workspace, register) };
}

export default async function RegisterPage({ params, searchParams }: Props) {
  const { workspace, register } = await params;
  const view = readView(asParams(await searchParams), register);
  await prefetch(
    trpc.register.get.queryOptions({ workspace, slug: register }),
    trpc.decisionList.list.infiniteQueryOptions(listQuery(workspace, view), {
      getNextPageParam: (page) => page.nextCursor,
    }),
    trpc.decisionList.facets.queryOptions({ workspace, filters: view.filters }),
    trpc.decisionList.summary.queryOptions({ workspace }),
    trpc.decisionList.due.queryOptions({ workspace, register }),
  );
  return (
    <Hydrated>
      <DecisionScreen workspace={workspace} register={register} today={today()} />
    </Hydrated>
  );
}
