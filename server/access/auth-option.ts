import type { AuthOptions, User } from 'next-auth';
import { fromNow, now } from '@/server/platform/clock';
import { newId } from '@/server/platform/ids';
import { log } from '@/server/platform/log';
import { sessionIdleMs } from './actor';
import { type SignInRefusal, type SignInResult, signInByLink, signInByPassword } from './credentials';
import { safeReturnPath } from './origin';
import { enabledProviders } from './provider';
import { type JoinByInvitation, signInByProvider } from './provider-sign-in';
import { createSession, endSession } from './repo';
import { authSecret, cookieSeconds, sessionCookieName } from './session-token';

/** What one request to `/api/auth` brought along and what came of it. */
export type Attempt = {
  secure: boolean;
  address: string;
  userAgent: string;
  join: JoinByInvitation;
  refusal: SignInRefusal | null;
  userId: string | null;
};

function credentialsProvider(
  id: string,
  attempt: Attempt,
  check: (input: unknown) => Promise<SignInResult>,
): AuthOptions['providers'][number] {
  return {
    id,
    name: id,
    type: 'credentials',
    credentials: {},
    // next-auth turns what is thrown here into an address; the refusal itself is answered by the handler.
    async authorize(input): Promise<User | null> {
      const result = await check(input);
      if ('refusal' in result) {
        attempt.refusal = result.refusal;
        return null;
      }
      attempt.userId = result.userId;
      return { id: result.userId };
    },
  };
}

async function startSession(attempt: Attempt, userId: string, method: string): Promise<string> {
  const id = newId();
  const at = now();
  const expiresAt = fromNow(sessionIdleMs);
  const { address, userAgent } = attempt;
  await createSession({ id, userId, createdAt: at, lastSeenAt: at, expiresAt, userAgent, address, method });
  return id;
}

/** next-auth's options for one request. Its token carries the person's id and the session's id, and nothing else. */
export function authOptions(attempt: Attempt): AuthOptions {
  const oauth = enabledProviders();
  const { secure } = attempt;
  return {
    secret: authSecret(),
    session: { strategy: 'jwt', maxAge: cookieSeconds },
    useSecureCookies: secure,
    cookies: {
      sessionToken: {
        name: sessionCookieName(secure),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      },
    },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    providers: [
      credentialsProvider('password', attempt, (input) => signInByPassword(input, attempt.address)),
      credentialsProvider('link', attempt, signInByLink),
      ...oauth,
    ],
    callbacks: {
      async signIn({ account, profile }) {
        if (account?.type !== 'oauth') return true;
        const provider = oauth.find((one) => one.id === account.provider);
        if (!provider) return false;
        const result = await signInByProvider(provider.id, provider.identityOf(profile), attempt.join);
        if ('refusal' in result) return `/sign-in?error=${result.refusal}`;
        attempt.userId = result.userId;
        return true;
      },
      async jwt({ token, account }) {
        if (!attempt.userId || !account) return token;
        const sid = await startSession(attempt, attempt.userId, account.provider);
        return { sub: attempt.userId, sid };
      },
      redirect({ url, baseUrl }) {
        const path = url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url;
        return `${baseUrl}${safeReturnPath(path)}`;
      },
    },
    events: {
      async signOut({ token }) {
        if (token?.sub && typeof token.sid === 'string') await endSession(token.sid, token.sub, now());
      },
    },
    logger: {
      error: (code, details) => log.warn({ code, reason: reasonOf(details) }, 'sign-in failed'),
      warn: (code) => log.debug({ code }, 'next-auth'),
      debug: () => undefined,
    },
  };
}

function reasonOf(details: unknown): string {
  if (details instanceof Error) return details.message;
  if (details && typeof details === 'object' && 'error' in details) return reasonOf(details.error);
  return 'unknown';
}
