'use client';

import { useSuspenseQuery } from '@tanstack/react-query';
import { Ellipsis, Library, Pencil, Plus, Trash2, Upload } from 'lucide-react';
import { useState } from 'react';
import { listPath } from '@/components/decision-list/decision-view';
import { useTRPC } from '@/components/query/trpc';
import { useShortcut } from '@/components/shell/shortcuts';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { SettingsFrame } from '@/components/workspace/settings-frame';
import { SettingsCell, SettingsTable, TwoLines } from '@/components/workspace/settings-table';
import type { RegisterRecord } from '@/server/modules/register/contract';
import { RegisterDialog } from './register-dialog';
import { TemplateSection } from './template-section';
import { useDeleteRegister } from './use-save-register';

const columns = [
  { label: 'Register' },
  { label: 'Team', className: 'max-md:hidden' },
  { label: 'Template', className: 'max-md:hidden' },
  { label: 'Approvals', className: 'text-right max-sm:hidden' },
  { label: 'Decisions', className: 'text-right' },
  { label: 'More', hidden: true },
];

type RowProps = {
  workspace: string;
  register: RegisterRecord;
  template: string;
  onEdit: () => void;
  onDelete: () => void;
};

function RegisterRow({ workspace, register, template, onEdit, onDelete }: RowProps) {
  const { abilities, approvalsRequired, decisions, name, slug, team } = register;
  const path = listPath(workspace, slug);
  return (
    <tr>
      <SettingsCell className="max-sm:w-full max-sm:max-w-0">
        <TwoLines
          title={
            <TextLink look="title" href={path}>
              {name}
            </TextLink>
          }
          detail={<code className="font-mono">{slug}</code>}
        />
      </SettingsCell>
      <SettingsCell className="text-ink-2 max-md:hidden">
        {team ? team.name : <span className="text-ink-3">none</span>}
      </SettingsCell>
      <SettingsCell className="text-ink-2 max-md:hidden">{template}</SettingsCell>
      <SettingsCell className="text-right text-ink-2 tabular-nums max-sm:hidden">
        {approvalsRequired === 0 ? <span className="text-ink-3">none</span> : approvalsRequired}
      </SettingsCell>
      <SettingsCell className="text-right tabular-nums">{decisions}</SettingsCell>
      <SettingsCell className="w-12 text-right">
        {abilities.edit || abilities.import ? (
          <Menu align="end" trigger={<IconButton icon={Ellipsis} label={`More about the register ${name}`} />}>
            {abilities.edit ? <MenuItem icon={Pencil} label="Edit" onSelect={() => setTimeout(onEdit)} /> : null}
            {abilities.import ? (
              <MenuItem icon={Upload} label="Import records" href={`${listPath(workspace)}/import?register=${slug}`} />
            ) : null}
            {abilities.delete ? (
              <MenuItem
                icon={Trash2}
                tone="danger"
                label="Delete"
                description={decisions > 0 ? 'Only an empty register can be deleted' : 'It can be restored'}
                disabled={decisions > 0}
                onSelect={onDelete}
              />
            ) : null}
          </Menu>
        ) : null}
      </SettingsCell>
    </tr>
  );
}

/** The registers of the workspace and the templates that decisions begin with. */
export function RegistersView({ workspace }: { workspace: string }) {
  const trpc = useTRPC();
  const { data: list } = useSuspenseQuery(trpc.register.list.queryOptions({ workspace }));
  const { data: templates } = useSuspenseQuery(trpc.register.templates.queryOptions({ workspace }));
  const remove = useDeleteRegister(workspace);
  const [editing, setEditing] = useState<RegisterRecord | 'new' | null>(null);
  const canCreate = list.abilities.create;
  const registers = list.data;
  useShortcut({
    keys: 'c',
    label: 'New register',
    scope: 'Registers',
    run: () => setEditing('new'),
    enabled: canCreate,
  });
  const create = (
    <Button variant="primary" icon={Plus} kbd="c" onClick={() => setEditing('new')}>
      New register
    </Button>
  );
  const templateName = (key: string) => templates.data.find((one) => one.key === key)?.name ?? key;
  const decisions = registers.reduce((sum, register) => sum + register.decisions, 0);
  return (
    <SettingsFrame workspace={workspace} title="Registers" actions={canCreate ? create : null}>
      {registers.length === 0 ? (
        <EmptyState
          title="Registers"
          aside="none yet"
          lesson="A register is a log of decisions: of a team, a repository or a package."
          steps={
            canCreate
              ? [
                  {
                    icon: Library,
                    title: 'Name the first one',
                    description: 'Such as Storefront, with the template its decisions begin with',
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
            title="Registers"
            summary={`${registers.length === 1 ? 'One register' : `${registers.length} registers`} · ${decisions} ${decisions === 1 ? 'decision' : 'decisions'}`}
          />
          <SettingsTable label="Registers" head={columns}>
            {registers.map((register) => (
              <RegisterRow
                key={register.id}
                workspace={workspace}
                register={register}
                template={templateName(register.template)}
                onEdit={() => setEditing(register)}
                onDelete={() => void remove(register)}
              />
            ))}
          </SettingsTable>
        </>
      )}
      <TemplateSection workspace={workspace} templates={templates.data} canCreate={templates.abilities.create} />
      {editing ? (
        <RegisterDialog
          workspace={workspace}
          register={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onSaved={() => undefined}
        />
      ) : null}
    </SettingsFrame>
  );
}
