'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { showToast } from '@/components/ui/toast';
import type { WorkspaceRecord } from '@/server/modules/workspace/contract';

/** Leaving, and for the owner deleting: the two things that lead out. */
export function DangerSection({ workspace, settings }: { workspace: string; settings: WorkspaceRecord }) {
  const trpc = useTRPC();
  const [open, setOpen] = useState(false);
  // A whole new page, so that nothing of the workspace stays in memory.
  const out = {
    onSuccess: () => window.location.assign('/'),
    onError: (error: unknown) => showToast({ title: messageOf(error), tone: 'danger' as const }),
  };
  const leave = useMutation(trpc.member.leave.mutationOptions(out));
  const remove = useMutation(trpc.workspace.delete.mutationOptions(out));
  const { name, counts, abilities } = settings;
  const close = () => setOpen(false);
  return (
    <section className="mt-9 max-w-[640px] border-t border-line pt-5">
      <h2 className="text-panel font-semibold">{abilities.own ? 'Delete the workspace' : 'Leave the workspace'}</h2>
      <p className="mt-1 mb-3 text-ink-2">
        {abilities.own
          ? 'Everything in it goes for good: debts, services, people’s places, tokens and the audit log. To leave it to someone else, hand it over under People.'
          : 'What you wrote stays. To come back you need an invitation.'}
      </p>
      <Button onClick={() => setOpen(true)}>{abilities.own ? 'Delete the workspace' : 'Leave the workspace'}</Button>
      {open && abilities.own ? (
        <ConfirmDialog
          open
          onOpenChange={close}
          title={`Delete ${name}`}
          confirmLabel="Delete for good"
          typeToConfirm={name}
          pending={remove.isPending || remove.isSuccess}
          onConfirm={() => remove.mutate({ workspace, confirmName: name })}
        >
          {counts.debts === 1 ? 'One debt' : `${counts.debts} debts`} and the places of{' '}
          {counts.members === 1 ? 'one person' : `${counts.members} people`} go with it. This cannot be undone. Export
          the backlog first if anyone may ask for it.
        </ConfirmDialog>
      ) : null}
      {open && !abilities.own ? (
        <ConfirmDialog
          open
          onOpenChange={close}
          title={`Leave ${name}`}
          confirmLabel="Leave"
          pending={leave.isPending || leave.isSuccess}
          onConfirm={() => leave.mutate({ workspace })}
        >
          Tokens you made stop working. You need an invitation to come back.
        </ConfirmDialog>
      ) : null}
    </section>
  );
}
