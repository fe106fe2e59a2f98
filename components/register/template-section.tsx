'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Ellipsis, Eye, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { PanelHeader } from '@/components/ui/page-header';
import { TextButton } from '@/components/ui/text-link';
import { showToast } from '@/components/ui/toast';
import { SettingsCell, SettingsTable, TwoLines } from '@/components/workspace/settings-table';
import type { TemplateRecord } from '@/server/modules/register/contract';
import { TemplateDialog } from './template-dialog';
import { TemplatePreview } from './template-preview';

const columns = [{ label: 'Template' }, { label: 'Whose' }, { label: 'More', hidden: true }];

type TemplateSectionProps = { workspace: string; templates: readonly TemplateRecord[]; canCreate: boolean };

type Doing = { what: 'edit' | 'preview'; template: TemplateRecord } | { what: 'new' } | null;

/** The texts that decisions begin with: the ones that come with Paydown, and the workspace's own. */
export function TemplateSection({ workspace, templates, canCreate }: TemplateSectionProps) {
  const [doing, setDoing] = useState<Doing>(null);
  const close = () => setDoing(null);
  const remove = useDeleteTemplate(workspace);
  return (
    <section className="mt-8">
      <PanelHeader
        className="mb-3"
        title="Templates"
        summary="A decision begins with one; what it says in braces is to be replaced."
        aside={
          canCreate ? (
            <Button icon={Plus} onClick={() => setDoing({ what: 'new' })}>
              New template
            </Button>
          ) : null
        }
      />
      <SettingsTable label="Templates" head={columns}>
        {templates.map((template) => (
          <TemplateRow
            key={template.key}
            template={template}
            canEdit={canCreate && !template.builtIn}
            onDo={(what) => setDoing({ what, template })}
            onDelete={() => remove(template)}
          />
        ))}
      </SettingsTable>
      {doing?.what === 'new' ? <TemplateDialog workspace={workspace} template={null} onClose={close} /> : null}
      {doing?.what === 'edit' ? (
        <TemplateDialog workspace={workspace} template={doing.template} onClose={close} />
      ) : null}
      {doing?.what === 'preview' ? <TemplatePreview template={doing.template} onClose={close} /> : null}
    </section>
  );
}

/** Deletes a template and offers the way back: one made again under its key takes its place. */
function useDeleteTemplate(workspace: string) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries(trpc.register.pathFilter());
  const failed = (title: string) => (error: unknown) =>
    showToast({ title, description: messageOf(error), tone: 'danger' });
  const create = useMutation(
    trpc.register.createTemplate.mutationOptions({
      onSuccess: refresh,
      onError: failed('The template is still deleted.'),
    }),
  );
  const remove = useMutation(
    trpc.register.deleteTemplate.mutationOptions({
      onSuccess: refresh,
      onError: failed('The template was not deleted.'),
    }),
  );
  return ({ key, name, description, body }: TemplateRecord) =>
    remove.mutate(
      { workspace, key },
      {
        onSuccess: () =>
          showToast({
            title: `The template ${name} is deleted.`,
            undo: () => create.mutate({ workspace, key, name, description, body }),
          }),
      },
    );
}

type TemplateRowProps = {
  template: TemplateRecord;
  canEdit: boolean;
  onDo: (what: 'edit' | 'preview') => void;
  onDelete: () => void;
};

function TemplateRow({ template, canEdit, onDo, onDelete }: TemplateRowProps) {
  const { name, description, builtIn } = template;
  return (
    <tr>
      <SettingsCell className="max-sm:w-full max-sm:max-w-0">
        <TwoLines
          title={
            <TextButton look="title" onClick={() => onDo('preview')}>
              {name}
            </TextButton>
          }
          detail={description}
        />
      </SettingsCell>
      <SettingsCell className="whitespace-nowrap text-ink-2">{builtIn ? 'built in' : 'your own'}</SettingsCell>
      <SettingsCell className="w-12 text-right">
        {canEdit ? (
          <Menu align="end" trigger={<IconButton icon={Ellipsis} label={`More about the template ${name}`} />}>
            <MenuItem icon={Eye} label="Preview" onSelect={() => setTimeout(() => onDo('preview'))} />
            <MenuItem icon={Pencil} label="Edit" onSelect={() => setTimeout(() => onDo('edit'))} />
            <MenuItem icon={Trash2} tone="danger" label="Delete" onSelect={onDelete} />
          </Menu>
        ) : (
          <IconButton icon={Eye} label={`Preview the template ${name}`} onClick={() => onDo('preview')} />
        )}
      </SettingsCell>
    </tr>
  );
}
