import type { Metadata } from 'next';
import { DirectoryView } from '@/components/member/directory-view';
import { PeopleView } from '@/components/member/people-view';
import { Hydrated, prefetch, serverCaller, trpc } from '@/server/trpc/prefetch';

export const metadata: Metadata = { title: 'People' };

export default async function PeopleRoute({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const { abilities } = await (await serverCaller()).workspace.get({ workspace });
  if (!abilities.manageMembers) {
    await prefetch(trpc.member.directory.queryOptions({ workspace }));
    return (
      <Hydrated>
        <DirectoryView workspace={workspace} />
      </Hydrated>
    );
  }
  await prefetch(trpc.member.list.queryOptions({ workspace }), trpc.invitation.list.queryOptions({ workspace }));
  return (
    <Hydrated>
      <PeopleView workspace={workspace} />
    </Hydrated>
  );
}
