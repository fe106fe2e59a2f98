'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleAlert, Hash, Replace } from 'lucide-react';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useTRPC } from '@/components/query/trpc';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { type DecisionStatus, needsReason } from '@/server/domain/decision/status';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { endName, listText } from './decision-words';
import { stepWords } from './step-words';
import { useTransition } from './use-transition';

export type TransitionDialogProps = {
  workspace: string;
  decision: DecisionRecord;
  to: DecisionStatus;
  onClose: () => void;
};

/** A reason is one line on the record, however it was typed. */
export function oneLine(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, ' ');
}

/** A change of status: what follows from it, and why it is made. */
export function TransitionDialog({ workspace, decision, to, onClose }: TransitionDialogProps) {
  const form = useId();
  const [reason, setReason] = useState('');
  const [isEmpty, setIsEmpty] = useState(false);
  const { run, pending, reasonProblem, refusal } = useTransition(workspace, decision, onClose);
  const words = stepWords(decision.status, to);
  const isAsked = needsReason(decision.status, to);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const said = oneLine(reason);
    setIsEmpty(isAsked && said === '');
    if (!isAsked || said !== '') void run({ to, reason: said });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? null : onClose())}
      title={words.title}
      width="sm"
      actions={
        <>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={form} variant="primary" kbd="mod+enter" pending={pending}>
            {words.verb}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <Consequences workspace={workspace} decision={decision} to={to} />
        <Field
          label={words.question}
          hint={isAsked ? undefined : 'Optional; kept with the record.'}
          error={isEmpty && oneLine(reason) === '' ? 'Say why: the record keeps it.' : reasonProblem}
        >
          <Textarea
            value={reason}
            maxLength={1000}
            data-autofocus
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        {refusal ? (
          <p role="alert" className="font-medium text-danger">
            {refusal}
          </p>
        ) : null}
      </form>
    </Dialog>
  );
}

type ConsequencesProps = { workspace: string; decision: DecisionRecord; to: DecisionStatus };

function Consequences({ workspace, decision, to }: ConsequencesProps) {
  const resting = restingOn(decision);
  const lines: { key: string; icon: ReactNode; text: ReactNode }[] = [];
  if (to === 'accepted' && decision.number === null) {
    lines.push({
      key: 'number',
      icon: <Hash aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" />,
      text: <NextNumber workspace={workspace} register={decision.register.slug} />,
    });
  }
  const wasOpen = decision.status === 'proposed' || decision.status === 'unknown';
  if (to === 'accepted') {
    for (const [key, text] of replacedBy(decision)) {
      lines.push({ key, icon: <Replace aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" />, text });
    }
  }
  if ((to === 'deprecated' || to === 'superseded') && resting.length > 0) {
    lines.push({
      key: 'resting',
      icon: <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />,
      text: <span className="text-warn">{restingText(resting)}</span>,
    });
  }
  return (
    <>
      {lines.length > 0 ? (
        <ul className="flex flex-col gap-2">
          {lines.map((line) => (
            <li key={line.key} className="flex gap-2.5">
              {line.icon}
              <span className="min-w-0 [overflow-wrap:anywhere]">{line.text}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {to === 'accepted' && wasOpen ? <Approvals workspace={workspace} decision={decision} /> : null}
    </>
  );
}

function NextNumber({ workspace, register }: { workspace: string; register: string }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.register.get.queryOptions({ workspace, slug: register }));
  return data ? (
    <>
      It gets the next number of {data.name}: <b className="tabular-nums">{data.lastNumber + 1}</b>, as things stand.
    </>
  ) : (
    <>It gets the next number of its register.</>
  );
}

/** What is missing before the register lets a text be accepted; the server has the last word. */
function Approvals({ workspace, decision }: { workspace: string; decision: DecisionRecord }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.decisionReview.get.queryOptions({ workspace, decision: decision.id }));
  if (!data) return null;
  const missing = Math.max(0, data.required - data.approvals);
  const said = [
    ...(missing > 0
      ? [`${data.approvals} of ${data.required} approvals of revision ${data.revision}: ${missing} missing.`]
      : []),
    ...(data.changesRequested > 0
      ? [`${data.changesRequested === 1 ? 'One reviewer asks' : `${data.changesRequested} reviewers ask`} for changes.`]
      : []),
  ];
  if (said.length === 0) {
    if (data.required === 0) return null;
    return (
      <p className="text-ink-2">
        {data.approvals} of {data.required} approvals of revision {data.revision}.
      </p>
    );
  }
  return (
    <p className="flex gap-2.5 text-warn">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      {said.join(' ')}
    </p>
  );
}

function replacedBy(decision: DecisionRecord): [string, string][] {
  return decision.relations.flatMap((relation): [string, string][] => {
    const { type, direction, decision: end, partial, note } = relation;
    if (type !== 'supersedes' || direction !== 'from' || !end) return [];
    const name = `“${end.title}” (${endName(end, decision.register.slug)})`;
    const part = note ? ` (${note})` : '';
    return [
      [
        relation.id,
        partial ? `It replaces part of ${name}${part}; the rest stays in force.` : `${name} becomes superseded by it.`,
      ],
    ];
  });
}

/** Records that are in force, or about to be, and hold only as long as this one does. */
export function restingOn(decision: DecisionRecord) {
  return decision.relations.flatMap(({ type, direction, decision: end }) =>
    type === 'dependsOn' && direction === 'to' && end && (end.status === 'accepted' || end.status === 'proposed')
      ? [end]
      : [],
  );
}

export function restingText(resting: ReturnType<typeof restingOn>): string {
  const names = listText(resting.map((end) => `“${end.title}”`));
  return `${names} ${resting.length === 1 ? 'rests' : 'rest'} on it and would rest on a record that is not in force.`;
}
