'use client';

import { GitPullRequestArrow, RotateCcw } from 'lucide-react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { LocalTime } from '@/components/ui/local-time';
import { TextButton } from '@/components/ui/text-link';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import type { EditorState } from './use-decision-editor';

/** What one should know before going on: a draft that is back, another's save, a save that was refused. */
export function EditorNotes({ record, editor }: { record: DecisionRecord; editor: EditorState }) {
  const { restoredAt, isChanged } = editor.draft;
  return (
    <section aria-label="Notes" className="flex flex-col gap-2 border-b border-line px-5 py-2 empty:hidden">
      {editor.isOutdated ? (
        <Banner
          live
          icon={GitPullRequestArrow}
          title={`${record.revisedBy ?? 'Somebody'} saved another text while you were writing.`}
          actions={
            <Button size="sm" onClick={() => editor.setMerging(true)}>
              See both sides
            </Button>
          }
        >
          Yours is all here. Saving puts the two together and asks where both changed one section.
        </Banner>
      ) : null}
      {restoredAt && isChanged ? (
        <Banner
          tone="neutral"
          icon={RotateCcw}
          title={
            <>
              You have unsaved changes from <LocalTime at={restoredAt} form="day-time" />.
            </>
          }
          actions={<TextButton onClick={editor.discard}>Discard</TextButton>}
        >
          They are below.
        </Banner>
      ) : null}
      {editor.titleError ? (
        <Banner tone="danger" live title="Not saved.">
          It needs a title.
        </Banner>
      ) : null}
      {editor.problem ? (
        <Banner tone="danger" live title="Not saved.">
          {editor.problem}
        </Banner>
      ) : null}
    </section>
  );
}
