'use client';

import { Button, ButtonLink } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import type { DraftStatus } from './draft-keeper';
import { DraftWords } from './draft-words';

export type SaveBarProps = {
  status: DraftStatus;
  isChanged: boolean;
  /** What saving will do. */
  consequence: string;
  /** Published records say what changed; a draft has no revisions yet. */
  note: string | null;
  onNote: (note: string) => void;
  leaveHref: string;
  onSave: () => void;
  pending: boolean;
  /** Pictures still on their way. */
  sending: number;
};

export function SaveBar(props: SaveBarProps) {
  const { isChanged, note, sending } = props;
  return (
    <section
      aria-label="Actions"
      className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-t border-line bg-surface px-4 py-2 md:px-5"
    >
      <p className="mr-auto min-w-48 flex-1 text-label text-ink-2">
        <DraftWords status={props.status} />
        {isChanged ? <span className="block text-ink-2">{props.consequence}</span> : null}
      </p>
      {note !== null && isChanged ? (
        <Input
          size="md"
          aria-label="What changed"
          placeholder="What changed, if you like"
          maxLength={300}
          value={note}
          className="w-60 max-sm:w-full"
          onChange={(event) => props.onNote(event.target.value)}
        />
      ) : null}
      <ButtonLink variant="ghost" href={props.leaveHref} className="max-sm:hidden">
        {isChanged ? 'Leave, keep the draft' : 'Leave'}
      </ButtonLink>
      <Button
        variant="primary"
        kbd="mod+enter"
        className="max-sm:flex-1"
        pending={props.pending}
        disabled={sending > 0}
        onClick={props.onSave}
      >
        {sending > 0 ? 'Sending a picture' : isChanged ? 'Save' : 'Done'}
      </Button>
    </section>
  );
}
