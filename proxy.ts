import { type NextRequest, NextResponse } from 'next/server';
import { env } from '@/server/platform/env';

function contentSecurityPolicy(nonce: string, isDevelopment: boolean): string {
  const script = `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`;
  return [
    "default-src 'self'",
    `script-src ${script}`,
    // Without this line browsers ask script-src, and differ in what 'strict-dynamic' means for a worker.
    "worker-src 'self'",
    // Positions of virtual rows and floating panels are style attributes, which a nonce cannot cover.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Gives every page its own nonce. Nothing is authorised here: that is the gates' work. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce, env().NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  // Layouts do not know the address; the sign-in page brings people back to it.
  headers.set('x-path', `${request.nextUrl.pathname}${request.nextUrl.search}`);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = {
  // Pictures bring a stricter policy of their own, which a page's would replace.
  matcher: [{ source: '/((?!api/|_next/static|_next/image|favicon.svg|w/[a-z0-9-]+/images/).*)' }],
};
