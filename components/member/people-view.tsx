'use client';

import { useSuspenseQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTRPC } from '@/components/query/trpc';
import { useAddress } from '@/components/query/use-address';
import { useShortcut } from '@/components/shell/shortcuts';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { NothingHere } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { SettingsFrame } from '@/components/workspace/settings-frame';
import { SettingsTable } from '@/components/workspace/settings-table';
import type { MemberRecord } from '@/server/modules/member/contract';
import { InvitationList } from './invitation-list';
import { InviteDialog } from './invite-dialog';
import { type MemberAction, MemberRow } from './member-row';
import { MemberTeamsDialog } from './member-teams-dialog';
import { everyone, peopleQuery, readPeopleFilter } from './people-address';
import { PeopleFilter, type PeopleFilterValue, passes } from './people-filter';
import { ResetLinkDialog } from './reset-link-dialog';
import { invitableRoles, rolesSentence } from './role-words';
import { usePeople } from './use-people';

const columns = [
  { label: 'Person' },
  { label: 'Role' },
  { label: 'Teams', className: 'max-md:hidden' },
  { label: 'Signs in with', className: 'max-lg:hidden' },
  { label: 'Last seen', className: 'text-right max-sm:hidden' },
  { label: 'More', hidden: true },
];

function countWords(count: number): string {
  return count === 1 ? 'One person' : `${count} people`;
}

/** Who belongs to the workspace, as those see it who manage it. */
export function PeopleView({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const { data: members } = useSuspenseQuery(trpc.member.list.queryOptions({ workspace }));
  const { data: invitations } = useSuspenseQuery(trpc.invitation.list.queryOptions({ workspace }));
  const { data: settings } = useSuspenseQuery(trpc.workspace.get.queryOptions({ workspace }));
  const people = usePeople(workspace);
  const { query, go } = useAddress();
  const filter = readPeopleFilter(new URLSearchParams(query));
  const setFilter = (next: PeopleFilterValue) => go(peopleQuery(next), next.text === filter.text ? 'push' : 'replace');
  const [inviting, setInviting] = useState(false);
  const [open, setOpen] = useState<{ action: MemberAction; member: MemberRecord } | null>(null);
  useShortcut({ keys: 'c', label: 'Invite people', scope: 'People', run: () => setInviting(true) });
  const close = () => setOpen(null);
  const shown = members.filter((member) => passes(member, filter));
  const waiting = invitations.filter((invitation) => !invitation.expired).length;
  return (
    <SettingsFrame
      workspace={workspace}
      title="People"
      actions={
        <Button variant="primary" icon={UserPlus} kbd="c" onClick={() => setInviting(true)}>
          Invite people
        </Button>
      }
    >
      <PageHeader
        className="mb-3"
        title="People"
        summary={[
          countWords(members.length),
          rolesSentence(members),
          ...(waiting > 0 ? [waiting === 1 ? 'one invitation open' : `${waiting} invitations open`] : []),
        ].join(' · ')}
      />
      <PeopleFilter value={filter} onChange={setFilter} members={members} />
      <SettingsTable label="People" head={columns}>
        {shown.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            people={people}
            onAction={(action, of) => setOpen({ action, member: of })}
          />
        ))}
      </SettingsTable>
      {shown.length === 0 ? (
        <NothingHere title="Nobody fits">
          <Button onClick={() => setFilter(everyone)}>Show everyone</Button>
        </NothingHere>
      ) : null}
      <InvitationList workspace={workspace} invitations={invitations} />
      <p className="mt-3 text-label text-ink-3">
        A forgotten password is reset {invitations.length > 0 ? 'the same way' : 'with a link'}: make{' '}
        {invitations.length > 0 ? 'a link' : 'it'} under ⋯ beside the person, and pass it on.
      </p>
      {inviting ? (
        <InviteDialog workspace={workspace} assignable={invitableRoles} onClose={() => setInviting(false)} />
      ) : null}
      {open?.action === 'teams' ? (
        <MemberTeamsDialog workspace={workspace} member={open.member} onClose={close} />
      ) : null}
      {open?.action === 'reset' ? <ResetLinkDialog workspace={workspace} member={open.member} onClose={close} /> : null}
      {open?.action === 'transfer' ? (
        <ConfirmDialog
          open
          onOpenChange={close}
          title={`Hand the workspace over to ${open.member.name}`}
          confirmLabel="Hand it over"
          typeToConfirm={settings.name}
          onConfirm={() => {
            people.transfer(open.member);
            close();
          }}
        >
          {open.member.name} becomes the owner, and you become an admin. Only they can take it back.
        </ConfirmDialog>
      ) : null}
    </SettingsFrame>
  );
}
