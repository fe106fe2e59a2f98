import { defaultShouldDehydrateQuery, QueryClient } from '@tanstack/react-query';
import superjson from 'superjson';

const freshMs = 15_000;
const neverRetried = new Set([
  'UNAUTHORIZED',
  'FORBIDDEN',
  'NOT_FOUND',
  'UNPROCESSABLE_CONTENT',
  'BAD_REQUEST',
  'CONFLICT',
]);

function codeOf(error: unknown): string | null {
  const data = typeof error === 'object' && error !== null && 'data' in error ? error.data : null;
  return typeof data === 'object' && data !== null && 'code' in data ? String(data.code) : null;
}

/** One client a request on the server, one a tab in the browser. What the server fetched is not fetched again at once. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: freshMs,
        retry: (failures, error) => failures < 2 && !neverRetried.has(codeOf(error) ?? ''),
      },
      dehydrate: {
        serializeData: superjson.serialize,
        // What is still on its way belongs to a page beside the one that hands over: it hands it over itself.
        shouldDehydrateQuery: defaultShouldDehydrateQuery,
      },
      hydrate: { deserializeData: superjson.deserialize },
    },
  });
}
