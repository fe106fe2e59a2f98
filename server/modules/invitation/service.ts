import { invitationToken } from '@/server/access/invitation-link';
import { publicOrigin } from '@/server/access/origin';
import type { Role } from '@/server/access/permissions';
import { findOpenInvitations } from '@/server/access/repo';
import { may, provenInvitation, scopeForInvited, type WorkspaceScope } from '@/server/access/scope';
import { invitationMail } from '@/server/email/letter';
import { mailIsOn, sendMail } from '@/server/email/mailer';
import { acceptPassword, createPerson, getAccount, personWithEmail } from '@/server/modules/account/service';
import { admit, assignableRoles } from '@/server/modules/member/service';
import { teamIdsOf } from '@/server/modules/team/service';
import { dayMs, fromNow, now } from '@/server/platform/clock';
import { randomSecret } from '@/server/platform/crypto';
import { database, type Tx } from '@/server/platform/db';
import { AppError, notFound } from '@/server/platform/errors';
import { newId } from '@/server/platform/ids';
import { transact } from '@/server/platform/transact';
import { isDuplicate } from '@/server/platform/unique';
import type { CreateInvitation, InvitationRecord } from './contract';
import * as repo from './repo';

export const invitationDays = 7;

type Proven = NonNullable<Awaited<ReturnType<typeof provenInvitation>>>;

function present(scope: WorkspaceScope, invitation: repo.StoredInvitation): InvitationRecord {
  const { nonce, workspace: _, invitedBy, ...rest } = invitation;
  const expired = rest.expiresAt <= now();
  const grantable = assignableRoles(scope);
  const manage = may(scope, 'member:manage') && grantable.includes(rest.role);
  return {
    ...rest,
    invitedBy: invitedBy?.user.name ?? null,
    expired,
    path: expired ? null : `/join/${scope.slug}/${invitationToken(rest.id, nonce)}`,
    abilities: { assignableRoles: manage ? grantable : [], manage },
  };
}

async function read(client: Tx, scope: WorkspaceScope, id: string) {
  const invitation = await repo.findPendingById(client, scope, id);
  if (!invitation) throw notFound('The invitation');
  return { invitation, record: present(scope, invitation) };
}

function mustGrant(scope: WorkspaceScope, role: Role): void {
  if (assignableRoles(scope).includes(role)) return;
  const reason =
    role === 'owner' ? 'Owner is given only by handing the workspace over.' : `The role ${role} is above yours.`;
  throw new AppError('forbidden', { userMessage: reason });
}

/** Invitations still to be accepted, newest first, the expired ones among them. */
export async function listInvitations(scope: WorkspaceScope): Promise<InvitationRecord[]> {
  return (await repo.findPending(database(), scope)).map((invitation) => present(scope, invitation));
}

function mailLink(invitation: repo.StoredInvitation, record: InvitationRecord): void {
  if (!mailIsOn() || !record.path) return;
  const { email, workspace, invitedBy } = invitation;
  const url = `${publicOrigin()}${record.path}`;
  sendMail(
    invitationMail({
      to: email,
      workspace: workspace.name,
      invitedBy: invitedBy?.user.name ?? null,
      url,
      days: invitationDays,
    }),
  );
}

/** Invites an address with a role up to one's own. An earlier invitation of the address ends. */
export async function createInvitation(scope: WorkspaceScope, input: CreateInvitation): Promise<InvitationRecord> {
  const { email, role, team } = input;
  mustGrant(scope, role);
  const made = await transact(scope, 'invitation.create', async (tx, record) => {
    await repo.lockAddress(tx, scope, email);
    if (await repo.isMember(tx, scope, email)) {
      const message = `${email} is a member already`;
      throw new AppError('conflict', { userMessage: `email: ${message}`, fields: [{ path: 'email', message }] });
    }
    const [teamId] = team ? await teamIdsOf(tx, scope, [team]) : [];
    await repo.revokePendingFor(tx, scope, email, now());
    const id = newId();
    const term = { createdAt: now(), expiresAt: fromNow(invitationDays * dayMs) };
    await repo.insertInvitation(tx, scope, { id, email, role, teamId: teamId ?? null, nonce: randomSecret(), ...term });
    record({ subjectType: 'invitation', subjectId: id, data: { email, role } });
    return read(tx, scope, id);
  });
  mailLink(made.invitation, made.record);
  return made.record;
}

async function change(
  scope: WorkspaceScope,
  action: string,
  id: string,
  data: { role?: Role; nonce?: string; expiresAt?: Date },
) {
  return transact(scope, action, async (tx, record) => {
    const { invitation } = await read(tx, scope, id);
    mustGrant(scope, invitation.role);
    await repo.updateInvitation(tx, scope, id, data);
    const { email, role } = invitation;
    record({ subjectType: 'invitation', subjectId: id, data: { email, role: data.role ?? role } });
    return read(tx, scope, id);
  });
}

