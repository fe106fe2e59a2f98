'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/components/query/trpc';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import type { RegisterForm } from './use-register-form';

type RegisterFieldsProps = { workspace: string; form: RegisterForm; isNew: boolean };

/** What is asked about a register; a name is enough. */
export function RegisterFields({ workspace, form, isNew }: RegisterFieldsProps) {
  const trpc = useTRPC();
  const teams = useQuery(trpc.team.list.queryOptions({ workspace })).data ?? [];
  const templates = useQuery(trpc.register.templates.queryOptions({ workspace })).data?.data ?? [];
  const { draft, set, problems } = form;
  return (
    <div className="flex flex-col gap-3.5">
      <Field layout="left" label="Name" error={problems.name} required>
        <Input
          data-autofocus
          value={draft.name}
          maxLength={120}
          onChange={(event) => set({ name: event.target.value })}
        />
      </Field>
      {isNew ? (
        <Field layout="left" label="Slug" hint="in addresses; it stays" error={problems.slug} required>
          <Input
            value={form.slug}
            spellCheck={false}
            autoCapitalize="off"
            maxLength={40}
            onChange={(event) => form.setSlug(event.target.value)}
          />
        </Field>
      ) : null}
      <Field layout="left" label="What it is about" error={problems.description}>
        <Textarea rows={2} value={draft.description} onChange={(event) => set({ description: event.target.value })} />
      </Field>
      <Field layout="left" label="Home outside" hint="such as a repository" error={problems.home}>
        <Input
          value={draft.home}
          maxLength={500}
          placeholder="https://git.northwind.example/storefront"
          onChange={(event) => set({ home: event.target.value })}
        />
      </Field>
      <Field layout="left" label="Team" error={problems.team}>
        <Combobox
          label="Team"
          placeholder="None"
          clearLabel="None"
          searchPlaceholder="A team"
          empty="No team has this name."
          options={teams.map((team) => ({ value: team.key, label: team.name }))}
          value={draft.team}
          onChange={(team) => set({ team })}
        />
      </Field>
      <Field layout="left" label="Template" hint="a new decision begins with it" error={problems.template}>
        <Select
          options={templates.map(({ key, name, description }) => ({ value: key, label: name, description }))}
          value={draft.template}
          onChange={(template) => set({ template })}
        />
      </Field>
      <Field layout="left" label="Approvals" hint="of the very text, to accept it" error={problems.approvalsRequired}>
        <Input
          type="number"
          className="w-28"
          min={0}
          max={20}
          value={Number.isNaN(draft.approvalsRequired) ? '' : draft.approvalsRequired}
          onChange={(event) => set({ approvalsRequired: event.target.valueAsNumber })}
        />
      </Field>
    </div>
  );
}
