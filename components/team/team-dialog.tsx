'use client';

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { FormProblem } from '@/components/auth/form-problem';
import { codeOf, messageOf, problemsOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { Button } from '@/components/ui/button';
import { MultiCombobox } from '@/components/ui/combobox';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { slugOf } from '@/server/domain/field/slug';
import type { TeamRecord } from '@/server/modules/team/contract';

const formId = 'team';

export type TeamDialogProps = { workspace: string; team: TeamRecord | null; onClose: () => void };

/** A new team, or an existing one: its name, the key by which files and the API name it, and its people. */
export function TeamDialog({ workspace, team, onClose }: TeamDialogProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: people } = useSuspenseQuery(trpc.member.directory.queryOptions({ workspace }));
  const [name, setName] = useState(team?.name ?? '');
  const [ownKey, setOwnKey] = useState<string | null>(team?.key ?? null);
  const [members, setMembers] = useState<string[]>(team?.members.map((member) => member.id) ?? []);
  const key = ownKey ?? slugOf(name);
  const done = {
    onSuccess: async () => {
      const touched = [trpc.team, trpc.member, trpc.workspace];
      await Promise.all(touched.map((router) => queryClient.invalidateQueries(router.pathFilter())));
      onClose();
    },
  };
  const create = useMutation(trpc.team.create.mutationOptions(done));
  const update = useMutation(trpc.team.update.mutationOptions(done));
  const running = team ? update : create;
  const problems = problemsOf(running.error);
  const keyProblem = problems.key ?? problems.newKey;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!team) create.mutate({ workspace, key, name, members });
    else update.mutate({ workspace, key: team.key, version: team.version, name, newKey: key, members });
  };
  const unplaced = running.error && !keyProblem && !problems.name;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={team ? `Team ${team.name}` : 'New team'}
      actions={
        <Button type="submit" form={formId} variant="primary" pending={running.isPending}>
          {team ? 'Save team' : 'Create team'}
        </Button>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        {unplaced ? (
          <FormProblem title={messageOf(running.error)}>
            {codeOf(running.error) === 'stale' ? 'Close this and open the team again to see what they wrote.' : null}
          </FormProblem>
        ) : null}
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Name" error={problems.name}>
            <Input value={name} onChange={(event) => setName(event.target.value)} maxLength={80} required />
          </Field>
          <Field label="Key" error={keyProblem} hint="In imports, exports and the API.">
            <Input
              value={key}
              onChange={(event) => setOwnKey(event.target.value === '' ? null : event.target.value.toLowerCase())}
              autoCapitalize="off"
              spellCheck={false}
              maxLength={40}
              required
            />
          </Field>
        </div>
        <Field label="People">
          <MultiCombobox
            label="People"
            options={people.map((person) => ({ value: person.id, label: person.name, secondary: person.email }))}
            value={members}
            onChange={setMembers}
            placeholder="Nobody yet"
          />
        </Field>
      </form>
    </Dialog>
  );
}
