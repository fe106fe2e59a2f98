import 'server-only';
import { TRPCError } from '@trpc/server';
import { serverCaller } from './prefetch';

/** The name of a register for the title of its page; its slug where it is not there or not the reader's to see. */
export async function registerTitle(workspace: string, register: string): Promise<string> {
  try {
    const caller = await serverCaller();
    return (await caller.register.get({ workspace, slug: register })).name;
  } catch (error) {
    if (error instanceof TRPCError) return register;
    throw error;
  }
}
