'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import type { VerdictKind } from './review-words';

export type WordedKind = Exclude<VerdictKind, 'approve'>;

const asks: Record<WordedKind, { label: string; hint: string; button: (revision: number) => string }> = {
  requestChanges: {
    label: 'What has to change',
    hint: 'Everybody in the review reads it.',
    button: (revision) => `Request changes to revision ${revision}`,
  },
  abstain: {
    label: 'Why, if you like',
    hint: 'You are not asked about this revision again.',
    button: (revision) => `Abstain from revision ${revision}`,
  },
  disagreeAndCommit: {
    label: 'What you would have decided',
    hint: 'It stays with the record. It is no approval, and it holds nothing up.',
    button: () => 'Disagree and commit',
  },
};

type Props = {
  kind: WordedKind;
  revision: number;
  pending: boolean;
  problem: string | null;
  onSend: (comment: string) => void;
  onCancel: () => void;
};

/** An answer with words of its own, where it is given. */
export function AnswerForm({ kind, revision, pending, problem, onSend, onCancel }: Props) {
  const [comment, setComment] = useState('');
  const [isEmpty, setIsEmpty] = useState(false);
  const { label, hint, button } = asks[kind];
  const send = (event: FormEvent) => {
    event.preventDefault();
    const missing = kind === 'requestChanges' && comment.trim() === '';
    setIsEmpty(missing);
    if (!missing) onSend(comment.trim().replace(/\s*\n\s*/g, ' '));
  };
  return (
    <form
      onSubmit={send}
      noValidate
      className="flex flex-col gap-2.5"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) event.currentTarget.requestSubmit();
      }}
    >
      <Field label={label} hint={hint} error={isEmpty ? 'Say what has to change.' : (problem ?? undefined)}>
        <Textarea
          autoFocus
          maxLength={2000}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
          rows={3}
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" pending={pending} className="flex-1">
          {button(revision)}
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
