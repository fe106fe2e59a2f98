'use client';

import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Menu, MenuItem } from '@/components/ui/menu';
import type { CommentRecord } from '@/server/modules/thread/contract';

const TRIGGER =
  'inline-flex size-5 items-center justify-center rounded-control text-ink-3 hover:bg-neutral-soft hover:text-ink touch:size-9';

/** Edit and delete, for those who may. The menu is made on the first press: a long discussion has hundreds of these. */
export function CommentMenu(props: { comment: CommentRecord; onEdit: () => void; onDelete: () => void }) {
  const { comment, onEdit, onDelete } = props;
  const [state, setState] = useState<'asleep' | 'open' | 'closed'>('asleep');
  const [isAsking, setAsking] = useState(false);
  const trigger = (
    <button
      type="button"
      aria-label="More"
      aria-haspopup="menu"
      className={TRIGGER}
      onClick={state === 'asleep' ? () => setState('open') : undefined}
    >
      <Ellipsis aria-hidden className="size-3.5" />
    </button>
  );
  if (state === 'asleep') return trigger;
  return (
    <>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title="Delete this comment?"
        confirmLabel="Delete the comment"
        onConfirm={() => {
          setAsking(false);
          onDelete();
        }}
      >
        Its words are gone for good. That there was a comment, whose it was and when it was deleted stays.
      </ConfirmDialog>
      <Menu
        align="end"
        open={state === 'open'}
        onOpenChange={(open) => setState(open ? 'open' : 'closed')}
        trigger={trigger}
      >
        {comment.abilities.edit ? <MenuItem label="Edit" icon={Pencil} onSelect={onEdit} /> : null}
        {comment.abilities.delete ? (
          <MenuItem label="Delete" icon={Trash2} tone="danger" onSelect={() => setAsking(true)} />
        ) : null}
      </Menu>
    </>
  );
}
