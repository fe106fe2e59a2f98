'use client';

import { Crown, Ellipsis, KeyRound, LogOut, Shapes, UserMinus } from 'lucide-react';
import { Ago, agoText } from '@/components/session/ago';
import { Avatar } from '@/components/ui/avatar';
import { IconButton } from '@/components/ui/icon-button';
import { useIsMounted } from '@/components/ui/local-time';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { SettingsCell, TwoLines } from '@/components/workspace/settings-table';
import type { MemberRecord } from '@/server/modules/member/contract';
import { RoleMenu } from './role-menu';
import { methodsSentence } from './role-words';
import type { usePeople } from './use-people';

export type MemberAction = 'teams' | 'reset' | 'transfer';

export type MemberRowProps = {
  member: MemberRecord;
  people: ReturnType<typeof usePeople>;
  onAction: (action: MemberAction, member: MemberRecord) => void;
};

function LastSeen({ at }: { at: Date | null }) {
  const isMounted = useIsMounted();
  if (!at) return <span className="text-ink-3">not yet</span>;
  const isHere = isMounted && agoText(at, new Date()) === 'now';
  return (
    <span className="inline-flex items-center gap-2">
      {isHere ? <span aria-hidden className="size-1.75 rounded-full bg-ok" /> : null}
      <Ago at={at} />
    </span>
  );
}

/** One person: what they may do, where they belong, how they sign in, and what can be done about it. */
export function MemberRow({ member, people, onAction }: MemberRowProps) {
  const { abilities, teams, sessions } = member;
  const first = member.name.split(' ')[0] ?? member.name;
  const open = sessions === 1 ? 'in one open session' : `in ${sessions} open sessions`;
  return (
    <tr>
      <SettingsCell className="sm:min-w-66 max-sm:w-full max-sm:max-w-0">
        <TwoLines
          lead={<Avatar id={member.id} name={member.name} decorative />}
          title={
            <>
              {member.name}
              {member.you ? <span className="ml-2 font-normal text-ink-3">you</span> : null}
            </>
          }
          detail={member.email}
        />
      </SettingsCell>
      <SettingsCell className="whitespace-nowrap sm:w-36 max-sm:text-right">
        <RoleMenu
          role={member.role}
          assignable={abilities.assignableRoles}
          onChange={(role) => people.changeRole(member, role)}
          question={`What may ${first} do?`}
          of={member.name}
          note={`Applies at once${sessions > 0 ? ` ${open}` : ''}, and is logged.`}
        />
      </SettingsCell>
      <SettingsCell className="text-ink-2 max-md:hidden">
        {teams.length > 0 ? teams.map((team) => team.name).join(', ') : <span className="text-ink-3">none</span>}
      </SettingsCell>
      <SettingsCell className="text-ink-2 max-lg:hidden">{methodsSentence(member.signsInWith)}</SettingsCell>
      <SettingsCell className="w-24 text-right text-ink-2 max-sm:hidden">
        <LastSeen at={member.lastSeenAt} />
      </SettingsCell>
      <SettingsCell className="w-12 text-right">
        <Menu align="end" className="w-68" trigger={<IconButton icon={Ellipsis} label={`More about ${member.name}`} />}>
          <MenuItem icon={Shapes} label="Teams" onSelect={() => onAction('teams', member)} />
          <MenuItem
            icon={KeyRound}
            label="Make a password link"
            disabled={!abilities.resetPassword}
            onSelect={() => onAction('reset', member)}
          />
          <MenuItem
            icon={LogOut}
            label={sessions === 1 ? 'End their session' : `End their ${sessions} sessions`}
            disabled={!abilities.endSessions || sessions === 0}
            onSelect={() => people.endSessions(member)}
          />
          {abilities.receiveOwnership ? (
            <MenuItem icon={Crown} label="Hand the workspace over" onSelect={() => onAction('transfer', member)} />
          ) : null}
          <MenuSeparator />
          <MenuItem
            icon={UserMinus}
            tone="danger"
            label={`Remove ${first}`}
            disabled={!abilities.remove}
            onSelect={() => people.remove(member)}
          />
        </Menu>
      </SettingsCell>
    </tr>
  );
}
