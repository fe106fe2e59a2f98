import type { Metadata } from 'next';
import { TeamsView } from '@/components/team/teams-view';
import { Hydrated, prefetch, trpc } from '@/server/trpc/prefetch';

export const metadata: Metadata = { title: 'Teams' };

export default async function TeamsRoute({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  await prefetch(trpc.team.list.queryOptions({ workspace }), trpc.member.directory.queryOptions({ workspace }));
  return (
    <Hydrated>
      <TeamsView workspace={workspace} />
    </Hydrated>
  );
}
