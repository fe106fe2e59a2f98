'use client';

import { type FormEvent, useState } from 'react';
import { messageOf, problemsOf } from '@/components/query/request-error';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { VerdictRecord } from '@/server/modules/decision-review/contract';
import { verdictText } from './review-words';
import type { Review } from './use-review';

/** Sets somebody's answer aside. The reason stays with it and everybody sees it. */
export function DismissDialog({
  verdict,
  actions,
  onClose,
}: {
  verdict: VerdictRecord;
  actions: Review;
  onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const { pending, error, reset } = actions.dismissal;
  const close = () => {
    reset();
    onClose();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    void actions.dismiss(verdict.id, reason).then(close, () => undefined);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      width="sm"
      title={`Dismiss the answer of ${verdict.person.name}`}
      description={`${verdictText(verdict)}${verdict.comment ? `: “${verdict.comment}”` : '.'}`}
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form="dismiss-verdict" variant="primary" pending={pending}>
            Dismiss the answer
          </Button>
        </>
      }
    >
      <form id="dismiss-verdict" onSubmit={send} noValidate>
        <Field
          label="Reason"
          hint="It stays with the record, beside your name."
          error={error ? (problemsOf(error).reason ?? messageOf(error)) : undefined}
        >
          <Input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}
