'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useState } from 'react';
import { useToday } from '@/components/debt/use-today';
import { ReaffirmForm } from '@/components/decision-list/reaffirm-form';
import { messageOf, problemsOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { RadioCards } from '@/components/ui/radio-cards';
import { Textarea } from '@/components/ui/textarea';
import { showToast } from '@/components/ui/toast';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { decisionEditPath } from './decision-path';
import { oneLine } from './transition-dialog';
import { useAdoptDecision } from './use-adopt-decision';

type DialogProps = { workspace: string; decision: DecisionRecord; onClose: () => void };

/** Records that the condition to look again is met, and what shows it. */
export function ConditionDialog({ workspace, decision, onClose }: DialogProps) {
  const form = useId();
  const trpc = useTRPC();
  const adopt = useAdoptDecision(workspace);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const meet = useMutation(
    trpc.decision.conditionMet.mutationOptions({
      onSuccess: (record) => {
        adopt(record);
        showToast({
          title: 'It is due now.',
          description: 'Whoever owns it is asked whether it still holds.',
          tone: 'ok',
        });
        onClose();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const said = oneLine(reason);
    if (said) meet.mutate({ workspace, id: decision.id, reason: said });
  };
  const refused = meet.error ? (problemsOf(meet.error).reason ?? messageOf(meet.error)) : undefined;
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? null : onClose())}
      title="The condition is met"
      description={decision.revisitCondition}
      width="sm"
      actions={
        <>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={form} variant="primary" kbd="mod+enter" pending={meet.isPending}>
            Ask again now
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit}>
        <Field
          label="What shows it?"
          error={asked && oneLine(reason) === '' ? 'Say what shows it: the record keeps it.' : refused}
        >
          <Textarea value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}

/** The recorded word that a decision still holds. */
export function ReaffirmDialog({ workspace, decision, onClose }: DialogProps) {
  const today = useToday();
  return (
    <Dialog open onOpenChange={(open) => (open ? null : onClose())} title="Reaffirm the decision" width="sm">
      <div className="-mt-5">
        <ReaffirmForm workspace={workspace} decision={decision} today={today} onDone={onClose} />
      </div>
    </Dialog>
  );
}

const extents = [
  { value: 'whole', title: 'The whole record', description: 'Once the new one is accepted, this one is superseded.' },
  { value: 'part', title: 'A part of it', description: 'The rest of this record stays in force.' },
] as const;

/** Begins the draft of a record that replaces this one, with this one's text to start from. */
export function SuccessorDialog({ workspace, decision, onClose }: DialogProps) {
  const form = useId();
  const trpc = useTRPC();
  const router = useRouter();
  const adopt = useAdoptDecision(workspace);
  const [extent, setExtent] = useState<'whole' | 'part'>('whole');
  const [note, setNote] = useState('');
  const succeed = useMutation(
    trpc.decision.succeed.mutationOptions({
      onSuccess: (draft) => {
        adopt(draft);
        router.push(decisionEditPath(workspace, draft.register.slug, draft.id));
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const partial = extent === 'part';
    succeed.mutate({ workspace, id: decision.id, partial, note: partial ? note.trim() : '' });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? null : onClose())}
      title="Write a successor"
      description="A draft that begins with this text. Nothing changes here until it is accepted."
      width="sm"
      actions={
        <>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={form} variant="primary" kbd="mod+enter" pending={succeed.isPending}>
            Begin the draft
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <Field group label="What does it replace?">
          <RadioCards cards={extents} value={extent} onChange={setExtent} layout="list" />
        </Field>
        {extent === 'part' ? (
          <Field label="Which part?" hint="Such as “rates only”.">
            <Input value={note} maxLength={300} onChange={(event) => setNote(event.target.value)} />
          </Field>
        ) : null}
        {succeed.error ? (
          <p role="alert" className="font-medium text-danger">
            {messageOf(succeed.error)}
          </p>
        ) : null}
      </form>
    </Dialog>
  );
}
