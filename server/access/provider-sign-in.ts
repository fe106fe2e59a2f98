import { now } from '@/server/platform/clock';
import type { ProvidedIdentity } from './provider';
import { findAccountUser, findUserByEmail, linkAccount } from './repo';

/** Makes a person of someone with an open invitation and lets them in, or answers null. */
export type JoinByInvitation = (person: { verifiedEmail: string; name: string }) => Promise<string | null>;

export type ProviderRefusal = 'unverified' | 'stranger';

/** Whom an identity at a provider belongs to: one linked before, the same verified address, or an open invitation. */
export async function signInByProvider(
  provider: string,
  identity: ProvidedIdentity,
  join: JoinByInvitation,
): Promise<{ userId: string } | { refusal: ProviderRefusal }> {
  const linked = await findAccountUser(provider, identity.id);
  if (linked) return { userId: linked };
  const { verifiedEmail, name } = identity;
  if (!verifiedEmail) return { refusal: 'unverified' };
  const known = await findUserByEmail(verifiedEmail);
  const userId = known?.id ?? (await join({ verifiedEmail, name }));
  if (!userId) return { refusal: 'stranger' };
  await linkAccount(provider, identity.id, userId, now());
  return { userId };
}
