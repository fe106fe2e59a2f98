'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Ellipsis, RefreshCw, Trash2 } from 'lucide-react';
import { messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { agoText, untilText } from '@/components/session/ago';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { IconButton } from '@/components/ui/icon-button';
import { useIsMounted } from '@/components/ui/local-time';
import { Menu, MenuItem } from '@/components/ui/menu';
import { PanelHeader } from '@/components/ui/page-header';
import { showToast } from '@/components/ui/toast';
import { SettingsCell, SettingsTable, TwoLines } from '@/components/workspace/settings-table';
import type { InvitationRecord } from '@/server/modules/invitation/contract';
import { RoleMenu } from './role-menu';
import { useWholeAddress } from './secret-link';

function useInvitations(workspace: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const shared = {
    onSettled: () => queryClient.invalidateQueries(trpc.invitation.pathFilter()),
    onError: (error: unknown) => showToast({ title: messageOf(error), tone: 'danger' as const }),
  };
  const renew = useMutation(trpc.invitation.renew.mutationOptions(shared));
  const revoke = useMutation(trpc.invitation.revoke.mutationOptions(shared));
  const changeRole = useMutation(trpc.invitation.changeRole.mutationOptions(shared));
  return {
    renew: (id: string) =>
      renew.mutate(
        { workspace, id },
        {
          onSuccess: () =>
            showToast({ title: 'A new link is ready', description: 'The one before has stopped working.' }),
        },
      ),
    revoke: (invitation: InvitationRecord) =>
      revoke.mutate(
        { workspace, id: invitation.id },
        { onSuccess: () => showToast({ title: `The invitation of ${invitation.email} is taken back` }) },
      ),
    changeRole: (id: string, role: InvitationRecord['role']) => changeRole.mutate({ workspace, id, role }),
  };
}

function Term({ invitation }: { invitation: InvitationRecord }) {
  const isMounted = useIsMounted();
  if (!isMounted) return null;
  const now = new Date();
  if (!invitation.expired)
    return <span className="text-ink-3 tabular-nums">{untilText(invitation.expiresAt, now)}</span>;
  const ago = agoText(invitation.expiresAt, now);
  return (
    <span className="font-medium text-warn tabular-nums">
      {ago === 'now' ? 'expired just now' : `expired ${ago} ago`}
    </span>
  );
}

type RowProps = { invitation: InvitationRecord; actions: ReturnType<typeof useInvitations> };

function InvitationRow({ invitation, actions }: RowProps) {
  const { id, email, role, team, invitedBy, path, abilities } = invitation;
  const address = useWholeAddress(path ?? '');
  const from = `${team ? team.name : 'no team'}, invited by ${invitedBy ?? 'someone who left'}`;
  return (
    <tr>
      <SettingsCell className="sm:min-w-66 max-sm:w-full max-sm:max-w-0">
        <TwoLines title={email} detail={from} />
      </SettingsCell>
      <SettingsCell className="w-36 whitespace-nowrap max-sm:hidden">
        <RoleMenu
          role={role}
          assignable={abilities.assignableRoles}
          onChange={(next) => actions.changeRole(id, next)}
          question="What may they do?"
          of={email}
        />
      </SettingsCell>
      <SettingsCell className="max-lg:hidden">
        {path ? (
          <code className="inline-block max-w-70 truncate rounded-chip bg-sunken px-2.5 py-1 align-middle font-mono text-label text-ink-2">
            {address.replace(/^https?:\/\//, '')}
          </code>
        ) : (
          <span className="text-ink-3">Its link no longer works.</span>
        )}
      </SettingsCell>
      <SettingsCell className="w-36 whitespace-nowrap text-right max-sm:hidden">
        <Term invitation={invitation} />
      </SettingsCell>
      <SettingsCell className="w-44 whitespace-nowrap text-right">
        <span className="inline-flex items-center gap-1">
          {path ? <CopyButton text={address} label="Copy link" size="sm" /> : null}
          {path || !abilities.manage ? null : (
            <Button size="sm" onClick={() => actions.renew(id)}>
              New link
            </Button>
          )}
          {abilities.manage ? (
            <Menu align="end" trigger={<IconButton icon={Ellipsis} label={`More about the invitation of ${email}`} />}>
              <MenuItem icon={RefreshCw} label="Make a new link" onSelect={() => actions.renew(id)} />
              <MenuItem icon={Trash2} tone="danger" label="Take it back" onSelect={() => actions.revoke(invitation)} />
            </Menu>
          ) : null}
        </span>
      </SettingsCell>
    </tr>
  );
}

/** Invitations still to be accepted, each with its link to pass on. */
export function InvitationList({
  workspace,
  invitations,
}: {
  workspace: string;
  invitations: readonly InvitationRecord[];
}) {
  const actions = useInvitations(workspace);
  if (invitations.length === 0) return null;
  return (
    <section className="mt-9">
      <PanelHeader
        className="mb-3"
        title="Invitations"
        summary="A link works once and only for its address. Pass it on as you like, no e-mail is needed."
      />
      <SettingsTable label="Invitations">
        {invitations.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} actions={actions} />
        ))}
      </SettingsTable>
    </section>
  );
}
