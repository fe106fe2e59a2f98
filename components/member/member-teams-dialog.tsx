'use client';

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { FormProblem } from '@/components/auth/form-problem';
import { messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import type { MemberRecord } from '@/server/modules/member/contract';

const formId = 'member-teams';

/** Which teams a person belongs to. */
export function MemberTeamsDialog(props: { workspace: string; member: MemberRecord; onClose: () => void }) {
  const { workspace, member, onClose } = props;
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: teams } = useSuspenseQuery(trpc.team.list.queryOptions({ workspace }));
  const [chosen, setChosen] = useState(() => new Set(member.teams.map((team) => team.key)));
  const save = useMutation(
    trpc.member.setTeams.mutationOptions({
      onSuccess: async () => {
        await Promise.all([
          queryClient.invalidateQueries(trpc.member.pathFilter()),
          queryClient.invalidateQueries(trpc.team.pathFilter()),
        ]);
        onClose();
      },
    }),
  );
  const toggle = (key: string, on: boolean) =>
    setChosen((before) => new Set(on ? [...before, key] : [...before].filter((one) => one !== key)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ workspace, id: member.id, teams: [...chosen] });
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Teams of ${member.name}`}
      width="sm"
      actions={
        <Button type="submit" form={formId} variant="primary" pending={save.isPending} disabled={teams.length === 0}>
          Save teams
        </Button>
      }
    >
      {save.isError ? <FormProblem title={messageOf(save.error)} /> : null}
      <form id={formId} onSubmit={submit} className="flex flex-col gap-2">
        {teams.length === 0 ? <p className="text-ink-2">There are no teams yet. Make one under Teams.</p> : null}
        {teams.map((team) => (
          <Checkbox
            key={team.key}
            checked={chosen.has(team.key)}
            onChange={(on) => toggle(team.key, on)}
            label={team.name}
          />
        ))}
      </form>
    </Dialog>
  );
}
