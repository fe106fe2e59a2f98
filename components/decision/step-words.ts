import { type LucideIcon, Replace, RotateCcw, Send, Undo2 } from 'lucide-react';
import { type DecisionStatus, needsReason } from '@/server/domain/decision/status';
import { statusLooks } from './status-look';

export type StepWords = {
  icon: LucideIcon;
  /** The verb, on the button: "Accept". */
  verb: string;
  title: string;
  question: string;
};

const forward: Readonly<Record<DecisionStatus, StepWords>> = {
  draft: { icon: Undo2, verb: 'Back to draft', title: 'Back to draft', question: 'Why does it go back?' },
  proposed: { icon: Send, verb: 'Propose', title: 'Propose the decision', question: 'Why is it proposed?' },
  accepted: {
    icon: statusLooks.accepted.icon,
    verb: 'Accept',
    title: 'Accept the decision',
    question: 'What tipped the scales?',
  },
  rejected: {
    icon: statusLooks.rejected.icon,
    verb: 'Reject',
    title: 'Reject the decision',
    question: 'Why is it rejected?',
  },
  deprecated: {
    icon: statusLooks.deprecated.icon,
    verb: 'Deprecate',
    title: 'Deprecate the decision',
    question: 'Why does it not hold any more?',
  },
  superseded: { icon: Replace, verb: 'Supersede', title: 'Supersede the decision', question: 'Why is it replaced?' },
  unknown: {
    icon: statusLooks.unknown.icon,
    verb: 'Mark as unknown',
    title: 'Mark as unknown',
    question: 'Why is it not known?',
  },
};

/** What a change of status is called: coming back is said otherwise than going there first. */
export function stepWords(from: DecisionStatus, to: DecisionStatus): StepWords {
  const words = forward[to];
  if (to === 'draft' && from === 'rejected') {
    return { ...words, icon: RotateCcw, verb: 'Reopen', title: 'Reopen the decision', question: 'Why is it reopened?' };
  }
  if (to === 'accepted' && (from === 'deprecated' || from === 'superseded')) {
    return {
      icon: RotateCcw,
      verb: 'Put back in force',
      title: 'Put the decision back in force',
      question: 'Why does it hold again?',
    };
  }
  if (from === 'unknown') {
    const word = statusLooks[to].label.toLowerCase();
    const verb = to === 'superseded' ? 'Supersede' : `Mark as ${word}`;
    return { ...words, verb, title: verb, question: `How do you know that it is ${word}?` };
  }
  return words;
}

/** Whether a step is done at a press: nothing is asked, and nothing follows that one should know before. */
export function isPlainStep(from: DecisionStatus, to: DecisionStatus): boolean {
  return to === 'proposed' && !needsReason(from, to);
}
