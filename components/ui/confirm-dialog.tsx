'use client';

import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';
import { Field } from './field';
import { Input } from './input';

export type ConfirmDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** The verb and what it does it to: "Delete the workspace". */
  confirmLabel: string;
  onConfirm: () => void;
  /** The name to type for what cannot be undone. */
  typeToConfirm?: string;
  pending?: boolean;
  tone?: 'primary' | 'danger';
  /** What happens, what stays. */
  children: ReactNode;
};

/** Only for what cannot be undone; everything else is done at once and offers undo. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Dialog open={props.open} onOpenChange={props.onOpenChange} title={props.title} width="sm">
      <ConfirmForm {...props} />
    </Dialog>
  );
}

// Its own component, so that what was typed is gone when the dialog opens again.
function ConfirmForm(props: ConfirmDialogProps) {
  const { typeToConfirm, tone = 'danger', pending = false } = props;
  const [typed, setTyped] = useState('');
  const ready = typeToConfirm === undefined || typed.trim() === typeToConfirm;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !pending) props.onConfirm();
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <div className="text-form text-ink-2">{props.children}</div>
      {typeToConfirm === undefined ? null : (
        <Field
          label={
            <>
              Type <b>{typeToConfirm}</b> to go on
            </>
          }
        >
          <Input
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
      )}
      <div className="flex justify-end gap-2">
        <Button variant="ghost" onClick={() => props.onOpenChange(false)}>
          Cancel
        </Button>
        <Button type="submit" variant={tone} pending={pending} disabled={!ready}>
          {props.confirmLabel}
        </Button>
      </div>
    </form>
  );
}
