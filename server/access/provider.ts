import type { OAuthConfig } from 'next-auth/providers/oauth';
import { z } from 'zod';
import { env } from '@/server/platform/env';

/** What a provider said of a person. `email` is set only when the provider itself vouches for it. */
export type ProvidedIdentity = { id: string; name: string; verifiedEmail: string | null };

type Provider = OAuthConfig<Record<string, unknown>> & { identityOf: (profile: unknown) => ProvidedIdentity };

const openIdProfile = z.object({
  sub: z.coerce.string().min(1),
  name: z.string().nullish(),
  preferred_username: z.string().nullish(),
  email: z.string().nullish(),
  email_verified: z.union([z.boolean(), z.string()]).nullish(),
  xms_edov: z.union([z.boolean(), z.string(), z.number()]).nullish(),
});

const githubProfile = z.object({
  id: z.coerce.string(),
  login: z.string(),
  name: z.string().nullish(),
  verifiedEmail: z.string().nullish(),
});

const githubEmails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

function fromOpenId(
  profile: unknown,
  trustsEmail: (claims: z.infer<typeof openIdProfile>) => boolean,
): ProvidedIdentity {
  const claims = openIdProfile.parse(profile);
  const vouched = claims.email && trustsEmail(claims) ? claims.email.trim().toLowerCase() : null;
  return {
    id: claims.sub,
    name: claims.name ?? claims.preferred_username ?? claims.email ?? '',
    verifiedEmail: vouched,
  };
}

const isTrue = (claim: unknown) => claim === true || claim === 'true' || claim === 1 || claim === '1';
const saysVerified = (claims: { email_verified?: unknown }) => isTrue(claims.email_verified);

function openId(input: {
  id: string;
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  trustsEmail?: (claims: z.infer<typeof openIdProfile>) => boolean;
}): Provider {
  const identityOf = (profile: unknown) => fromOpenId(profile, input.trustsEmail ?? saysVerified);
  return {
    id: input.id,
    name: input.name,
    type: 'oauth',
    wellKnown: `${input.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    clientId: input.clientId,
    clientSecret: input.clientSecret,
    profile: (profile) => ({ id: identityOf(profile).id }),
    identityOf,
  };
}

function github(clientId: string, clientSecret: string): Provider {
  const identityOf = (profile: unknown): ProvidedIdentity => {
    const user = githubProfile.parse(profile);
    return { id: user.id, name: user.name ?? user.login, verifiedEmail: user.verifiedEmail?.toLowerCase() ?? null };
  };
  return {
    id: 'github',
    name: 'GitHub',
    type: 'oauth',
    authorization: { url: 'https://github.com/login/oauth/authorize', params: { scope: 'read:user user:email' } },
    token: 'https://github.com/login/oauth/access_token',
    userinfo: {
      url: 'https://api.github.com/user',
      // The public profile may hide the address or show one that was never verified; the list of addresses tells.
      async request({ client, tokens }) {
        const token = tokens.access_token ?? '';
        const profile = await client.userinfo(token);
        const answer = await client.requestResource('https://api.github.com/user/emails', token, {
          headers: { accept: 'application/vnd.github+json', 'user-agent': 'paydown' },
        });
        const emails = githubEmails.safeParse(JSON.parse(answer.body?.toString('utf8') ?? '[]'));
        const own = emails.success ? emails.data.find((one) => one.primary && one.verified) : undefined;
        return { ...profile, verifiedEmail: own?.email ?? null };
      },
    },
    checks: ['state'],
    clientId,
    clientSecret,
    profile: (profile) => ({ id: identityOf(profile).id }),
    identityOf,
  };
}

function microsoft(clientId: string, clientSecret: string, tenant: string): Provider {
  const manyTenants = ['common', 'organizations', 'consumers'].includes(tenant);
  return openId({
    id: 'microsoft',
    name: 'Microsoft',
    issuer: `https://login.microsoftonline.com/${tenant}/v2.0`,
    clientId,
    clientSecret,
    // Any tenant's admin can put any address on an account; only our own tenant, or a checked domain, vouches for it.
    trustsEmail: (claims) => !manyTenants || isTrue(claims.xms_edov),
  });
}

/** The providers that the environment switches on, in the order in which they are offered. */
export function enabledProviders(): Provider[] {
  const e = env();
  const providers: Provider[] = [];
  if (e.GITHUB_ID && e.GITHUB_SECRET) providers.push(github(e.GITHUB_ID, e.GITHUB_SECRET));
  if (e.GOOGLE_ID && e.GOOGLE_SECRET) {
    const issuer = 'https://accounts.google.com';
    providers.push(
      openId({ id: 'google', name: 'Google', issuer, clientId: e.GOOGLE_ID, clientSecret: e.GOOGLE_SECRET }),
    );
  }
  if (e.GITLAB_ID && e.GITLAB_SECRET) {
    const issuer = e.GITLAB_URL ?? 'https://gitlab.com';
    providers.push(
      openId({ id: 'gitlab', name: 'GitLab', issuer, clientId: e.GITLAB_ID, clientSecret: e.GITLAB_SECRET }),
    );
  }
  if (e.MICROSOFT_ID && e.MICROSOFT_SECRET) {
    providers.push(microsoft(e.MICROSOFT_ID, e.MICROSOFT_SECRET, e.MICROSOFT_TENANT ?? 'common'));
  }
  if (e.OIDC_ISSUER && e.OIDC_ID && e.OIDC_SECRET) {
    const name = e.OIDC_NAME ?? 'single sign-on';
    providers.push(
      openId({ id: 'oidc', name, issuer: e.OIDC_ISSUER, clientId: e.OIDC_ID, clientSecret: e.OIDC_SECRET }),
    );
  }
  return providers;
}
