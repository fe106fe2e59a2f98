'use client';

import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { messageOf, problemsOf } from '@/components/query/request-error';
import { useTRPC } from '@/components/query/trpc';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { RelationType } from '@/server/domain/decision/status';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { DecisionPicker, type PickedDecision } from './decision-picker';
import { relationVerbs } from './decision-words';
import { useAdoptDecision } from './use-adopt-decision';

type Direction = 'from' | 'to';
type Way = `${RelationType} ${Direction}`;

// Both ends can be said from here, each once where the two directions mean the same.
const ways = [
  { type: 'supersedes', direction: 'from', description: 'It replaces the other record.' },
  { type: 'supersedes', direction: 'to', description: 'The other record replaces it.' },
  { type: 'amends', direction: 'from', description: 'It changes a detail; the other record stays in force.' },
  { type: 'amends', direction: 'to', description: 'The other record changes a detail of it.' },
  { type: 'dependsOn', direction: 'from', description: 'It holds only as long as the other one does.' },
  { type: 'dependsOn', direction: 'to', description: 'The other record holds only as long as it does.' },
  { type: 'relates', direction: 'from', description: 'Worth reading together.' },
  { type: 'conflicts', direction: 'from', description: 'Both cannot be right.' },
] as const satisfies readonly { type: RelationType; direction: Direction; description: string }[];

const options = ways.map(({ type, direction, description }) => ({
  value: `${type} ${direction}` satisfies Way,
  label: capitalised(relationVerbs[type][direction].whole),
  description,
}));

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

type RelateDialogProps = { workspace: string; decision: DecisionRecord; onClose: () => void };

/** Relates this decision to another one, said from either end. */
export function RelateDialog({ workspace, decision, onClose }: RelateDialogProps) {
  const form = useId();
  const trpc = useTRPC();
  const adopt = useAdoptDecision(workspace);
  const [other, setOther] = useState<PickedDecision | null>(null);
  const [way, setWay] = useState<Way>('relates from');
  const [isPartial, setIsPartial] = useState(false);
  const [note, setNote] = useState('');
  const [isEmpty, setIsEmpty] = useState(false);
  const { type, direction } = ways.find((one) => `${one.type} ${one.direction}` === way) ?? ways[0];
  const relate = useMutation(
    trpc.decision.relate.mutationOptions({
      onSuccess: (record) => {
        adopt(record);
        onClose();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsEmpty(other === null);
    if (!other) return;
    const [id, target] = direction === 'from' ? [decision.id, other.id] : [other.id, decision.id];
    relate.mutate({ workspace, id, target, type, partial: type === 'supersedes' && isPartial, note: note.trim() });
  };
  const problems = problemsOf(relate.error);
  const refusal = relate.error && Object.keys(problems).length === 0 ? messageOf(relate.error) : null;
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? null : onClose())}
      title="Relate a decision"
      width="sm"
      actions={
        <>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={form} variant="primary" kbd="mod+enter" pending={relate.isPending}>
            Relate
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <Field label="This decision">
          <Select options={options} value={way} onChange={setWay} className="w-full" />
        </Field>
        <Field label="The other decision" error={isEmpty && !other ? 'Choose a decision.' : problems.target}>
          <DecisionPicker workspace={workspace} except={[decision.id]} value={other} onChange={setOther} />
        </Field>
        {type === 'supersedes' ? (
          <Checkbox
            checked={isPartial}
            onChange={setIsPartial}
            label="Only in part"
            description="The rest stays in force; say in the note which part is replaced."
          />
        ) : null}
        <Field label="Note" hint="Optional, such as “rates only”.">
          <Input value={note} maxLength={300} onChange={(event) => setNote(event.target.value)} />
        </Field>
        {type === 'supersedes' && !isPartial ? (
          <Consequence decision={decision} other={other} from={direction} />
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

type ConsequenceProps = { decision: DecisionRecord; other: PickedDecision | null; from: Direction };

/** What replacing does to the record that is replaced: said before it happens. */
function Consequence({ decision, other, from }: ConsequenceProps) {
  if (!other) return null;
  const [newer, older] = from === 'from' ? [decision, other] : [other, decision];
  const isDecided = newer.status === 'accepted' || newer.status === 'deprecated' || newer.status === 'superseded';
  return (
    <p className="text-ink-2">
      {isDecided
        ? `“${older.title}” becomes superseded at once.`
        : `“${older.title}” becomes superseded once “${newer.title}” is accepted.`}
    </p>
  );
}
