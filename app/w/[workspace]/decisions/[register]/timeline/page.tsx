import type { Metadata } from 'next';
import { TimelineScreen } from '@/components/decision-graph/timeline-screen';
import { Hydrated, prefetch, trpc } from '@/server/trpc/prefetch';
import { registerTitle } from '@/server/trpc/register-page';

type Props = { params: Promise<{ workspace: string; register: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, register } = await params;
  return { title: `Timeline of ${await registerTitle(workspace, register)}` };
}

export default async function TimelinePage({ params }: Props) {
  const { workspace, register } = await params;
  await prefetch(
    trpc.register.get.queryOptions({ workspace, slug: register }),
    trpc.decisionList.timeline.queryOptions({ workspace, register }),
  );
  return (
    <Hydrated>
      <TimelineScreen workspace={workspace} register={register} />
    </Hydrated>
  );
}
