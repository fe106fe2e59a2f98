import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { AuthNotice } from '@/components/auth/auth-notice';
import { JoinView } from '@/components/auth/join-view';
import { currentActor } from '@/server/access/actor';
import { serverCaller } from '@/server/trpc/prefetch';

export const metadata: Metadata = { title: 'Join', referrer: 'no-referrer' };

type Params = { params: Promise<{ workspace: string; token: string }> };

async function findInvitation(workspace: string, token: string) {
  if (workspace.length > 60 || token.length < 20 || token.length > 200) return null;
  return (await serverCaller()).invitation.info({ workspace, token });
}

export default async function JoinRoute({ params }: Params) {
  const { workspace, token } = await params;
  const invitation = await findInvitation(workspace, token);
  if (invitation?.state === 'expired') {
    return (
      <AuthNotice title={`The invitation to ${invitation.workspace} has expired`}>
        Invitations last seven days. Ask {invitation.invitedBy ?? 'an admin'} for a new link.
      </AuthNotice>
    );
  }
  if (invitation?.state === 'used') {
    return (
      <AuthNotice title={`You have joined ${invitation.workspace} already`}>
        The link worked once, for {invitation.email}. Sign in with that address.
      </AuthNotice>
    );
  }
  if (!invitation?.role || invitation.state !== 'open') {
    return (
      <AuthNotice title="This invitation does not work">
        It was taken back, replaced by a newer link, or not copied in full. Ask for a new one.
      </AuthNotice>
    );
  }
  const api = await serverCaller();
  const actor = await currentActor(await headers());
  const signedInAs = actor ? (await api.account.me()).email : null;
  const { providers } = await api.session.options();
  const { workspace: name, email, role, invitedBy, hasAccount } = invitation;
  return (
    <JoinView
      workspace={workspace}
      token={token}
      invitation={{ workspace: name, email, role, invitedBy, hasAccount }}
      signedInAs={signedInAs}
      providers={providers}
    />
  );
}
