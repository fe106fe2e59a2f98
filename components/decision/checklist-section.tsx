'use client';

import { Pencil } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { TextButton } from '@/components/ui/text-link';
import { Textarea } from '@/components/ui/textarea';
import { type ChecklistKey, checklistKeys } from '@/server/domain/decision/checklist';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { questions } from './decision-words';
import { RailSection } from './rail-section';
import { type FactChange, useSaveFact } from './use-save-fact';

type Answers = Record<ChecklistKey, string>;
type SectionProps = { workspace: string; decision: DecisionRecord };

function answersOf({ checklist }: Pick<DecisionRecord, 'checklist'>): Answers {
  const answer = (key: ChecklistKey) => checklist[key] ?? '';
  return {
    scenario: answer('scenario'),
    cost: answer('cost'),
    change: answer('change'),
    rollback: answer('rollback'),
    teams: answer('teams'),
  };
}

/** The five design-review questions: how many are answered, which are open, and the answers one press away. */
export function ChecklistSection({ workspace, decision }: SectionProps) {
  const [isOpen, setIsOpen] = useState(false);
  const answers = answersOf(decision);
  const open = checklistKeys.filter((key) => answers[key].trim() === '');
  const { edit } = decision.abilities;
  const answered = checklistKeys.length - open.length;
  return (
    <RailSection
      title="Design review"
      action={edit ? <IconButton icon={Pencil} label="Answer the questions" onClick={() => setIsOpen(true)} /> : null}
    >
      <TextButton look="title" onClick={() => setIsOpen(true)}>
        {answered} of {checklistKeys.length} questions answered
      </TextButton>
      {open.length > 0 && answered > 0 ? (
        <p className="text-label text-ink-2">open: {open.map((key) => questions[key].short).join('; ')}</p>
      ) : null}
      {isOpen && edit ? (
        <AnswerDialog workspace={workspace} decision={decision} onClose={() => setIsOpen(false)} />
      ) : null}
      {isOpen && !edit ? <AnswersDialog answers={answers} onClose={() => setIsOpen(false)} /> : null}
    </RailSection>
  );
}

function AnswersDialog({ answers, onClose }: { answers: Answers; onClose: () => void }) {
  return (
    <Dialog open onOpenChange={(open) => (open ? null : onClose())} title="Design review">
      <dl className="flex flex-col gap-4">
        {checklistKeys.map((key) => (
          <div key={key}>
            <dt className="font-medium">{questions[key].full}</dt>
            <dd className="mt-0.5 whitespace-pre-line text-ink-2 [overflow-wrap:anywhere]">
              {answers[key] || <span className="text-ink-3">not answered</span>}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

const answersChange: FactChange<Answers> = {
  read: answersOf,
  write: (value) => ({
    checklist: Object.fromEntries(Object.entries(value).filter(([, answer]) => answer.trim() !== '')),
  }),
};

function AnswerDialog({ workspace, decision, onClose }: SectionProps & { onClose: () => void }) {
  const form = useId();
  const [answers, setAnswers] = useState(() => answersOf(decision));
  const { save, pending, problem, theirs } = useSaveFact(workspace, decision, answersChange);
  const firstOpen = checklistKeys.find((key) => answersOf(decision)[key] === '') ?? 'scenario';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await save(answers)) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? null : onClose())}
      title="Design review"
      description="Five questions to ask before deciding. Answers are no part of the text: they drop no approval."
      actions={
        <>
          <Button variant="ghost" onClick={onClose}>
            {theirs ? 'Keep theirs' : 'Cancel'}
          </Button>
          <Button type="submit" form={form} variant="primary" kbd="mod+enter" pending={pending}>
            {theirs ? 'Save mine' : 'Save answers'}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        {checklistKeys.map((key) => {
          const other = theirs && theirs.value[key] !== answers[key] ? theirs.value[key] : null;
          return (
            <Field
              key={key}
              label={questions[key].full}
              hint={other === null ? undefined : `Stored by somebody else: ${other || 'no answer'}`}
            >
              <Textarea
                value={answers[key]}
                maxLength={2000}
                rows={1}
                {...(key === firstOpen ? { 'data-autofocus': true } : {})}
                onChange={(event) => setAnswers({ ...answers, [key]: event.target.value })}
              />
            </Field>
          );
        })}
        {theirs ? (
          <p role="alert" className="font-medium text-warn">
            Somebody saved answers in the meantime. What you wrote is kept here; saving puts it in the place of theirs.
          </p>
        ) : null}
        {problem ? (
          <p role="alert" className="font-medium text-danger">
            {problem}
          </p>
        ) : null}
      </form>
    </Dialog>
  );
}
