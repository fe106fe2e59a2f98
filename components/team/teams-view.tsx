'use client';

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Ellipsis, Pencil, Plus, Shapes, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { useShortcut } from '@/components/shell/shortcuts';
import { AvatarStack } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { showToast } from '@/components/ui/toast';
import { SettingsFrame } from '@/components/workspace/settings-frame';
import { SettingsCell, SettingsTable, TwoLines } from '@/components/workspace/settings-table';
import type { TeamRecord } from '@/server/modules/team/contract';
import { TeamDialog } from './team-dialog';

const columns = [
  { label: 'Team' },
  { label: 'People' },
  { label: 'Services', className: 'text-right max-sm:hidden' },
  { label: 'Open debts', className: 'text-right' },
  { label: 'More', hidden: true },
];

function useDeleteTeam(workspace: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const shared = {
    onSettled: () =>
      Promise.all(
        [trpc.team, trpc.workspace, trpc.member].map((one) => queryClient.invalidateQueries(one.pathFilter())),
      ),
    onError: (error: unknown) => showToast({ title: messageOf(error), tone: 'danger' as const }),
  };
  const restore = useMutation(trpc.team.restore.mutationOptions(shared));
  const remove = useMutation(trpc.team.delete.mutationOptions(shared));
  return (team: TeamRecord) =>
    remove.mutate(
      { workspace, key: team.key },
      {
        onSuccess: ({ id }) =>
          showToast({
            title: `The team ${team.name} was deleted`,
            description: 'Its debts and services keep the name until they are given another team.',
            undo: () => restore.mutate({ workspace, id }),
          }),
      },
    );
}

type RowProps = { workspace: string; team: TeamRecord; onEdit: () => void; onDelete: () => void };

function TeamRow({ workspace, team, onEdit, onDelete }: RowProps) {
  const { members, openDebts } = team;
  return (
    <tr>
      <SettingsCell className="max-sm:w-full max-sm:max-w-0">
        <TwoLines title={team.name} detail={<code className="font-mono">{team.key}</code>} />
      </SettingsCell>
      <SettingsCell>
        {members.length > 0 ? (
          <span className="flex items-center gap-2.5">
            <AvatarStack people={members} max={5} />
            <span className="text-ink-2 tabular-nums max-md:sr-only">{members.length}</span>
          </span>
        ) : (
          <span className="text-ink-3">nobody</span>
        )}
      </SettingsCell>
      <SettingsCell className="text-right text-ink-2 tabular-nums max-sm:hidden">{team.services}</SettingsCell>
      <SettingsCell className="text-right tabular-nums">
        {openDebts > 0 ? (
          <TextLink look="quiet" href={`/w/${workspace}/backlog?team=${team.key}`}>
            {openDebts}
          </TextLink>
        ) : (
          <span className="text-ink-2">0</span>
        )}
      </SettingsCell>
      <SettingsCell className="w-12 text-right">
        {team.abilities.edit ? (
          <Menu align="end" trigger={<IconButton icon={Ellipsis} label={`More about the team ${team.name}`} />}>
            <MenuItem icon={Pencil} label="Edit" onSelect={onEdit} />
            <MenuItem icon={Trash2} tone="danger" label="Delete" onSelect={onDelete} />
          </Menu>
        ) : null}
      </SettingsCell>
    </tr>
  );
}

/** The teams that debts and services belong to. */
export function TeamsView({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const { data: teams } = useSuspenseQuery(trpc.team.list.queryOptions({ workspace }));
  const { data: settings } = useSuspenseQuery(trpc.workspace.get.queryOptions({ workspace }));
  const remove = useDeleteTeam(workspace);
  const [editing, setEditing] = useState<TeamRecord | 'new' | null>(null);
  const canEdit = settings.abilities.manage;
  useShortcut({ keys: 'c', label: 'New team', scope: 'Teams', run: () => setEditing('new'), enabled: canEdit });
  const create = (
    <Button variant="primary" icon={Plus} kbd="c" onClick={() => setEditing('new')}>
      New team
    </Button>
  );
  return (
    <SettingsFrame workspace={workspace} title="Teams" actions={canEdit ? create : null}>
      {teams.length === 0 ? (
        <EmptyState
          title="No teams yet"
          lesson="A team owns services and debts. With teams, the backlog can be read one at a time, and nobody asks whose it is."
          steps={
            canEdit
              ? [
                  {
                    icon: Shapes,
                    title: 'Name the first one',
                    description: 'Such as Checkout, with the people who would be called at night.',
                    action: create,
                  },
                ]
              : []
          }
        />
      ) : (
        <>
          <PageHeader
            className="mb-3"
            title="Teams"
            summary={`${teams.length === 1 ? 'One team' : `${teams.length} teams`} · ${teams.reduce((sum, team) => sum + team.openDebts, 0)} open debts with a team`}
          />
          <SettingsTable label="Teams" head={columns}>
            {teams.map((team) => (
              <TeamRow
                key={team.id}
                workspace={workspace}
                team={team}
                onEdit={() => setEditing(team)}
                onDelete={() => remove(team)}
              />
            ))}
          </SettingsTable>
        </>
      )}
      {editing ? (
        <TeamDialog workspace={workspace} team={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      ) : null}
    </SettingsFrame>
  );
}
