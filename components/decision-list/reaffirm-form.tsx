'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { messageOf, problemsOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { useShortcut } from '@/components/shell/shortcuts';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Segments } from '@/components/ui/segments';
import { Textarea } from '@/components/ui/textarea';
import { showToast } from '@/components/ui/toast';
import { addDays, dayText } from '@/server/domain/scoring/day';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { decisionName } from './decision-words';
import { useSucceed } from './use-succeed';

type ReaffirmFormProps = { workspace: string; decision: DecisionRecord; today: string; onDone: () => void };

const spans = [
  { value: '30', label: '30 d', description: 'in 30 days' },
  { value: '90', label: '90 d', description: 'in 90 days' },
  { value: '365', label: '1 y', description: 'in a year' },
  { value: 'never', label: 'never', description: 'no day' },
] as const;
type Span = (typeof spans)[number]['value'];

/** Records that a decision still holds, and why, and when to ask again. */
export function ReaffirmForm({ workspace, decision, today, onDone }: ReaffirmFormProps) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [span, setSpan] = useState<Span>('90');
  const [isEmpty, setIsEmpty] = useState(false);
  const succeed = useSucceed(workspace);
  const revisitOn = span === 'never' ? null : addDays(today, Number(span));
  const reaffirm = useMutation(
    trpc.decision.reaffirm.mutationOptions({
      onSuccess: async (record) => {
        client.setQueryData(trpc.decision.get.queryKey({ workspace, id: record.id }), record);
        await client.invalidateQueries(trpc.decisionList.pathFilter());
        showToast({
          title: `${decisionName(record)} is reaffirmed.`,
          description: record.revisitOn ? `Due again on ${dayText(record.revisitOn)}.` : 'It has no next date.',
          tone: 'ok',
        });
        onDone();
      },
    }),
  );
  const save = () => {
    setIsEmpty(reason.trim() === '');
    if (reason.trim() !== '' && !reaffirm.isPending) {
      // A reason is one line on the record, however it was typed.
      reaffirm.mutate({ workspace, id: decision.id, reason: reason.trim().replace(/\s*\n\s*/g, ' '), revisitOn });
    }
  };
  useShortcut({ keys: 'mod+enter', label: 'Reaffirm the decision', scope: 'Decisions', run: save, everywhere: true });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  const said = reaffirm.error ? (problemsOf(reaffirm.error).reason ?? messageOf(reaffirm.error)) : undefined;
  return (
    <form onSubmit={submit} noValidate className="mt-5 flex flex-col gap-2.5">
      <Field label="Does it still hold, and why?" error={isEmpty ? 'Say why it holds: the record keeps it.' : said}>
        <Textarea
          value={reason}
          maxLength={1000}
          onChange={(event) => {
            setReason(event.target.value);
            setIsEmpty(false);
          }}
        />
      </Field>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="text-ink-2" title={revisitOn ? `On ${dayText(revisitOn)}` : undefined}>
          Ask again in
        </span>
        <Segments segments={spans} value={span} onChange={setSpan} label="Ask again in" />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" kbd="mod+enter" pending={reaffirm.isPending}>
          Reaffirm
        </Button>
        <Button variant="ghost" pending={succeed.isPending} onClick={() => succeed.write(decision)}>
          Write a successor
        </Button>
      </div>
    </form>
  );
}
