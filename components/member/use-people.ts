'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { showToast } from '@/components/ui/toast';
import { type RoleName, roleWords } from './role-words';

/** What can be done about the people of a workspace; each says what happened and offers the way back. */
export function usePeople(workspace: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const refresh = async () => {
    const touched = [trpc.member, trpc.invitation, trpc.team, trpc.workspace];
    await Promise.all(touched.map((router) => queryClient.invalidateQueries(router.pathFilter())));
  };
  const shared = {
    onSettled: refresh,
    onError: (error: unknown) => showToast({ title: messageOf(error), tone: 'danger' }),
  };
  const changeRole = useMutation(trpc.member.changeRole.mutationOptions(shared));
  const restore = useMutation(trpc.member.restore.mutationOptions(shared));
  const remove = useMutation(trpc.member.remove.mutationOptions(shared));
  const endSessions = useMutation(trpc.member.endSessions.mutationOptions(shared));
  const transfer = useMutation(trpc.workspace.transfer.mutationOptions(shared));
  return {
    changeRole(member: { id: string; name: string; role: RoleName; version: number }, role: RoleName) {
      if (role === member.role) return;
      const { id, version } = member;
      changeRole.mutate(
        { workspace, id, role, version },
        {
          onSuccess: () =>
            showToast({
              title: `${member.name} is ${roleWords[role].label.toLowerCase()} now`,
              undo: () => changeRole.mutate({ workspace, id, role: member.role }),
            }),
        },
      );
    },
    remove(member: { id: string; name: string }) {
      const { id } = member;
      remove.mutate(
        { workspace, id },
        {
          onSuccess: () =>
            showToast({
              title: `${member.name} was removed`,
              description: 'What they wrote stays. Their tokens have stopped working.',
              undo: () => restore.mutate({ workspace, id }),
            }),
        },
      );
    },
    endSessions(member: { id: string; name: string }) {
      endSessions.mutate(
        { workspace, id: member.id },
        { onSuccess: () => showToast({ title: `${member.name} is signed out everywhere` }) },
      );
    },
    transfer(member: { id: string; name: string }) {
      transfer.mutate(
        { workspace, memberId: member.id },
        { onSuccess: () => showToast({ title: `${member.name} owns the workspace now` }) },
      );
    },
    pending: changeRole.isPending || remove.isPending,
  };
}
