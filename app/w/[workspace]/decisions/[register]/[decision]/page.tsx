import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { DecisionMissing } from '@/components/decision/decision-missing';
import { decisionAtPath, decisionPath } from '@/components/decision/decision-path';
import { DecisionView } from '@/components/decision/decision-view';
import { ReferenceChoice } from '@/components/decision/reference-choice';
import { drawText } from '@/components/thread/draw-text';
import { isDay } from '@/server/domain/field/day';
import { id as idText } from '@/server/domain/field/text';
import { fetched, Hydrated, prefetch, trpc } from '@/server/trpc/prefetch';

type Params = {
  params: Promise<{ workspace: string; register: string; decision: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What the address means: the id of a record, or what was asked for and the records that answer to it. */
async function meantBy(params: Params['params']) {
  const { workspace, register, decision: unverified } = await params;
  const ref = decodeURIComponent(unverified);
  if (idText.safeParse(ref).success) return { workspace, register, id: ref, ref, found: [] };
  const found = (await fetched(trpc.decision.resolve.queryOptions({ workspace, register, ref }))) ?? [];
  return { workspace, register, id: null, ref, found };
}

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { workspace, id, ref, found } = await meantBy(params);
  if (!id) return { title: found.length > 1 ? `Several decisions are called ${ref}` : 'No such decision' };
  const decision = await fetched(trpc.decision.get.queryOptions({ workspace, id }));
  return { title: decision?.title ?? 'No such decision' };
}

export default async function DecisionRoute({ params, searchParams }: Params) {
  const { workspace, register, id, ref, found } = await meantBy(params);
  const { at } = await searchParams;
  const day = typeof at === 'string' ? at : null;
  const only = found.length === 1 ? found[0] : undefined;
  if (only) {
    redirect(
      day === null
        ? decisionPath(workspace, register, only.id)
        : decisionAtPath(workspace, register, only.id, encodeURIComponent(day)),
    );
  }
  if (id === null && found.length > 1) {
    return <ReferenceChoice workspace={workspace} register={register} reference={ref} found={found} />;
  }
  if (id === null) return <DecisionMissing workspace={workspace} register={register} />;
  const record = trpc.decision.get.queryOptions({ workspace, id });
  if (day !== null && isDay(day)) {
    const then = await fetched(trpc.decisionRevision.asOf.queryOptions({ workspace, decision: id, day }));
    const text = then && trpc.decisionRevision.get.queryOptions({ workspace, decision: id, number: then.revision });
    await prefetch(record, ...(text ? [text] : []));
    return (
      <Hydrated>
        <DecisionView workspace={workspace} register={register} id={id} at={day} />
      </Hydrated>
    );
  }
  const [decision, threads] = await Promise.all([
    fetched(record),
    fetched(trpc.thread.list.queryOptions({ workspace, subject: { type: 'decision', id } })),
    prefetch(trpc.decisionReview.get.queryOptions({ workspace, decision: id })),
  ]);
  const drawn = decision && threads ? drawText(decision.body, threads.data) : null;
  return (
    <Hydrated>
      <DecisionView workspace={workspace} register={register} id={id} at={day} drawn={drawn} />
    </Hydrated>
  );
}
