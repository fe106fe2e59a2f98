'use client';

import { Pencil } from 'lucide-react';
import { Button, ButtonLink } from '@/components/ui/button';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { decisionEditPath } from './decision-path';
import { stepWords } from './step-words';
import type { Asked } from './use-decision-step';

type PhoneBarProps = { workspace: string; decision: DecisionRecord; ask: (asked: Asked) => void };

/** On a phone, where the review stands below the text: the way to it. */
function toReview(): void {
  document.getElementById('review-title')?.scrollIntoView({ block: 'start' });
}

/** On a phone: editing, and what comes next: reaffirming, the review, or acceptance once it is satisfied. */
export function PhoneBar({ workspace, decision, ask }: PhoneBarProps) {
  const { abilities, status, register, id, due, approvals, transitions } = decision;
  const isProposed = status === 'proposed';
  const isApproved = approvals >= register.approvalsRequired;
  if (!abilities.edit && !isProposed) return null;
  const canAccept = isProposed && isApproved && transitions.includes('accepted');
  return (
    <>
      {abilities.edit ? (
        <ButtonLink
          href={decisionEditPath(workspace, register.slug, id)}
          variant={due || isProposed ? 'ghost' : 'secondary'}
          size="form"
          icon={Pencil}
          className="flex-1"
        >
          Edit
        </ButtonLink>
      ) : null}
      {due && abilities.edit ? (
        <Button size="form" variant="primary" className="flex-2" onClick={() => ask({ kind: 'reaffirm' })}>
          Reaffirm
        </Button>
      ) : null}
      {canAccept ? (
        <Button size="form" variant="primary" className="flex-2" onClick={() => ask({ kind: 'step', to: 'accepted' })}>
          {stepWords(status, 'accepted').verb}
        </Button>
      ) : isProposed ? (
        <Button size="form" className="flex-2" onClick={toReview}>
          Review
        </Button>
      ) : null}
    </>
  );
}
