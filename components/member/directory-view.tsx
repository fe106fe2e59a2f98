'use client';

import { useSuspenseQuery } from '@tanstack/react-query';
import { useTRPC } from '@/components/query/trpc';
import { Avatar } from '@/components/ui/avatar';
import { PageHeader } from '@/components/ui/page-header';
import { SettingsFrame } from '@/components/workspace/settings-frame';
import { SettingsCell, SettingsTable, TwoLines } from '@/components/workspace/settings-table';
import { rolesSentence, roleWords } from './role-words';

const columns = [{ label: 'Person' }, { label: 'Role' }, { label: 'Teams', className: 'max-sm:hidden' }];

/** Who belongs to the workspace, as everybody may see it. */
export function DirectoryView({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const { data: people } = useSuspenseQuery(trpc.member.directory.queryOptions({ workspace }));
  return (
    <SettingsFrame workspace={workspace} title="People">
      <PageHeader className="mb-3" title="People" summary={`${people.length} people · ${rolesSentence(people)}`} />
      <SettingsTable label="People" head={columns}>
        {people.map((person) => (
          <tr key={person.id}>
            <SettingsCell className="max-sm:w-full max-sm:max-w-0">
              <TwoLines
                lead={<Avatar id={person.id} name={person.name} decorative />}
                title={person.name}
                detail={person.email}
              />
            </SettingsCell>
            <SettingsCell className="font-medium">{roleWords[person.role].label}</SettingsCell>
            <SettingsCell className="text-ink-2 max-sm:hidden">
              {person.teams.map((team) => team.name).join(', ') || <span className="text-ink-3">none</span>}
            </SettingsCell>
          </tr>
        ))}
      </SettingsTable>
      <p className="mt-3 text-label text-ink-3">Admins invite people and change their roles.</p>
    </SettingsFrame>
  );
}
