import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RevisionView } from '@/components/decision/revision-view';
import { id as idText } from '@/server/domain/field/text';
import { fetched, Hydrated, prefetch, trpc } from '@/server/trpc/prefetch';

type Params = { params: Promise<{ workspace: string; register: string; decision: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { workspace, decision: id } = await params;
  if (!idText.safeParse(id).success) return { title: 'No such decision' };
  const decision = await fetched(trpc.decision.get.queryOptions({ workspace, id }));
  return { title: decision ? `Revisions of ${decision.title}` : 'No such decision' };
}

export default async function RevisionsRoute({ params }: Params) {
  const { workspace, register, decision: id } = await params;
  if (!idText.safeParse(id).success) notFound();
  await prefetch(
    trpc.decision.get.queryOptions({ workspace, id }),
    trpc.decisionRevision.list.queryOptions({ workspace, decision: id }),
  );
  return (
    <Hydrated>
      <RevisionView workspace={workspace} register={register} id={id} />
    </Hydrated>
  );
}
