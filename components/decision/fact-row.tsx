'use client';

import { Pencil } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { onSaveKeys } from '@/components/debt/save-keys';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Popover } from '@/components/ui/popover';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { type FactChange, useSaveFact } from './use-save-fact';

export type Fact<Value> = FactChange<Value> & {
  term: string;
  /** What the control is called in the form, when it is longer than the term. */
  label?: string;
  hint?: string;
  /** The control is several: its label names the group. */
  group?: boolean;
  /** As it stands in the rail; null is said as "not set". */
  show: (value: Value) => ReactNode;
  /** A value in words, for the choice between two people's. */
  say: (value: Value) => string;
  control: (value: Value, onChange: (value: Value) => void) => ReactNode;
};

type FactRowProps<Value> = { workspace: string; decision: DecisionRecord; fact: Fact<Value>; note?: ReactNode };

/** One fact in the rail; a press on its pencil edits it in place. */
export function FactRow<Value>({ workspace, decision, fact, note }: FactRowProps<Value>) {
  const [open, setOpen] = useState(false);
  const shown = fact.show(fact.read(decision));
  return (
    <div className="group relative grid grid-cols-[76px_minmax(0,1fr)] gap-x-2">
      <dt className="text-label leading-5 text-ink-3">{fact.term}</dt>
      <dd className="min-w-0 pr-5 [overflow-wrap:anywhere]">
        {shown ?? <span className="text-ink-3">not set</span>}
        {note ? <span className="block text-label text-ink-2">{note}</span> : null}
        {decision.abilities.edit ? (
          <span className="absolute -top-1.25 -right-1.5 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 has-[[data-state=open]]:opacity-100 touch:-top-3 touch:opacity-100">
            <Popover
              trigger={<IconButton icon={Pencil} label={`Change ${fact.term.toLowerCase()}`} />}
              label={fact.label ?? fact.term}
              align="end"
              className="w-76"
              open={open}
              onOpenChange={setOpen}
            >
              <FactForm workspace={workspace} decision={decision} fact={fact} onDone={() => setOpen(false)} />
            </Popover>
          </span>
        ) : null}
      </dd>
    </div>
  );
}

function FactForm<Value>({ workspace, decision, fact, onDone }: FactRowProps<Value> & { onDone: () => void }) {
  const [value, setValue] = useState(() => fact.read(decision));
  const { save, pending, problem, theirs } = useSaveFact(workspace, decision, fact);
  const submit = async () => {
    if (!pending && (await save(value))) onDone();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    void submit();
  };
  return (
    <form
      noValidate
      onSubmit={onSubmit}
      onKeyDownCapture={onSaveKeys(() => void submit())}
      className="flex flex-col gap-3"
    >
      <Field label={fact.label ?? fact.term} hint={fact.hint} group={fact.group ?? false} error={problem}>
        {fact.control(value, setValue)}
      </Field>
      {theirs ? (
        <p role="alert" className="text-warn">
          Somebody saved “{fact.say(theirs.value) || 'nothing'}” in the meantime.
        </p>
      ) : null}
      <div className="flex items-center gap-2">
        <Button type="submit" variant="primary" kbd="mod+enter" pending={pending}>
          {theirs ? 'Save mine' : 'Save'}
        </Button>
        <Button variant="ghost" onClick={onDone}>
          {theirs ? 'Keep theirs' : 'Cancel'}
        </Button>
      </div>
    </form>
  );
}
