import type { Metadata } from 'next';
import { SessionsView } from '@/components/session/sessions-view';
import { Hydrated, prefetch, trpc } from '@/server/trpc/prefetch';

export const metadata: Metadata = { title: 'Your sessions' };

export default async function SessionsRoute({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  await prefetch(trpc.session.list.queryOptions());
  return (
    <Hydrated>
      <SessionsView workspace={workspace} />
    </Hydrated>
  );
}
