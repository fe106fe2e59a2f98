import { newId } from '@/server/platform/ids';
import { createCallerFactory } from '@/server/trpc/init';
import { appRouter } from '@/server/trpc/root';

const createCaller = createCallerFactory(appRouter);

type Person = { userId: string; sessionId: string };

/** Calls the API as a person with a live session, from an address of one's own choosing. */
export function callerFor(person: Person, address = '127.0.0.1') {
  const { userId, sessionId } = person;
  return createCaller({ requestId: newId(), headers: new Headers(), address, actor: { userId, sessionId } });
}

/** Calls the API as whoever the headers say, or nobody. */
export function callerWith(headers: Headers = new Headers(), address = '127.0.0.1') {
  return createCaller({ requestId: newId(), headers, address, actor: null });
}
