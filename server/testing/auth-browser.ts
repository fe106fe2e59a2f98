import { z } from 'zod';
import { handleAuth } from '@/server/access/auth-handler';
import type { JoinByInvitation } from '@/server/access/provider-sign-in';

/** The cookies of one browser. */
export type Jar = Map<string, string>;

function remember(jar: Jar, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    if (/max-age=0/i.test(line)) jar.delete(pair.slice(0, at));
    else jar.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

export function headersOf(jar: Jar, extra: Record<string, string> = {}): Headers {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  return new Headers({ host: '127.0.0.1:3000', ...(cookie ? { cookie } : {}), ...extra });
}

/** Speaks to /api/auth as a browser does, with cookies and the csrf token. */
export function authBrowser(origin: string, join: JoinByInvitation) {
  async function send(jar: Jar, path: string, form?: Record<string, string>, extra: Record<string, string> = {}) {
    const init = form
      ? {
          method: 'POST',
          headers: headersOf(jar, { 'content-type': 'application/x-www-form-urlencoded', ...extra }),
          body: new URLSearchParams(form).toString(),
        }
      : { headers: headersOf(jar, extra) };
    const response = await handleAuth(new Request(`${origin}/api/auth/${path}`, init), join);
    remember(jar, response);
    return response;
  }

  async function csrf(jar: Jar): Promise<string> {
    return z.object({ csrfToken: z.string() }).parse(await (await send(jar, 'csrf')).json()).csrfToken;
  }

  async function signIn(jar: Jar, email: string, password: string, extra: Record<string, string> = {}) {
    return send(jar, 'callback/password', { csrfToken: await csrf(jar), email, password, json: 'true' }, extra);
  }

  return { send, csrf, signIn };
}
