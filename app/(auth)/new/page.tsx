import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { NewWorkspaceView } from '@/components/workspace/new-workspace-view';
import { currentActor } from '@/server/access/actor';
import { originOf } from '@/server/access/origin';
import { serverCaller } from '@/server/trpc/prefetch';

export const metadata: Metadata = { title: 'New workspace' };

export default async function NewWorkspaceRoute() {
  const requestHeaders = await headers();
  if (!(await currentActor(requestHeaders))) redirect('/sign-in?next=/new');
  const api = await serverCaller();
  const [{ email }, workspaces] = await Promise.all([api.account.me(), api.workspace.mine()]);
  const host = new URL(originOf(requestHeaders)).host;
  return <NewWorkspaceView host={host} email={email} isFirst={workspaces.length === 0} />;
}
