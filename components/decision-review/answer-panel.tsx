'use client';

import { Check, Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useShortcut } from '@/components/shell/shortcuts';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem } from '@/components/ui/menu';
import type { ReviewRecord } from '@/server/modules/decision-review/contract';
import { AnswerForm, type WordedKind } from './answer-form';
import type { Review } from './use-review';

type Props = { review: ReviewRecord; revision: number; actions: Review };

/** What one can say of the revision on screen. Approving is one key; the other answers take words. */
export function AnswerPanel({ review, revision, actions }: Props) {
  const [asking, setAsking] = useState<WordedKind | null>(null);
  const { mine } = review;
  const canApprove = mine?.kind !== 'approve' && actions.newer === null;
  const approve = () => void actions.answer('approve');
  useShortcut({
    keys: 'a',
    label: `Approve revision ${revision}`,
    scope: 'Decision',
    run: approve,
    enabled: canApprove && asking === null,
  });
  if (asking) {
    return (
      <AnswerForm
        kind={asking}
        revision={revision}
        pending={actions.answering}
        problem={actions.problem}
        onCancel={() => {
          actions.forget();
          setAsking(null);
        }}
        onSend={(comment) => void actions.answer(asking, comment).then((taken) => taken && setAsking(null))}
      />
    );
  }
  return (
    <div className="max-w-96">
      {mine?.kind === 'approve' ? null : (
        <Button
          variant={review.waitsForMe ? 'primary' : 'secondary'}
          icon={Check}
          kbd="a"
          pending={actions.answering}
          disabled={!canApprove}
          onClick={approve}
          className="w-full"
        >
          Approve revision {revision}
        </Button>
      )}
      <div className="mt-2 flex gap-2">
        <Button className="flex-1" disabled={actions.newer !== null} onClick={() => setAsking('requestChanges')}>
          {mine?.kind === 'requestChanges' ? 'Say it anew' : 'Request changes'}
        </Button>
        <OtherAnswers review={review} onAsk={setAsking} onWithdraw={actions.withdraw} />
      </div>
      {actions.problem ? (
        <p role="alert" className="mt-2 text-label text-danger">
          {actions.problem}
        </p>
      ) : null}
      <p className="mt-2 text-label text-ink-3">
        Approval holds for this text. An edit drops it and shows you what changed.
      </p>
    </div>
  );
}

type OtherProps = {
  review: ReviewRecord;
  onAsk: (kind: WordedKind) => void;
  onWithdraw: (verdict: string) => void;
};

function OtherAnswers({ review: { mine }, onAsk, onWithdraw }: OtherProps) {
  return (
    <Menu
      align="end"
      className="w-72"
      trigger={<IconButton icon={Ellipsis} variant="secondary" label="Other answers" />}
    >
      {mine?.kind === 'disagreeAndCommit' ? null : (
        <MenuItem
          label="Disagree and commit"
          description="You would decide otherwise, and carry it out."
          onSelect={() => onAsk('disagreeAndCommit')}
        />
      )}
      {mine?.kind === 'abstain' ? null : (
        <MenuItem
          label="Abstain"
          description="You have no view on it; nobody waits for you."
          onSelect={() => onAsk('abstain')}
        />
      )}
      {mine?.abilities.withdraw ? (
        <MenuItem
          label="Withdraw your answer"
          description="As if you had not answered yet."
          onSelect={() => onWithdraw(mine.id)}
        />
      ) : null}
    </Menu>
  );
}
