import 'server-only';
import { dehydrate, type FetchQueryOptions, HydrationBoundary } from '@tanstack/react-query';
import { TRPCError } from '@trpc/server';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { headers } from 'next/headers';
import { cache, type ReactNode } from 'react';
import { makeQueryClient } from '@/components/query/query-client';
import { addressOf } from '@/server/platform/address';
import { requestIdOf } from './context';
import { createCallerFactory } from './init';
import { appRouter } from './root';

export const requestContext = cache(async () => {
  const requestHeaders = await headers();
  return {
    requestId: requestIdOf(requestHeaders),
    headers: requestHeaders,
    address: addressOf(requestHeaders),
    actor: null,
  };
});

const getQueryClient = cache(makeQueryClient);

/** Options of queries for prefetching in a page: `prefetch(trpc.debt.get.queryOptions(…))`. */
export const trpc = createTRPCOptionsProxy({ ctx: requestContext, router: appRouter, queryClient: getQueryClient });

/** Calls procedures from a server component that needs the answer itself, such as a redirect or a title. */
export async function serverCaller() {
  return createCallerFactory(appRouter)(await requestContext());
}

// biome-ignore lint/suspicious/noExplicitAny: the options of any procedure fit here; tRPC's own type for it is this wide.
type AnyQueryOptions = any;

/** Fetches on the server what the component below will ask for, so that the first paint has it. A failure is shown there. */
export async function prefetch(...queries: AnyQueryOptions[]): Promise<void> {
  const client = getQueryClient();
  // tRPC marks the key of a list that is read page by page; its pages are kept in another shape than a single answer.
  const isInfinite = (query: AnyQueryOptions) => query.queryKey[1]?.type === 'infinite';
  await Promise.all(
    queries.map((query) => (isInfinite(query) ? client.prefetchInfiniteQuery(query) : client.prefetchQuery(query))),
  );
}

/** The same for a page that needs the answer itself, such as for its title; null when there is none. Asked for once. */
export async function fetched<Data>(
  // biome-ignore lint/suspicious/noExplicitAny: keys and errors carry a type of their own for each procedure.
  query: FetchQueryOptions<Data, any, Data, any>,
): Promise<Data | null> {
  try {
    return await getQueryClient().fetchQuery(query);
  } catch (error) {
    if (error instanceof TRPCError) return null;
    throw error;
  }
}

/** Hands what was prefetched to the browser. */
export function Hydrated({ children }: { children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(getQueryClient())}>{children}</HydrationBoundary>;
}
