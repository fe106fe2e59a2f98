'use client';

import type { DecisionRecord } from '@/server/modules/decision/contract';
import { ConditionDialog, ReaffirmDialog, SuccessorDialog } from './reason-dialogs';
import { SupersedeDialog } from './supersede-dialog';
import { TransitionDialog } from './transition-dialog';
import type { Asked } from './use-decision-step';

type AskedDialogProps = {
  workspace: string;
  decision: DecisionRecord;
  asked: Asked | null;
  ask: (asked: Asked) => void;
  onClose: () => void;
};

/** The dialog for what was chosen in the menu, by a key or in a bar. */
export function AskedDialog({ workspace, decision, asked, ask, onClose }: AskedDialogProps) {
  if (!asked) return null;
  const shared = { workspace, decision, onClose };
  switch (asked.kind) {
    case 'succeed':
      return <SuccessorDialog {...shared} />;
    case 'reaffirm':
      return <ReaffirmDialog {...shared} />;
    case 'conditionMet':
      return <ConditionDialog {...shared} />;
    case 'step':
      return asked.to === 'superseded' ? (
        <SupersedeDialog {...shared} onSuccessor={() => ask({ kind: 'succeed' })} />
      ) : (
        <TransitionDialog key={asked.to} {...shared} to={asked.to} />
      );
  }
}
