'use client';

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { FormProblem } from '@/components/auth/form-problem';
import { roleWords } from '@/components/member/role-words';
import { messageOf, problemsOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { DateInput, Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { Permission, Role } from '@/server/access/permissions';
import { dateToDay } from '@/server/domain/field/day';
import type { TokenRecord } from '@/server/modules/token/contract';

const formId = 'token';
const dayMs = 86_400_000;
const usualDays = 90;

export type MadeToken = TokenRecord & { secret: string };

export type NewTokenDialogProps = { workspace: string; onMade: (token: MadeToken) => void; onClose: () => void };

/** A token for a program: a name, a role, perhaps less than the role may do, and an end. */
export function NewTokenDialog({ workspace, onMade, onClose }: NewTokenDialogProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: options } = useSuspenseQuery(trpc.token.options.queryOptions({ workspace }));
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const [permissions, setPermissions] = useState<Permission[]>([]);
  const [expiresOn, setExpiresOn] = useState(() => dateToDay(new Date(Date.now() + usualDays * dayMs)));
  const create = useMutation(
    trpc.token.create.mutationOptions({
      onSuccess: async (token) => {
        await queryClient.invalidateQueries(trpc.token.pathFilter());
        onMade(token);
      },
    }),
  );
  const possible = options.roles.find((one) => one.role === role)?.permissions ?? [];
  const problems = problemsOf(create.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ workspace, name, role, permissions, expiresOn: expiresOn || null });
  };
  const chooseRole = (next: Role) => {
    setRole(next);
    setPermissions([]);
  };
  const toggle = (one: Permission, on: boolean) =>
    setPermissions((before) => (on ? [...before, one] : before.filter((other) => other !== one)));
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="New token"
      actions={
        <Button type="submit" form={formId} variant="primary" pending={create.isPending}>
          Create token
        </Button>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        {create.isError && Object.keys(problems).length === 0 ? <FormProblem title={messageOf(create.error)} /> : null}
        <Field label="Name" error={problems.name} hint="What uses it, such as nightly-export.">
          <Input value={name} onChange={(event) => setName(event.target.value)} maxLength={80} required />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Role" error={problems.role} hint={roleWords[role].description}>
            <Select
              options={options.roles.map((one) => ({ value: one.role, label: roleWords[one.role].label }))}
              value={role}
              onChange={chooseRole}
            />
          </Field>
          <Field
            label="Last day"
            error={problems.expiresOn}
            hint={expiresOn ? 'UTC. Empty means it never expires.' : 'It never expires.'}
          >
            <DateInput className="w-full" value={expiresOn} onChange={(event) => setExpiresOn(event.target.value)} />
          </Field>
        </div>
        <Field
          label="Permissions"
          group
          error={problems.permissions}
          hint={permissions.length === 0 ? 'None chosen: everything the role may do.' : 'Only what is chosen.'}
        >
          <fieldset className="grid grid-cols-2 gap-x-4 gap-y-1 sm:grid-cols-3">
            <legend className="sr-only">Permissions</legend>
            {possible.map((one) => (
              <Checkbox
                key={one}
                checked={permissions.includes(one)}
                onChange={(on) => toggle(one, on)}
                label={<code className="font-mono text-label">{one}</code>}
              />
            ))}
          </fieldset>
        </Field>
      </form>
    </Dialog>
  );
}
