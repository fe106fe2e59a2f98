'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { MarkdownView } from '@/components/markdown/markdown-view';
import { codeOf, messageOf, problemsOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { useShortcut } from '@/components/shell/shortcuts';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Tabs } from '@/components/ui/tabs';
import { Textarea } from '@/components/ui/textarea';
import { showToast } from '@/components/ui/toast';
import { slugOf } from '@/server/domain/field/slug';
import type { TemplateRecord } from '@/server/modules/register/contract';

export type TemplateDialogProps = { workspace: string; template: TemplateRecord | null; onClose: () => void };

type Face = 'write' | 'read';

function useSaveTemplate(workspace: string, template: TemplateRecord | null, onClose: () => void) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const done = {
    onSuccess: async ({ name }: TemplateRecord) => {
      await client.invalidateQueries(trpc.register.pathFilter());
      showToast({ title: `The template ${name} is saved.`, tone: 'ok' });
      onClose();
    },
  };
  const create = useMutation(trpc.register.createTemplate.mutationOptions(done));
  const update = useMutation(trpc.register.updateTemplate.mutationOptions(done));
  const { error, isPending } = template ? update : create;
  const save = (fields: Pick<TemplateRecord, 'key' | 'name' | 'description' | 'body'>) => {
    if (isPending) return;
    const { key, ...rest } = fields;
    if (template) update.mutate({ workspace, key: template.key, version: template.version, ...rest });
    else create.mutate({ workspace, key, ...rest });
  };
  return { save, error, isPending };
}

/** A template of the workspace's own: Markdown that a decision begins with. */
export function TemplateDialog({ workspace, template, onClose }: TemplateDialogProps) {
  const formId = useId();
  const [name, setName] = useState(template?.name ?? '');
  const [description, setDescription] = useState(template?.description ?? '');
  const [body, setBody] = useState(template?.body ?? '## Context\n\n## Decision\n\n## Consequences\n');
  const [ownKey, setOwnKey] = useState<string | null>(template?.key ?? null);
  const [face, setFace] = useState<Face>('write');
  const { save, error, isPending } = useSaveTemplate(workspace, template, onClose);
  const key = ownKey ?? slugOf(name);
  const problems = problemsOf(error);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    save({ key, name, description, body });
  };
  useShortcut({
    keys: 'mod+enter',
    label: 'Save the template',
    scope: 'Registers',
    run: () => submit(),
    everywhere: true,
  });
  const written = (
    <Field label="Text" hint="Markdown. Put what is to be replaced in braces." error={problems.body}>
      <Textarea
        face="code"
        rows={14}
        spellCheck={false}
        value={body}
        onChange={(event) => setBody(event.target.value)}
      />
    </Field>
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? null : onClose())}
      title={template ? `Template ${template.name}` : 'New template'}
      width="lg"
      actions={
        <>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" type="submit" form={formId} kbd="mod+enter" pending={isPending}>
            {template ? 'Save template' : 'Create template'}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-3.5">
        {error && Object.keys(problems).length === 0 ? (
          <Banner tone="danger" live title="Not saved.">
            {messageOf(error)}
            {codeOf(error) === 'stale' ? ' Copy your text, close this and open the template again.' : null}
          </Banner>
        ) : null}
        <div className="grid gap-3.5 sm:grid-cols-2">
          <Field label="Name" error={problems.name} required>
            <Input data-autofocus value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
          </Field>
          <Field label="Key" hint="For imports and the API; it stays." error={problems.key} required>
            <Input
              value={key}
              spellCheck={false}
              autoCapitalize="off"
              maxLength={40}
              readOnly={template !== null}
              onChange={(event) => setOwnKey(event.target.value === '' ? null : event.target.value.toLowerCase())}
            />
          </Field>
        </div>
        <Field label="When to use it" error={problems.description}>
          <Input value={description} maxLength={2000} onChange={(event) => setDescription(event.target.value)} />
        </Field>
        <Tabs<Face>
          label="The text"
          value={face}
          onChange={setFace}
          tabs={[
            { value: 'write', label: 'Write', content: written },
            { value: 'read', label: 'Preview', content: <MarkdownView text={body} topHeading={3} /> },
          ]}
        />
      </form>
    </Dialog>
  );
}
