'use client';

import type { Ref } from 'react';
import { MarkdownView } from '@/components/markdown/markdown-view';
import type { DraftText } from './merge-text';

/** The decision as it will be read. */
export function PreviewPane({ text, ref }: { text: DraftText; ref: Ref<HTMLElement> }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section ref={ref} aria-label="Preview" tabIndex={0} className="h-full overflow-y-auto px-5 pt-5 pb-[40vh]">
      <p className="font-serif text-document font-semibold text-balance">
        {text.title || <span className="text-ink-3">No title yet</span>}
      </p>
      {text.productSentence ? (
        <p className="mt-2 font-serif text-product text-ink-2 italic">{text.productSentence}</p>
      ) : null}
      <div className="mt-4">
        {text.body.trim() ? <MarkdownView text={text.body} /> : <p className="text-ink-3">Nothing to read yet.</p>}
      </div>
    </section>
  );
}
