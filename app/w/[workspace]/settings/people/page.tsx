import type { Metadata } from 'next';
import { DirectoryView } from '@/components/member/directory-view';
import { PeopleView } from '@/components/member/people-view';
import { workspaceOfPage } from '@/server/trpc/member-page';
import { Hydrated, prefetch, trpc } from '@/server/trpc/prefetch';

export const metadata: Metadata = { title: 'People' };

export default async function PeopleRoute({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const { abilities } = await workspaceOfPage(workspace);
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
