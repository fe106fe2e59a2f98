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

const serialized = new WeakMap<object, unknown>();

/** The same answer handed over by a layout and by the page in it is sent once: what is one object is written once. */
function serializedOnce(data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return superjson.serialize(data);
  const known = serialized.get(data) ?? superjson.serialize(data);
  serialized.set(data, known);
  return known;
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
        serializeData: serializedOnce,
        // What is still on its way belongs to a page beside the one that hands over: it hands it over itself.
        shouldDehydrateQuery: defaultShouldDehydrateQuery,
      },
      hydrate: { deserializeData: superjson.deserialize },
    },
  });
}
