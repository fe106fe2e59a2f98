'use client';

import { CircleAlert } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { messageOf, problemsOf } from '@/components/query/request-error';
import { Button } from '@/components/ui/button';
import { Textarea } from '@/components/ui/textarea';
import { type Named, shownMentions, writtenMentions } from '@/server/domain/discussion/mention-text';
import { MentionList } from './mention-list';
import { useKeptText } from './use-kept-text';
import { useMentionCompletion } from './use-mention-completion';

export type CommentComposerProps = {
  workspace: string;
  /** What the text belongs to; what is typed is kept under it in this tab. */
  place: string;
  /** The accessible name, and what stands in the empty field. */
  label: string;
  action: string;
  /** What is being changed, for an edit. */
  initial?: string;
  autoFocus?: boolean;
  /** Rejects where the server refused: the text stays, and the reason is said. */
  onPost: (text: string) => Promise<unknown>;
  /** Absent where the field cannot be closed. */
  onCancel?: () => void;
  /** The buttons come with the focus or the first letter. */
  isQuiet?: boolean;
};

function reasonOf(error: unknown): string {
  return Object.values(problemsOf(error))[0] ?? messageOf(error);
}

/** A field to write a comment in: Markdown, mentions with completion, mod+enter posts, Esc closes and keeps the text. */
export function CommentComposer(props: CommentComposerProps) {
  const { workspace, place, label, action, initial = '', autoFocus = false, onPost, onCancel } = props;
  const [isAsleep, setAsleep] = useState(props.isQuiet ?? false);
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const { text, write, forget } = useKeptText(place, initial);
  const [state, setState] = useState<{ isPosting: boolean; problem: string | null }>({
    isPosting: false,
    problem: null,
  });
  const shown = shownMentions(text);
  const writeShown = (next: string, picked?: Named) => write(writtenMentions(next, text, picked));
  const completion = useMentionCompletion(workspace, field, shown, writeShown);
  useEffect(() => {
    const element = field.current;
    if (!autoFocus || !element) return;
    element.focus({ preventScroll: true });
    element.setSelectionRange(element.value.length, element.value.length);
  }, [autoFocus]);
  const canPost = text.trim() !== '' && text.trim() !== initial.trim();
  const post = async () => {
    if (!canPost || state.isPosting) return;
    setState({ isPosting: true, problem: null });
    try {
      await onPost(text.trim());
      forget();
      setAsleep(props.isQuiet ?? false);
      setState({ isPosting: false, problem: null });
    } catch (error) {
      setState({ isPosting: false, problem: reasonOf(error) });
      field.current?.focus();
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    completion.onKeyDown(event);
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void post();
    else if (event.key === 'Escape' && onCancel) onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div>
      <div className="relative">
        <Textarea
          ref={field}
          rows={1}
          value={shown}
          aria-label={label}
          placeholder={label}
          aria-invalid={state.problem ? true : undefined}
          aria-describedby={state.problem ? `${id}-problem` : undefined}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={completion.isOpen ? completion.listId : undefined}
          aria-activedescendant={completion.isOpen ? completion.optionId(completion.active) : undefined}
          className="min-h-7.5 resize-none px-2.5 py-1 text-body"
          onChange={(event) => {
            writeShown(event.target.value);
            completion.look();
          }}
          onSelect={completion.look}
          onFocus={() => setAsleep(false)}
          onBlur={completion.close}
          onKeyDown={onKeyDown}
        />
        {completion.isOpen ? <MentionList completion={completion} /> : null}
      </div>
      {state.problem ? (
        <p id={`${id}-problem`} role="alert" className="mt-1.5 flex gap-1.5 text-label text-danger">
          <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {state.problem}
        </p>
      ) : null}
      {isAsleep && text === '' ? null : (
        <div className="mt-2 flex items-center gap-2">
          <Button
            variant="primary"
            size="sm"
            pending={state.isPosting}
            disabled={!canPost}
            kbd="mod+enter"
            onClick={() => void post()}
          >
            {action}
          </Button>
          {onCancel ? (
            <Button variant="ghost" size="sm" onClick={onCancel}>
              Cancel
            </Button>
          ) : null}
        </div>
      )}
    </div>
  );
}
