'use client';

import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { messageOf } from '@/components/query/request-error';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { DateInput } from '@/components/ui/input';
import { RadioCards } from '@/components/ui/radio-cards';
import { Textarea } from '@/components/ui/textarea';
import { addDays } from '@/server/domain/scoring/day';
import {
  type Closure,
  closureLabels,
  type DebtState,
  stateLabels,
  transitionAsks,
  withdrawals,
} from '@/server/domain/scoring/state';
import type { DebtRecord } from '@/server/modules/debt/contract';
import { editOf } from './debt-edit';
import { DebtPicker } from './debt-picker';
import { useSaveDebt } from './use-save-debt';
import { useToday } from './use-today';

const acceptanceDays = 90;

const withdrawalHelp: Readonly<Record<(typeof withdrawals)[number], string>> = {
  duplicate: 'Another debt says the same.',
  invalid: 'It is not debt, or it is not true.',
  wontFix: 'It stays as it is, on purpose.',
  merged: 'It goes on as part of another debt.',
};

const questions: Partial<Record<DebtState, string>> = {
  accepted: 'Why is it right to live with it?',
  withdrawn: 'What should people know? (optional)',
  open: 'Why is it opened again?',
};
const verbs: Partial<Record<DebtState, string>> = { accepted: 'Accept', withdrawn: 'Withdraw', open: 'Open again' };

export type TransitionFormProps = { workspace: string; debt: DebtRecord; to: DebtState; onDone: () => void };

/** Asks what a change of state needs: a reason, an end, how it was closed, the debt it goes on in. */
export function TransitionForm({ workspace, debt, to, onDone }: TransitionFormProps) {
  const today = useToday();
  const form = useRef<HTMLFormElement>(null);
  const asks = transitionAsks(debt.state, to);
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState(debt.acceptedUntil ?? addDays(today, acceptanceDays));
  const [closedAs, setClosedAs] = useState<Closure | null>(null);
  const [into, setInto] = useState<string | null>(debt.mergedInto?.key ?? null);
  const saving = useSaveDebt(workspace, debt, onDone);
  const asksTarget = closedAs === 'duplicate' || closedAs === 'merged';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const acceptedUntil = asks.includes('acceptedUntil') ? until || null : null;
    const mergedInto = asksTarget ? into : editOf(debt).state.mergedInto;
    void saving.save({ ...editOf(debt), state: { state: to, closedAs, acceptedUntil, mergedInto } }, reason);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) form.current?.requestSubmit();
  };
  const { problems } = saving;
  const isReasonAsked = asks.includes('reason') || to === 'withdrawn';
  const other = problems.state ?? (saving.error && Object.keys(problems).length === 0 ? messageOf(saving.error) : null);
  return (
    <form noValidate ref={form} onSubmit={submit} onKeyDown={onKeyDown} className="flex flex-col gap-3.5">
      {asks.includes('closedAs') ? (
        <Field group label="Why is it withdrawn?" error={problems.closedAs}>
          <RadioCards
            cards={withdrawals.map((way) => ({
              value: way,
              title: closureLabels[way],
              description: withdrawalHelp[way],
            }))}
            value={closedAs}
            onChange={setClosedAs}
            layout="list"
          />
        </Field>
      ) : null}
      {asksTarget ? (
        <Field label={closedAs === 'merged' ? 'Merged into' : 'Duplicate of'} error={problems.mergedInto}>
          <DebtPicker workspace={workspace} except={debt.key} value={into} onChange={setInto} />
        </Field>
      ) : null}
      {asks.includes('acceptedUntil') ? (
        <Field
          label="Accepted until"
          hint="It comes back for a decision after this day."
          error={problems.acceptedUntil}
        >
          <DateInput value={until} min={addDays(today, 1)} onChange={(event) => setUntil(event.target.value)} />
        </Field>
      ) : null}
      {isReasonAsked ? (
        <Field label={questions[to] ?? 'Why?'} error={problems.reason}>
          <Textarea
            rows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value.replace(/[\n\r\t]+/g, ' '))}
          />
        </Field>
      ) : null}
      {other ? (
        <p role="alert" className="font-medium text-danger">
          {other}
        </p>
      ) : null}
      <div className="flex items-center gap-2">
        <Button type="submit" variant="primary" kbd="mod+enter" pending={saving.pending}>
          {verbs[to] ?? stateLabels[to]}
        </Button>
        <Button variant="ghost" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
