import { derivedSecret, sameSecret } from '@/server/platform/crypto';
import { isId } from '@/server/platform/ids';

const idLength = 22;

function secretOf(id: string, nonce: string): string {
  return derivedSecret('invitation', `${id}:${nonce}`);
}

/** The token of an invitation link: which invitation, and a secret that a new nonce ends. */
export function invitationToken(id: string, nonce: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url') + secretOf(id, nonce);
}

/** The id an invitation token names, or null. Proves nothing yet. */
export function invitationIdOf(unverifiedToken: string): string | null {
  const hex = Buffer.from(unverifiedToken.slice(0, idLength), 'base64url').toString('hex');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return isId(id) ? id : null;
}

export function invitationTokenMatches(unverifiedToken: string, id: string, nonce: string): boolean {
  return sameSecret(unverifiedToken, invitationToken(id, nonce));
}
