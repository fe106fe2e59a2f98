'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { MarkdownView } from '@/components/markdown/markdown-view';
import { codeOf, messageOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Skeleton, SkeletonGroup } from '@/components/ui/skeleton';
import { showToast } from '@/components/ui/toast';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import type { RevisionRow } from '@/server/modules/decision-revision/contract';
import { staleDecision } from './stale-decision';
import { useAdoptDecision } from './use-adopt-decision';

type DialogProps = { workspace: string; decision: DecisionRecord; revision: RevisionRow; onClose: () => void };

/** The text as it stood after one save. */
export function ReadDialog({ workspace, decision, revision, onClose }: DialogProps) {
  const trpc = useTRPC();
  const { data, error } = useQuery(
    trpc.decisionRevision.get.queryOptions({ workspace, decision: decision.id, number: revision.number }),
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? null : onClose())}
      title={`Revision ${revision.number}`}
      aside={revision.author ?? undefined}
      width="lg"
    >
      {data ? (
        <article>
          <h3 className="font-serif text-document font-semibold [overflow-wrap:anywhere]">{data.title}</h3>
          {data.productSentence ? (
            <p className="mt-1.5 font-serif text-product text-ink-2 italic">{data.productSentence}</p>
          ) : null}
          <div className="mt-4">
            <MarkdownView text={data.body} topHeading={3} />
          </div>
        </article>
      ) : error ? (
        <p role="alert" className="text-danger">
          {messageOf(error)}
        </p>
      ) : (
        <SkeletonGroup label="Loading the revision" className="flex flex-col gap-3">
          <Skeleton className="h-8 w-3/5" />
          <Skeleton />
          <Skeleton className="w-4/5" />
        </SkeletonGroup>
      )}
    </Dialog>
  );
}

/** Saves the text of an earlier revision as a new one; nothing in between is lost. */
export function RestoreDialog({ workspace, decision, revision, onClose }: DialogProps) {
  const form = useId();
  const trpc = useTRPC();
  const adopt = useAdoptDecision(workspace);
  const [note, setNote] = useState(`Back to revision ${revision.number}`);
  const restore = useMutation(
    trpc.decisionRevision.restore.mutationOptions({
      onSuccess: (record) => {
        adopt(record);
        showToast({ title: `Revision ${record.revision} has the text of revision ${revision.number}.`, tone: 'ok' });
        onClose();
      },
      onError: async (error) => {
        const current = await staleDecision(error);
        if (current) adopt(current);
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    restore.mutate({
      workspace,
      decision: decision.id,
      number: revision.number,
      version: decision.version,
      note: note.trim(),
    });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? null : onClose())}
      title={`Restore revision ${revision.number}`}
      description="Its text becomes the next revision. The ones in between stay, and approvals of the text as it is are dropped."
      width="sm"
      actions={
        <>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={form} variant="primary" kbd="mod+enter" pending={restore.isPending}>
            {codeOf(restore.error) === 'stale' ? 'Restore anyway' : 'Restore'}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit}>
        <Field
          label="Note"
          hint="Stands beside the new revision."
          error={restore.error ? messageOf(restore.error) : undefined}
        >
          <Input value={note} maxLength={300} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}
