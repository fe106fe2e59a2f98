import type { ReactNode } from 'react';
import { WorkspaceShell } from '@/components/workspace/workspace-shell';
import { workspaceOfPage } from '@/server/trpc/member-page';
import { Hydrated, prefetch, trpc } from '@/server/trpc/prefetch';

export default async function WorkspaceLayout(props: { children: ReactNode; params: Promise<{ workspace: string }> }) {
  const { workspace } = await props.params;
  await workspaceOfPage(workspace);
  await prefetch(
    trpc.workspace.get.queryOptions({ workspace }),
    trpc.workspace.mine.queryOptions(),
    trpc.account.me.queryOptions(),
    trpc.home.counts.queryOptions({ workspace }),
    trpc.savedView.list.queryOptions({ workspace }),
  );
  return (
    <Hydrated>
      <WorkspaceShell workspace={workspace}>{props.children}</WorkspaceShell>
    </Hydrated>
  );
}
