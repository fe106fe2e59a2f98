import { TRPCError } from '@trpc/server';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { WorkspaceShell } from '@/components/workspace/workspace-shell';
import { Hydrated, prefetch, serverCaller, trpc } from '@/server/trpc/prefetch';

async function proveMember(workspace: string): Promise<void> {
  const caller = await serverCaller();
  try {
    await caller.workspace.get({ workspace });
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    if (error.code === 'UNAUTHORIZED') {
      const path = (await headers()).get('x-path') ?? `/w/${workspace}`;
      redirect(`/sign-in?next=${encodeURIComponent(path)}`);
    }
    if (error.code === 'NOT_FOUND') notFound();
    throw error;
  }
}

export default async function WorkspaceLayout(props: { children: ReactNode; params: Promise<{ workspace: string }> }) {
  const { workspace } = await props.params;
  await proveMember(workspace);
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
