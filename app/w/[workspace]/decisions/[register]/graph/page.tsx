import type { Metadata } from 'next';
import { GraphScreen } from '@/components/decision-graph/graph-screen';
import { Hydrated, prefetch, trpc } from '@/server/trpc/prefetch';
import { registerTitle } from '@/server/trpc/register-page';

type Props = { params: Promise<{ workspace: string; register: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, register } = await params;
  return { title: `Graph of ${await registerTitle(workspace, register)}` };
}

export default async function GraphPage({ params }: Props) {
  const { workspace, register } = await params;
  await prefetch(
    trpc.register.get.queryOptions({ workspace, slug: register }),
    trpc.decisionList.graph.queryOptions({ workspace, register }),
  );
  return (
    <Hydrated>
      <GraphScreen workspace={workspace} register={register} />
    </Hydrated>
  );
}
