import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';

export type Claims = { sub: string; name?: string; email?: string; email_verified?: boolean };

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** An OpenID Connect issuer on the loopback. What `grant` is told is what the code it gives leads to. */
export async function openIssuer(clientId: string) {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const grants = new Map<string, Claims & { nonce: string }>();
  let issuer = '';

  function idToken(claims: object): string {
    const at = Math.floor(Date.now() / 1000);
    const payload = { iss: issuer, aud: clientId, iat: at, exp: at + 300, ...claims };
    const signed = `${base64url({ alg: 'RS256', kid: 'test' })}.${base64url(payload)}`;
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
  }

  async function answer(request: IncomingMessage): Promise<unknown> {
    if (request.url === '/jwks')
      return { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'test', use: 'sig', alg: 'RS256' }] };
    if (request.url === '/token') {
      const claims = grants.get(new URLSearchParams(await bodyOf(request)).get('code') ?? '');
      return claims
        ? { access_token: 'x', token_type: 'Bearer', id_token: idToken(claims) }
        : { error: 'invalid_grant' };
    }
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      id_token_signing_alg_values_supported: ['RS256'],
    };
  }

  const server = createServer(async (request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(await answer(request)));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  issuer = `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`;
  return {
    issuer,
    /** What the issuer would do once the person agreed there: a code for these claims, to bring back. */
    grant(authorizeUrl: string, claims: Claims): string {
      const asked = new URL(authorizeUrl).searchParams;
      const code = `code-${grants.size}`;
      grants.set(code, { ...claims, nonce: asked.get('nonce') ?? '' });
      return new URLSearchParams({ code, state: asked.get('state') ?? '' }).toString();
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
