import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { lastWorkspaceCookie } from '@/components/workspace/last-workspace';
import { currentActor } from '@/server/access/actor';
import { serverCaller } from '@/server/trpc/prefetch';

/** The front door: the workspace one was in last, the sign-in page, or a first workspace. */
export default async function FrontDoor() {
  if (!(await currentActor(await headers()))) redirect('/sign-in');
  const workspaces = await (await serverCaller()).workspace.mine();
  const last = (await cookies()).get(lastWorkspaceCookie)?.value;
  const chosen = workspaces.find((workspace) => workspace.slug === last) ?? workspaces[0];
  redirect(chosen ? `/w/${chosen.slug}` : '/new');
}
