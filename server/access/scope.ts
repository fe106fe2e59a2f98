import { minuteMs, now } from '@/server/platform/clock';
import { sha256 } from '@/server/platform/crypto';
import { AppError } from '@/server/platform/errors';
import { newId } from '@/server/platform/ids';
import { invitationIdOf, invitationTokenMatches } from './invitation-link';
import { type Permission, permissionsOf, type Role, roleMay, roleRank } from './permissions';
import {
  findInvitation,
  findMemberId,
  findMembership,
  findToken,
  findWorkspaceForJob,
  markTokenUsed,
  tokenLivesElsewhere,
} from './repo';

declare const proven: unique symbol;

/** Proof that the caller belongs to a workspace and may do what was asked. Only this file makes one. */
export type WorkspaceScope = {
  readonly [proven]: true;
  readonly workspaceId: string;
  readonly slug: string;
  readonly debtPrefix: string;
  /** The revision of the debts when the gate was passed; raised by every write to one. */
  readonly debtRevision: number;
  readonly memberId: string | null;
  readonly userId: string | null;
  readonly tokenId: string | null;
  readonly role: Role;
  readonly permissions: readonly Permission[];
  readonly requestId: string;
};

function mint(fields: Omit<WorkspaceScope, typeof proven>): WorkspaceScope {
  return fields as WorkspaceScope;
}

export function may(scope: WorkspaceScope, wanted: Permission): boolean {
  return scope.permissions.includes(wanted);
}

function unknownWorkspace(slug: string): AppError {
  return new AppError('notFound', {
    userMessage: `There is no workspace “${slug.slice(0, 60)}”, or you are not a member of it.`,
  });
}

function forbidden(wanted: Permission, role: Role): AppError {
  return new AppError('forbidden', {
    userMessage: `This needs the permission ${wanted}, which the role ${role} does not have here.`,
    details: { permission: wanted, role },
  });
}

/** The session gate: membership is read from the database at every request, never from the session. */
export async function scopeForSession(input: {
  slug: string;
  userId: string;
  permission: Permission;
  requestId: string;
}): Promise<WorkspaceScope> {
  const membership = await findMembership(input.slug, input.userId);
  if (!membership) throw unknownWorkspace(input.slug);
  if (!roleMay(membership.role, input.permission)) throw forbidden(input.permission, membership.role);
  return mint({
    workspaceId: membership.workspaceId,
    slug: membership.workspace.slug,
    debtPrefix: membership.workspace.debtPrefix,
    debtRevision: membership.workspace.debtRevision,
    memberId: membership.id,
    userId: input.userId,
    tokenId: null,
    role: membership.role,
    permissions: permissionsOf(membership.role),
    requestId: input.requestId,
  });
}

/** The token gate: a token never does more than its role, its own list, or the member who made it. */
export async function scopeForToken(input: {
  slug: string;
  secret: string;
  permission: Permission;
  requestId: string;
  address: string;
}): Promise<WorkspaceScope> {
  const token = await findToken(input.slug, sha256(input.secret));
  if (!token && (await tokenLivesElsewhere(sha256(input.secret), now()))) throw unknownWorkspace(input.slug);
  const expired = token?.expiresAt && token.expiresAt <= now();
  if (!token || expired || !token.createdBy || token.createdBy.removedAt) {
    throw new AppError('unauthenticated', {
      userMessage:
        'The token is unknown, expired or revoked, or belongs to another workspace. Send Authorization: Bearer <token>.',
    });
  }
  const role = roleRank(token.role) <= roleRank(token.createdBy.role) ? token.role : token.createdBy.role;
  const granted = permissionsOf(role).filter(
    (one) => token.permissions.length === 0 || token.permissions.includes(one),
  );
  if (!granted.includes(input.permission)) throw forbidden(input.permission, role);
  if (!token.lastUsedAt || now().getTime() - token.lastUsedAt.getTime() > minuteMs) {
    await markTokenUsed(token.workspaceId, token.id, now(), input.address);
  }
  return mint({
    workspaceId: token.workspaceId,
    slug: token.workspace.slug,
    debtPrefix: token.workspace.debtPrefix,
    debtRevision: token.workspace.debtRevision,
    memberId: token.createdById,
    userId: token.createdBy.userId,
    tokenId: token.id,
    role,
    permissions: granted,
    requestId: input.requestId,
  });
}

/** The job gate: work goes on with the rights of the member who started it, as they are when it runs. */
export async function scopeForJob(input: {
  workspaceId: string;
  memberId: string | null;
  permission: Permission;
  requestId: string;
}): Promise<WorkspaceScope> {
  const found = await findWorkspaceForJob(input.workspaceId, input.memberId);
  if (!found) throw unknownWorkspace(input.workspaceId);
  const { workspace, member } = found;
  const role = member && !member.removedAt ? member.role : null;
  if (input.memberId && (!role || !roleMay(role, input.permission)))
    throw forbidden(input.permission, role ?? 'viewer');
  return mint({
    workspaceId: workspace.id,
    slug: workspace.slug,
    debtPrefix: workspace.debtPrefix,
    debtRevision: workspace.debtRevision,
    memberId: input.memberId,
    userId: member?.userId ?? null,
    tokenId: null,
    role: role ?? 'owner',
    permissions: permissionsOf(role ?? 'owner'),
    requestId: input.requestId,
  });
}

/** The founder's gate: a workspace that does not exist yet belongs to whoever makes it. */
export function scopeForFounder(input: { slug: string; userId: string; requestId: string }): WorkspaceScope {
  return mint({
    workspaceId: newId(),
    slug: input.slug,
    debtPrefix: 'TD',
    debtRevision: 0,
    memberId: newId(),
    userId: input.userId,
    tokenId: null,
    role: 'owner',
    permissions: permissionsOf('owner'),
    requestId: input.requestId,
  });
}

export type InvitationProof = { slug: string; unverifiedToken: string };

/** The invitation a link names, in whatever state it is. A link with a wrong or replaced secret names none. */
export async function provenInvitation(proof: InvitationProof) {
  const id = invitationIdOf(proof.unverifiedToken);
  const invitation = id ? await findInvitation(proof.slug, id) : null;
  if (!invitation || !invitationTokenMatches(proof.unverifiedToken, invitation.id, invitation.nonce)) return null;
  return invitation;
}

/** The invitation gate: who holds the link, or owns the address it was made for, becomes a member with its role. */
export async function scopeForInvited(input: {
  invitation: {
    workspaceId: string;
    role: Role;
    workspace: { slug: string; debtPrefix: string; debtRevision: number };
  };
  userId: string;
  requestId: string;
}): Promise<WorkspaceScope> {
  const { workspaceId, role, workspace } = input.invitation;
  return mint({
    workspaceId,
    slug: workspace.slug,
    debtPrefix: workspace.debtPrefix,
    debtRevision: workspace.debtRevision,
    memberId: (await findMemberId(workspaceId, input.userId)) ?? newId(),
    userId: input.userId,
    tokenId: null,
    role,
    permissions: permissionsOf(role),
    requestId: input.requestId,
  });
}
