'use client';

import { useMutation } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { messageOf, problemsOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { RadioCards } from '@/components/ui/radio-cards';
import { TextButton } from '@/components/ui/text-link';
import { Textarea } from '@/components/ui/textarea';
import { showToast } from '@/components/ui/toast';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { DecisionPicker, type PickedDecision } from './decision-picker';
import { oneLine, restingOn, restingText } from './transition-dialog';
import { useAdoptDecision } from './use-adopt-decision';
import { useTransition } from './use-transition';

type SupersedeDialogProps = {
  workspace: string;
  decision: DecisionRecord;
  /** Goes on to writing the record that replaces this one, when there is none yet. */
  onSuccessor: () => void;
  onClose: () => void;
};

const extents = [
  { value: 'whole', title: 'As a whole', description: 'This record is no longer in force.' },
  { value: 'part', title: 'In part', description: 'The rest of it stays in force, and it stays accepted.' },
] as const;

/** Says which record replaces this one, in whole or in part; both ends are written. */
export function SupersedeDialog({ workspace, decision, onSuccessor, onClose }: SupersedeDialogProps) {
  const form = useId();
  const [by, setBy] = useState<PickedDecision | null>(null);
  const [extent, setExtent] = useState<'whole' | 'part'>('whole');
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const whole = useTransition(workspace, decision, onClose);
  const part = useReplacePart(workspace, decision, onClose);
  const said = oneLine(text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!by || (extent === 'whole' && said === '')) return;
    if (extent === 'whole') void whole.run({ to: 'superseded', reason: said, supersededBy: by.id });
    else part.run(by, said);
  };
  const refusal = extent === 'whole' ? whole.refusal : part.refusal;
  const resting = restingOn(decision);
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? null : onClose())}
      title="Supersede the decision"
      width="sm"
      actions={
        <>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            form={form}
            variant="primary"
            kbd="mod+enter"
            pending={extent === 'whole' ? whole.pending : part.pending}
          >
            Supersede
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <Field
          label="Superseded by"
          error={asked && !by ? 'Choose the record that replaces this one.' : undefined}
          hint={
            <>
              Not written yet? <TextButton onClick={onSuccessor}>Write a successor</TextButton>
            </>
          }
        >
          <DecisionPicker
            workspace={workspace}
            except={[decision.id]}
            {...(extent === 'whole' ? { status: ['accepted', 'deprecated', 'superseded', 'unknown'] as const } : {})}
            value={by}
            onChange={setBy}
          />
        </Field>
        <Field group label="How much of it">
          <RadioCards cards={extents} value={extent} onChange={setExtent} layout="list" />
        </Field>
        {extent === 'whole' ? (
          <Field
            label="Why is it replaced?"
            error={asked && said === '' ? 'Say why: the record keeps it.' : whole.reasonProblem}
          >
            <Textarea value={text} maxLength={1000} onChange={(event) => setText(event.target.value)} />
          </Field>
        ) : (
          <Field label="Which part?" hint="Such as “rates only”; it stands beside the relation.">
            <Input value={text} maxLength={300} onChange={(event) => setText(event.target.value)} />
          </Field>
        )}
        {extent === 'whole' && resting.length > 0 ? (
          <p className="flex gap-2.5 text-warn">
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {restingText(resting)}
          </p>
        ) : null}
        {refusal ? (
          <p role="alert" className="font-medium text-danger">
            {refusal}
          </p>
        ) : null}
      </form>
    </Dialog>
  );
}

/** Replacing a part is a relation, no change of status: the record stays in force. */
function useReplacePart(workspace: string, decision: DecisionRecord, onDone: () => void) {
  const trpc = useTRPC();
  const adopt = useAdoptDecision(workspace);
  const relate = useMutation(trpc.decision.relate.mutationOptions());
  const run = (by: PickedDecision, note: string) =>
    relate.mutate(
      { workspace, id: by.id, target: decision.id, type: 'supersedes', partial: true, note },
      {
        onSuccess: (record) => {
          adopt(record);
          showToast({ title: `“${by.title}” replaces a part of it.`, tone: 'ok' });
          onDone();
        },
      },
    );
  const refusal = relate.error ? (Object.values(problemsOf(relate.error))[0] ?? messageOf(relate.error)) : null;
  return { run, pending: relate.isPending, refusal };
}
