import type { Metadata } from 'next';
import { EditorScreen } from '@/components/decision-editor/editor-screen';
import { Hydrated, prefetch, trpc } from '@/server/trpc/prefetch';

export const metadata: Metadata = { title: 'Edit a decision' };

type Params = { params: Promise<{ workspace: string; register: string; decision: string }> };

export default async function EditDecisionPage({ params }: Params) {
  const { workspace, register, decision: id } = await params;
  await prefetch(
    trpc.decision.get.queryOptions({ workspace, id }),
    trpc.decisionReview.get.queryOptions({ workspace, decision: id }),
  );
  return (
    <Hydrated>
      <EditorScreen workspace={workspace} register={register} id={id} />
    </Hydrated>
  );
}
