'use client';

import { useMutation } from '@tanstack/react-query';
import { FormProblem } from '@/components/auth/form-problem';
import { messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { LocalTime } from '@/components/ui/local-time';
import { SecretLink } from './secret-link';

export type ResetLinkDialogProps = { workspace: string; member: { id: string; name: string }; onClose: () => void };

/** A link with which someone chooses a new password, passed on by whoever knows them. */
export function ResetLinkDialog({ workspace, member, onClose }: ResetLinkDialogProps) {
  const trpc = useTRPC();
  const make = useMutation(trpc.member.resetLink.mutationOptions());
  const link = make.data;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`A password link for ${member.name}`}
      actions={
        link ? (
          <Button onClick={onClose}>Done</Button>
        ) : (
          <Button variant="primary" pending={make.isPending} onClick={() => make.mutate({ workspace, id: member.id })}>
            Make the link
          </Button>
        )
      }
    >
      {make.isError ? <FormProblem title={messageOf(make.error)} /> : null}
      {link ? (
        <div className="flex flex-col gap-3">
          <SecretLink path={link.path} />
          <p className="text-ink-2">
            It works once, until <LocalTime at={link.expiresAt} form="day-time" />, and is shown only now. Pass it on in
            a way that only {member.name} reads.
          </p>
        </div>
      ) : (
        <p className="text-ink-2">
          Whoever follows it chooses a new password and is signed in as {member.name}. Every session they have ends
          then. A link made earlier stops working.
        </p>
      )}
    </Dialog>
  );
}
