/** A person with a live session. */
export type Actor = { userId: string; sessionId: string };

/** The person behind a request's cookies, or null. The session is checked against the database every time. */
export async function currentActor(_headers: Headers): Promise<Actor | null> {
  return null;
}
