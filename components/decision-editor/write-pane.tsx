'use client';

import { CircleAlert } from 'lucide-react';
import dynamic from 'next/dynamic';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { cn } from '@/components/ui/cn';
import { Kbd } from '@/components/ui/kbd';
import { Skeleton, SkeletonGroup } from '@/components/ui/skeleton';
import { TextButton } from '@/components/ui/text-link';
import type { MarkdownEditorProps } from './markdown-editor';
import type { DraftText } from './merge-text';
import type { useImages } from './use-images';

const MarkdownEditor = dynamic(() => import('./markdown-editor').then((file) => file.MarkdownEditor), {
  ssr: false,
  loading: () => (
    <SkeletonGroup label="The editor is loading" className="flex flex-col gap-3 px-5 py-4">
      <Skeleton className="h-4 w-2/3" />
      <Skeleton className="h-4 w-1/2" />
    </SkeletonGroup>
  ),
});

export type WritePaneProps = {
  text: DraftText;
  /** Opens the editor anew when it changes. */
  generation: number;
  images: ReturnType<typeof useImages>;
  toolbar: ReactNode;
  words: number;
  /** Hints that are not on screen for want of room, and the way to them. */
  hidden: number;
  onHints: () => void;
  titleError: boolean;
  onChange: (change: Partial<DraftText>) => void;
  onSave: () => void;
  onReady: MarkdownEditorProps['onReady'];
};

function oneLine(text: string): string {
  return text.replace(/[\n\r\t]+/g, ' ');
}

/** Enter goes on to the next field: a title has one line, however many it takes on screen. */
function onEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== 'Enter' || event.metaKey || event.ctrlKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  const section = event.currentTarget.closest('section');
  const fields = [...(section?.querySelectorAll<HTMLElement>('textarea, .cm-content') ?? [])];
  fields[fields.indexOf(event.currentTarget) + 1]?.focus();
}

const LINE = 'field-sizing-content block w-full resize-none bg-transparent outline-none focus-visible:outline-none';

/** Title, product sentence and the text, as they are written. */
export function WritePane(props: WritePaneProps) {
  const { text, images, onChange } = props;
  const id = useId();
  return (
    <section aria-label="Write" className="flex h-full min-h-0 min-w-0 flex-col">
      <div className="px-5 pt-5 pb-2">
        <textarea
          aria-label="Title"
          aria-required
          aria-invalid={props.titleError || undefined}
          rows={1}
          maxLength={300}
          placeholder="What is decided, as a sentence"
          value={text.title}
          onKeyDown={onEnter}
          onChange={(event) => onChange({ title: oneLine(event.target.value) })}
          className={`${LINE} font-serif text-document font-semibold`}
        />
        <textarea
          aria-label="Product sentence"
          rows={1}
          maxLength={500}
          placeholder="What it means for a user or for the business, in one sentence"
          value={text.productSentence}
          onKeyDown={onEnter}
          onChange={(event) => onChange({ productSentence: oneLine(event.target.value) })}
          className={`${LINE} mt-2 font-serif text-product text-ink-2 italic`}
        />
      </div>
      <div className="border-y border-line px-3.5 py-0.5">{props.toolbar}</div>
      {images.problem ? (
        <p role="alert" className="flex items-start gap-2 bg-danger-soft px-5 py-2 text-danger">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="min-w-0 flex-1">{images.problem} The text is as it was.</span>
          <TextButton onClick={images.dismiss}>Close</TextButton>
        </p>
      ) : null}
      <div id={`${id}-text`} className="min-h-0 flex-1">
        <MarkdownEditor
          key={props.generation}
          text={text.body}
          label="Text, in Markdown"
          describedBy={`${id}-help`}
          onChange={(body) => onChange({ body })}
          onSave={props.onSave}
          sendImage={images.send}
          onReady={props.onReady}
        />
      </div>
      <p className="flex flex-wrap items-center gap-x-3 border-t border-line px-5 py-1.5 text-label text-ink-3">
        <span id={`${id}-help`} className="touch:sr-only">
          <Kbd keys="escape" /> then <Kbd keys="tab" /> leaves the text.
        </span>
        {props.hidden > 0 ? (
          <TextButton look="quiet" className="ml-auto touch:min-h-11" onClick={props.onHints}>
            {props.hidden === 1 ? '1 hint' : `${props.hidden} hints`}
          </TextButton>
        ) : null}
        <span className={cn('tabular-nums', props.hidden === 0 && 'ml-auto')}>
          {props.words === 1 ? '1 word' : `${props.words} words`}
        </span>
      </p>
    </section>
  );
}
