import { hash, verify } from '@node-rs/argon2';
import { commonPasswords } from './common-passwords';

// OWASP's argon2id parameters: 19 MiB, two passes, one lane (argon2id is the library's default algorithm).
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// The hash of a secret nobody kept: checked for unknown people, so that they cost the same time as known ones.
const decoyHash = '$argon2id$v=19$m=19456,t=2,p=1$odebUvcXLDden4PuJOf9pw$j5lyjQTtFWQrLkTEV0FbBCIu0Ni8YXw5TWdVk6eb70A';

export const passwordLength = { min: 10, max: 200 };

export async function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** Whether the password belongs to the hash; null for a person who has none or does not exist takes as long. */
export async function passwordMatches(passwordHash: string | null, unverifiedPassword: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? decoyHash, unverifiedPassword);
  return matches && passwordHash !== null;
}

/** Why a new password is refused, as the end of a sentence about it, or null. There are no composition rules. */
export function passwordProblem(password: string, email: string): string | null {
  const length = [...password].length;
  if (length < passwordLength.min) return `at least ${passwordLength.min} characters, this has ${length}`;
  if (length > passwordLength.max) return `at most ${passwordLength.max} characters, this has ${length}`;
  const folded = password.toLowerCase();
  if (commonPasswords.has(folded)) return 'among the 10,000 most common, choose another';
  if (email && (folded === email.toLowerCase() || folded === email.toLowerCase().split('@')[0])) {
    return 'the same as the e-mail address, choose another';
  }
  return null;
}
