import { permissionsOf, roleRank, roles } from '@/server/access/permissions';
import type { WorkspaceScope } from '@/server/access/scope';
import { dayToDate } from '@/server/domain/field/day';
import { dayMs, now } from '@/server/platform/clock';
import { randomSecret, sha256 } from '@/server/platform/crypto';
import { database, type Tx } from '@/server/platform/db';
import { AppError, invalid, notFound } from '@/server/platform/errors';
import { newId } from '@/server/platform/ids';
import { transact } from '@/server/platform/transact';
import type { CreateToken, TokenRecord } from './contract';
import * as repo from './repo';

const prefixLength = 7;

function present(scope: WorkspaceScope, token: repo.StoredToken): TokenRecord {
  const { createdBy, ...rest } = token;
  return {
    ...rest,
    createdBy: createdBy?.user.name ?? null,
    createdById: createdBy?.id ?? null,
    expired: rest.expiresAt !== null && rest.expiresAt <= now(),
    abilities: { revoke: roleRank(rest.role) <= roleRank(scope.role) },
  };
}

/** Tokens that were not revoked, newest first. Secrets are not kept, only hashes of them. */
export async function listTokens(scope: WorkspaceScope): Promise<TokenRecord[]> {
  return (await repo.findTokens(database(), scope)).map((token) => present(scope, token));
}

/** The roles up to the caller's own with what the caller may let a token of each do. */
export function tokenOptions(scope: WorkspaceScope) {
  const allowed = roles.filter((role) => roleRank(role) <= roleRank(scope.role));
  return {
    roles: allowed.map((role) => ({
      role,
      permissions: permissionsOf(role).filter((one) => scope.permissions.includes(one)),
    })),
  };
}

/** The permissions stored with a new token: never more than the caller has, who may be a token itself. */
function grantedPermissions(scope: WorkspaceScope, input: CreateToken): string[] {
  if (roleRank(input.role) > roleRank(scope.role)) {
    throw new AppError('forbidden', { userMessage: `The role ${input.role} is above yours, ${scope.role}.` });
  }
  const possible = permissionsOf(input.role);
  const beyond = input.permissions.find((one) => !possible.includes(one));
  if (beyond) throw invalid('permissions', `${beyond} is not among what the role ${input.role} may do`);
  const wanted = input.permissions.length > 0 ? input.permissions : possible;
  const missing = wanted.find((one) => !scope.permissions.includes(one));
  if (missing) throw new AppError('forbidden', { userMessage: `You do not have the permission ${missing} yourself.` });
  return input.permissions;
}

function endOf(expiresOn: string | null): Date | null {
  if (!expiresOn) return null;
  const end = new Date(dayToDate(expiresOn).getTime() + dayMs);
  if (end <= now()) throw invalid('expiresOn', `is in the past, ${expiresOn}`);
  return end;
}

/** Writes a token with a given secret inside a transaction; the bootstrap brings its own secret. */
export async function storeToken(tx: Tx, scope: WorkspaceScope, input: CreateToken, secret: string) {
  return repo.insertToken(tx, scope, {
    id: newId(),
    name: input.name,
    prefix: secret.slice(0, prefixLength),
    secretHash: sha256(secret),
    role: input.role,
    permissions: grantedPermissions(scope, input),
    createdAt: now(),
    expiresAt: endOf(input.expiresOn),
  });
}

/** Makes a token. Its secret is in the answer and nowhere else. */
export async function createToken(scope: WorkspaceScope, input: CreateToken) {
  const secret = `pd_${randomSecret(30)}`;
  return transact(scope, 'token.create', async (tx, record) => {
    const token = await storeToken(tx, scope, input, secret);
    const { name, role, permissions } = input;
    record({ subjectType: 'token', subjectId: token.id, data: { name, role, permissions } });
    return { ...present(scope, token), secret };
  });
}

/** Ends a token from its next request on. */
export async function revokeToken(scope: WorkspaceScope, id: string) {
  return transact(scope, 'token.revoke', async (tx, record) => {
    const token = await repo.findToken(tx, scope, id);
    if (!token) throw notFound('The token');
    if (roleRank(token.role) > roleRank(scope.role)) {
      throw new AppError('forbidden', {
        userMessage: `A token with the role ${token.role} is above yours, so you cannot revoke it.`,
      });
    }
    await repo.setRevoked(tx, scope, id, now());
    record({ subjectType: 'token', subjectId: id, data: { name: token.name } });
    return { id, name: token.name };
  });
}
