'use client';

import type { LucideIcon } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useToday } from '@/components/debt/use-today';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { DateInput } from '@/components/ui/input';
import { Popover } from '@/components/ui/popover';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { addDays } from '@/server/domain/scoring/day';
import { type Closure, closureLabels, type DebtState, debtStates, stateLabels } from '@/server/domain/scoring/state';
import type { BulkChange } from '@/server/modules/debt-bulk/contract';

type BulkStateProps = {
  icon: LucideIcon;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onPick: (change: BulkChange, title: string) => void;
};

const acceptanceDays = 90;
// A duplicate or a merged debt names another one, which differs from debt to debt.
const withdrawals = ['wontFix', 'invalid'] as const satisfies readonly Closure[];
const verbs: Readonly<Record<DebtState, string>> = {
  open: 'Open',
  planned: 'Plan',
  inProgress: 'Start on',
  resolved: 'Resolve',
  accepted: 'Accept',
  withdrawn: 'Withdraw',
};

/** A state for all of the selected debts, with what that state asks for. */
export function BulkState({ icon, open, onOpenChange, onPick }: BulkStateProps) {
  return (
    <Popover
      label="State"
      side="top"
      className="w-80"
      open={open}
      onOpenChange={onOpenChange}
      trigger={
        <Button variant="ghost" icon={icon}>
          State
        </Button>
      }
    >
      <BulkStateForm
        onPick={(change, title) => {
          onOpenChange(false);
          onPick(change, title);
        }}
      />
    </Popover>
  );
}

function BulkStateForm({ onPick }: Pick<BulkStateProps, 'onPick'>) {
  const today = useToday();
  const [state, setState] = useState<DebtState>('planned');
  const [closedAs, setClosedAs] = useState<(typeof withdrawals)[number]>('wontFix');
  const [until, setUntil] = useState(addDays(today, acceptanceDays));
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const asked = {
      ...(state === 'accepted' && until ? { acceptedUntil: until } : {}),
      ...(state === 'withdrawn' ? { closedAs } : {}),
      ...(reason.trim() ? { reason: reason.trim() } : {}),
    };
    onPick({ state, ...asked }, verbs[state]);
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <Field label="Move to">
        <Select
          options={debtStates.map((value) => ({ value, label: stateLabels[value] }))}
          value={state}
          onChange={setState}
        />
      </Field>
      {state === 'withdrawn' ? (
        <Field label="Why are they withdrawn?">
          <Select
            options={withdrawals.map((value) => ({ value, label: closureLabels[value] }))}
            value={closedAs}
            onChange={setClosedAs}
          />
        </Field>
      ) : null}
      {state === 'accepted' ? (
        <Field label="Accepted until" hint="They come back for a decision after this day.">
          <DateInput value={until} min={addDays(today, 1)} onChange={(event) => setUntil(event.target.value)} />
        </Field>
      ) : null}
      {state === 'accepted' || state === 'withdrawn' || state === 'open' ? (
        <Field label={state === 'accepted' ? 'Why is it right to live with them?' : 'Why?'}>
          <Textarea
            rows={2}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value.replace(/[\n\r\t]+/g, ' '))}
          />
        </Field>
      ) : null}
      <Button type="submit" variant="primary" disabled={state === 'accepted' && !reason.trim()}>
        See what changes
      </Button>
    </form>
  );
}
