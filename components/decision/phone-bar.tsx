'use client';

import { Pencil } from 'lucide-react';
import { Button, ButtonLink } from '@/components/ui/button';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { decisionEditPath } from './decision-path';
import { stepWords } from './step-words';
import type { Asked } from './use-decision-step';

type PhoneBarProps = { workspace: string; decision: DecisionRecord; ask: (asked: Asked) => void };

/** On a phone: editing, and the step that comes next. */
export function PhoneBar({ workspace, decision, ask }: PhoneBarProps) {
  const { abilities, status, register, id, due } = decision;
  if (!abilities.edit) return null;
  const next = due ? null : status === 'proposed' ? 'accepted' : null;
  return (
    <>
      <ButtonLink
        href={decisionEditPath(workspace, register.slug, id)}
        variant={next || due ? 'ghost' : 'secondary'}
        size="form"
        icon={Pencil}
        className="flex-1"
      >
        Edit
      </ButtonLink>
      {due ? (
        <Button size="form" variant="primary" className="flex-2" onClick={() => ask({ kind: 'reaffirm' })}>
          Reaffirm
        </Button>
      ) : null}
      {next && decision.transitions.includes(next) ? (
        <Button size="form" variant="primary" className="flex-2" onClick={() => ask({ kind: 'step', to: next })}>
          {stepWords(status, next).verb}
        </Button>
      ) : null}
    </>
  );
}
