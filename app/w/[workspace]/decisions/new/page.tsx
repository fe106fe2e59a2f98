import type { Metadata } from 'next';
import { startOf } from '@/components/decision-editor/new-decision-form';
import { NewDecisionScreen } from '@/components/decision-editor/new-decision-screen';
import { Hydrated, prefetch, trpc } from '@/server/trpc/prefetch';

export const metadata: Metadata = { title: 'New decision' };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function NewDecisionPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const start = startOf(await searchParams);
  await prefetch(
    trpc.register.list.queryOptions({ workspace }),
    trpc.register.templates.queryOptions({ workspace }),
    ...(start.supersedes ? [trpc.decision.get.queryOptions({ workspace, id: start.supersedes })] : []),
  );
  return (
    <Hydrated>
      <NewDecisionScreen key={JSON.stringify(start)} workspace={workspace} start={start} />
    </Hydrated>
  );
}