export async function changeInvitedRole(scope: WorkspaceScope, id: string, role: Role): Promise<InvitationRecord> {
  mustGrant(scope, role);
  return (await change(scope, 'invitation.changeRole', id, { role })).record;
}

/** Makes a new link with a new term; the one before stops working. */
export async function renewInvitation(scope: WorkspaceScope, id: string): Promise<InvitationRecord> {
  const expiresAt = fromNow(invitationDays * dayMs);
  const made = await change(scope, 'invitation.renew', id, { nonce: randomSecret(), expiresAt });
  mailLink(made.invitation, made.record);
  return made.record;
}

export async function revokeInvitation(scope: WorkspaceScope, id: string) {
  return transact(scope, 'invitation.revoke', async (tx, record) => {
    const { invitation } = await read(tx, scope, id);
    mustGrant(scope, invitation.role);
    await repo.updateInvitation(tx, scope, id, { revokedAt: now() });
    record({ subjectType: 'invitation', subjectId: id, data: { email: invitation.email } });
    return { id, email: invitation.email };
  });
}

/** What a link leads to. A link that names nothing and one that was replaced read the same. */
export async function getInvitation(slug: string, unverifiedToken: string) {
  const found = await provenInvitation({ slug, unverifiedToken });
  if (!found || found.revokedAt) {
    return {
      state: 'unknown' as const,
      workspace: '',
      slug,
      email: '',
      role: null,
      invitedBy: null,
      hasAccount: false,
    };
  }
  const state = found.acceptedAt
    ? ('used' as const)
    : found.expiresAt <= now()
      ? ('expired' as const)
      : ('open' as const);
  return {
    state,
    workspace: found.workspace.name,
    slug: found.workspace.slug,
    email: found.email,
    role: found.role,
    invitedBy: found.invitedBy?.user.name ?? null,
    hasAccount: (await personWithEmail(database(), found.email)) !== null,
  };
}

function noLongerWorks(): AppError {
  return new AppError('preconditionFailed', {
    userMessage: 'This invitation was used already, was taken back or has expired. Ask for a new link.',
  });
}

async function mustBeOpen(slug: string, unverifiedToken: string): Promise<Proven> {
  const found = await provenInvitation({ slug, unverifiedToken });
  if (!found || found.revokedAt || found.acceptedAt || found.expiresAt <= now()) throw noLongerWorks();
  return found;
}

async function join(invitation: Proven, userId: string, requestId: string, before: (tx: Tx) => Promise<void>) {
  const scope = await scopeForInvited({ invitation, userId, requestId });
  await transact(scope, 'invitation.accept', async (tx, record) => {
    if (!(await repo.useInvitation(tx, scope, invitation.id, invitation.nonce, now()))) throw noLongerWorks();
    await before(tx);
    await admit(tx, scope, invitation.teamId);
    record({
      subjectType: 'invitation',
      subjectId: invitation.id,
      data: { email: invitation.email, role: invitation.role },
    });
  });
  return scope.slug;
}

/** Accepts as the signed-in person, whose address has to be the invited one. */
export async function acceptInvitation(userId: string, input: { workspace: string; token: string }, requestId: string) {
  const invitation = await mustBeOpen(input.workspace, input.token);
  const { email } = await getAccount(userId);
  if (email !== invitation.email) {
    throw new AppError('forbidden', {
      userMessage: `This invitation is for ${invitation.email}, and you are signed in as ${email}. Sign out and open the link again.`,
    });
  }
  return { slug: await join(invitation, userId, requestId, async () => undefined) };
}

/** Accepts as a new person with a name and a password. */
export async function acceptAsNew(
  input: { workspace: string; token: string; name: string; password: string },
  requestId: string,
) {
  const invitation = await mustBeOpen(input.workspace, input.token);
  const { email } = invitation;
  const exists = new AppError('conflict', {
    userMessage: `There is an account for ${email}. Sign in to accept the invitation.`,
  });
  if (await personWithEmail(database(), email)) throw exists;
  const passwordHash = await acceptPassword('password', input.password, email);
  const id = newId();
  try {
    const slug = await join(invitation, id, requestId, (tx) =>
      createPerson(tx, { id, email, name: input.name, passwordHash }),
    );
    return { slug, email };
  } catch (error) {
    if (isDuplicate(error)) throw exists;
    throw error;
  }
}

/**
 * Makes a person of someone whose address a sign-in provider vouches for and whom a workspace invited, with a place in
 * each of those workspaces. Answers null for a stranger.
 */
export async function joinByVerifiedEmail(person: { verifiedEmail: string; name: string }): Promise<string | null> {
  const { verifiedEmail, name } = person;
  const invitations = await findOpenInvitations(verifiedEmail, now());
  const [first, ...others] = invitations;
  if (!first) return null;
  const id = newId();
  const requestId = newId();
  const newcomer = { id, email: verifiedEmail, name: name.slice(0, 80) || verifiedEmail, passwordHash: null };
  await join(first, id, requestId, (tx) => createPerson(tx, newcomer));
  for (const invitation of others) await join(invitation, id, requestId, async () => undefined);
  return id;
}
