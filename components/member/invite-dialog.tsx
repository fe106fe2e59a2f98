'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { FormProblem } from '@/components/auth/form-problem';
import { messageOf, problemsOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { type RoleName, roleOrder, roleWords } from './role-words';
import { SecretLink } from './secret-link';

const formId = 'invite';

export type InviteDialogProps = { workspace: string; assignable: readonly RoleName[]; onClose: () => void };

/** Inviting someone: an address, a role, perhaps a team; then the link, which needs no e-mail to be passed on. */
export function InviteDialog({ workspace, assignable, onClose }: InviteDialogProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: teams = [] } = useQuery(trpc.team.list.queryOptions({ workspace }));
  const { data: options } = useQuery(trpc.session.options.queryOptions());
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<RoleName>('editor');
  const [team, setTeam] = useState<string | null>(null);
  const invite = useMutation(
    trpc.invitation.create.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.invitation.pathFilter()),
    }),
  );
  const problems = problemsOf(invite.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate({ workspace, email, role, team });
  };
  const another = () => {
    invite.reset();
    setEmail('');
  };
  const made = invite.data;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={made ? `An invitation for ${made.email}` : 'Invite people'}
      actions={
        made ? (
          <>
            <Button onClick={another}>Invite another</Button>
            <Button variant="primary" onClick={onClose}>
              Done
            </Button>
          </>
        ) : (
          <Button type="submit" form={formId} variant="primary" pending={invite.isPending}>
            Make the invitation
          </Button>
        )
      }
    >
      {made?.path ? (
        <div className="flex flex-col gap-3">
          <SecretLink path={made.path} />
          <p className="text-ink-2">
            {options?.magicLink
              ? `It was mailed to ${made.email} too. `
              : 'Pass it on as you like, no e-mail is needed. '}
            It works once, for that address only, for seven days.
          </p>
        </div>
      ) : (
        <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
          {invite.isError && !problems.email ? <FormProblem title={messageOf(invite.error)} /> : null}
          <Field label="E-mail" error={problems.email}>
            <Input
              type="email"
              value={email}
              onChange={(event) => setEmail(event.target.value)}
              autoComplete="off"
              maxLength={254}
              required
            />
          </Field>
          <Field label="Role" hint={roleWords[role].description}>
            <Select
              options={roleOrder
                .filter((one) => assignable.includes(one))
                .map((value) => ({ value, label: roleWords[value].label, description: roleWords[value].description }))}
              value={role}
              onChange={setRole}
            />
          </Field>
          {teams.length > 0 ? (
            <Field label="Team">
              <Combobox
                label="Team"
                options={teams.map(({ key, name }) => ({ value: key, label: name }))}
                value={team}
                onChange={setTeam}
                placeholder="No team"
                clearLabel="No team"
              />
            </Field>
          ) : null}
        </form>
      )}
    </Dialog>
  );
}
