import type { NextApiRequest, NextApiResponse } from 'next';
import nextAuthModule from 'next-auth';
import { addressOf } from '@/server/platform/address';
import { leaveOriginToCaller } from '@/server/platform/env';
import { type Attempt, authOptions } from './auth-option';
import type { SignInRefusal } from './credentials';
import { originOf, safeReturnPath } from './origin';
import type { JoinByInvitation } from './provider-sign-in';
import { readCookies } from './session-token';

type NextAuthFunction = typeof nextAuthModule;

// A CommonJS module: Node hands over its exports object, the bundler its default export.
const nextAuth: NextAuthFunction =
  'default' in nextAuthModule ? (nextAuthModule.default as NextAuthFunction) : nextAuthModule;

const maxBodyLength = 20_000;

const offered: Record<string, readonly string[]> = {
  GET: ['csrf', 'signin', 'callback', 'error', 'signout'],
  POST: ['signin', 'callback', 'signout'],
};

/** Collects what next-auth writes in its older style and gives it back as a Response. */
class Answer {
  private code = 200;
  private body: string | null = null;
  private readonly single = new Map<string, string>();
  private cookies: string[] = [];

  status(code: number) {
    this.code = code;
    return this;
  }
  getHeader(name: string) {
    return name.toLowerCase() === 'set-cookie' ? [...this.cookies] : this.single.get(name.toLowerCase());
  }
  setHeader(name: string, value: string | string[]) {
    if (name.toLowerCase() === 'set-cookie') this.cookies = [value].flat();
    else this.single.set(name.toLowerCase(), [value].flat().join(', '));
    return this;
  }
  json(value: unknown) {
    this.setHeader('content-type', 'application/json');
    this.body = JSON.stringify(value);
  }
  send(value: unknown) {
    if (typeof value === 'string' || value === undefined) this.body = value ?? null;
    else this.json(value);
  }
  end() {
    return this;
  }

  headers(): Headers {
    const headers = new Headers([...this.single]);
    for (const cookie of this.cookies) headers.append('set-cookie', cookie);
    headers.set('cache-control', 'no-store');
    return headers;
  }
  toResponse(): Response {
    return new Response(this.body, { status: this.code, headers: this.headers() });
  }
}

async function readBody(request: Request): Promise<Record<string, string> | null> {
  // Before any of it is read: a body that does not say its length could be anything.
  const isStream = request.headers.has('transfer-encoding');
  if (isStream || Number(request.headers.get('content-length') ?? 0) > maxBodyLength) return null;
  const text = await request.text();
  if (text.length > maxBodyLength) return null;
  if (!request.headers.get('content-type')?.includes('application/x-www-form-urlencoded')) return {};
  return Object.fromEntries(new URLSearchParams(text));
}

function refused(refusal: SignInRefusal, headers: Headers): Response {
  headers.set('content-type', 'application/json');
  if (refusal.code === 'paused') headers.set('retry-after', String(refusal.retryAfterSeconds));
  return new Response(JSON.stringify({ refusal }), { status: refusal.code === 'paused' ? 429 : 401, headers });
}

function plain(status: number, message: string): Response {
  return Response.json({ message }, { status });
}

/** Serves `/api/auth/*`. A refused sign-in is JSON `{ refusal }` with 401, or 429 and `Retry-After` during a pause. */
export async function handleAuth(request: Request, join: JoinByInvitation): Promise<Response> {
  const url = new URL(request.url);
  const nextauth = url.pathname.split('/').filter(Boolean).slice(2);
  const action = nextauth[0] ?? '';
  // next-auth answers 500 to somebody who opens the address that a form is sent to.
  const isForm = action === 'callback' && ['password', 'link'].includes(nextauth[1] ?? '');
  if (!offered[request.method]?.includes(action) || (isForm && request.method === 'GET'))
    return plain(404, 'There is nothing at this address.');
  const body = request.method === 'POST' ? await readBody(request) : {};
  if (!body) return plain(413, 'The form is too large.');

  const origin = new URL(originOf(request.headers));
  const cookies = readCookies(request.headers);
  // An address that is none makes next-auth answer 500, wherever it came from.
  const query: Record<string, string> = Object.fromEntries(url.searchParams);
  if (query.callbackUrl !== undefined) query.callbackUrl = safeReturnPath(query.callbackUrl);
  for (const name of Object.keys(cookies)) {
    if (name.endsWith('next-auth.callback-url') && !URL.canParse(cookies[name] ?? '')) delete cookies[name];
  }
  const attempt: Attempt = {
    secure: origin.protocol === 'https:',
    address: addressOf(request.headers),
    userAgent: (request.headers.get('user-agent') ?? '').slice(0, 300),
    join,
    refusal: null,
    userId: null,
  };
  const answer = new Answer();
  leaveOriginToCaller();
  const asked = {
    method: request.method,
    query: { ...query, nextauth },
    body,
    cookies,
    headers: {
      ...Object.fromEntries(request.headers),
      'x-forwarded-host': origin.host,
      'x-forwarded-proto': origin.protocol.slice(0, -1),
    },
  };
  // next-auth takes the Request form only inside Next's own context; these are the parts of the older form that it uses.
  await nextAuth(asked as unknown as NextApiRequest, answer as unknown as NextApiResponse, authOptions(attempt));
  return attempt.refusal ? refused(attempt.refusal, answer.headers()) : answer.toResponse();
}
