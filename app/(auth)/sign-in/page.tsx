import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { SignInView } from '@/components/auth/sign-in-view';
import { currentActor } from '@/server/access/actor';
import { originOf, safeReturnPath } from '@/server/access/origin';
import { serverCaller } from '@/server/trpc/prefetch';

export const metadata: Metadata = { title: 'Sign in' };

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> };

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

/** `next` is our own; next-auth sends `callbackUrl`, a whole address of which only the path on this site counts. */
function returnPath(unverified: string | undefined, origin: string): string {
  return safeReturnPath(unverified?.startsWith(`${origin}/`) ? unverified.slice(origin.length) : unverified);
}

export default async function SignInRoute({ searchParams }: Search) {
  const search = await searchParams;
  const requestHeaders = await headers();
  const origin = originOf(requestHeaders);
  const returnTo = returnPath(one(search.next) ?? one(search.callbackUrl), origin);
  if (await currentActor(requestHeaders)) redirect(returnTo.startsWith('/sign-in') ? '/' : returnTo);
  const options = await (await serverCaller()).session.options();
  return (
    <SignInView
      host={new URL(origin).host}
      returnTo={returnTo}
      email={one(search.email)?.slice(0, 254)}
      problem={one(search.error)}
      options={options}
    />
  );
}
