import { z } from 'zod';

const refusal = z.discriminatedUnion('code', [
  z.object({ code: z.literal('mismatch'), triesLeft: z.number() }),
  z.object({ code: z.literal('paused'), retryAfterSeconds: z.number() }),
  z.object({ code: z.literal('linkUsed') }),
]);
export type Refusal = z.infer<typeof refusal> | { code: 'unreachable' };

const csrfAnswer = z.object({ csrfToken: z.string() });
const urlAnswer = z.object({ url: z.string() });
const refusalAnswer = z.object({ refusal });

async function post(path: string, fields: Record<string, string>): Promise<Response> {
  const { csrfToken } = csrfAnswer.parse(await (await fetch('/api/auth/csrf', { cache: 'no-store' })).json());
  return fetch(`/api/auth/${path}`, {
    method: 'POST',
    body: new URLSearchParams({ ...fields, csrfToken, json: 'true' }),
  });
}

async function signInBy(provider: 'password' | 'link', fields: Record<string, string>): Promise<Refusal | null> {
  try {
    const response = await post(`callback/${provider}`, fields);
    if (response.ok) return null;
    const answer = refusalAnswer.safeParse(await response.json());
    return answer.success ? answer.data.refusal : { code: 'unreachable' };
  } catch {
    return { code: 'unreachable' };
  }
}

/** Signs in; null when it worked, and the browser has its cookie. */
export function signInWithPassword(email: string, password: string): Promise<Refusal | null> {
  return signInBy('password', { email, password });
}

/** Uses a mailed link up; null when it worked. */
export function signInWithLink(token: string): Promise<Refusal | null> {
  return signInBy('link', { token });
}

/** Leaves for a provider, which sends the person back to `returnTo`. */
export async function goToProvider(id: string, returnTo: string): Promise<void> {
  const response = await post(`signin/${id}`, { callbackUrl: returnTo });
  window.location.assign(urlAnswer.parse(await response.json()).url);
}
