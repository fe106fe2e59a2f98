import 'server-only';
import { TRPCError } from '@trpc/server';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { serverCaller } from './prefetch';

/**
 * The workspace of a page, for those who belong to it: others are sent to sign in, or told that there is nothing. Layouts
 * and pages run side by side, so a page that needs the answer asks here too instead of failing beside the redirect.
 */
export const workspaceOfPage = cache(async (workspace: string) => {
  const caller = await serverCaller();
  try {
    return await caller.workspace.get({ workspace });
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    if (error.code === 'UNAUTHORIZED') {
      const path = (await headers()).get('x-path') ?? `/w/${workspace}`;
      redirect(`/sign-in?next=${encodeURIComponent(path)}`);
    }
    if (error.code === 'NOT_FOUND') notFound();
    throw error;
  }
});
