'use client';

import { useDeferredValue, useState } from 'react';
import { decisionCrumbs } from '@/components/decision/decision-crumbs';
import { useShortcut } from '@/components/shell/shortcuts';
import { TopBar } from '@/components/shell/top-bar';
import { cn } from '@/components/ui/cn';
import { Segments } from '@/components/ui/segments';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { ConflictView } from './conflict-view';
import { EditorNotes } from './editor-notes';
import { PreviewPane } from './preview-pane';
import { SaveBar } from './save-bar';
import { SidePane } from './side-pane';
import { Toolbar } from './toolbar';
import { useDecisionEditor } from './use-decision-editor';
import { useHints } from './use-hints';
import { type Pane, panesOf, shownParts, useRoom } from './use-room';
import { useScrollStep } from './use-scroll-step';
import { countWords } from './word-count';
import { WritePane } from './write-pane';

export type DecisionEditorProps = { workspace: string; record: DecisionRecord };

const paneLabels: Readonly<Record<Pane, string>> = { write: 'Write', both: 'Both', read: 'Read', facts: 'Facts' };

/** The writing page of a decision: text and preview beside each other, hints and facts at the right. */
export function DecisionEditor({ workspace, record }: DecisionEditorProps) {
  const editor = useDecisionEditor(workspace, record);
  const { draft, images, view } = editor;
  const room = useRoom();
  const [pane, setPane] = useState<Pane>('both');
  const [preview, setPreview] = useState<HTMLElement | null>(null);
  // Typing comes first: preview, hints and counts follow when there is time.
  const read = useDeferredValue(draft.mine);
  const hints = useHints(workspace, record, read);
  const parts = shownParts(room, pane);
  useScrollStep(view, parts.write && parts.read ? preview : null);
  const save = () => void editor.save();
  const shortcut = {
    label: 'Save',
    scope: 'Writing a decision',
    everywhere: true,
    run: save,
    enabled: !editor.isMerging,
  };
  useShortcut({ ...shortcut, keys: 'mod+enter' });
  useShortcut({ ...shortcut, keys: 'mod+s' });
  const crumbs = decisionCrumbs(workspace, record, 'Edit');
  if (editor.isMerging) {
    return (
      <ConflictView
        // Another text asks again; another fact does not.
        key={`${record.revision} ${record.revisedAt.getTime()}`}
        crumbs={crumbs}
        backHref={editor.page}
        record={record}
        base={draft.base.text}
        mine={draft.mine}
        consequence={editor.consequence}
        onSave={(text) => void editor.saveChosen(text)}
        onBack={() => editor.setMerging(false)}
        pending={editor.pending}
        problem={editor.problem}
      />
    );
  }
  const panes = panesOf(room);
  const shownPane = panes.includes(pane) ? pane : parts.read ? 'both' : 'write';
  return (
    <div className="flex h-full min-w-0 flex-col">
      <TopBar
        crumbs={crumbs}
        backHref={editor.page}
        actions={
          <Segments
            label="View"
            segments={panes.map((value) => ({ value, label: paneLabels[value] }))}
            value={shownPane}
            onChange={setPane}
          />
        }
      />
      <EditorNotes record={record} editor={editor} />
      <div className="flex min-h-0 flex-1">
        <main className="flex min-w-0 flex-1 divide-x divide-line" hidden={!parts.write && !parts.read}>
          <h1 className="sr-only">Edit “{record.title}”</h1>
          <div className={cn('min-w-0 flex-1', !parts.write && 'hidden')}>
            <WritePane
              text={draft.mine}
              generation={draft.generation}
              images={images}
              titleError={editor.titleError}
              words={countWords(read.body)}
              hidden={parts.facts ? 0 : hints.length}
              onHints={() => setPane(room === 'narrow' ? 'facts' : 'write')}
              onChange={(change) => draft.keeper.put(change)}
              onSave={save}
              onReady={editor.onReady}
              toolbar={<Toolbar view={view} send={images.send} />}
            />
          </div>
          {parts.read ? (
            <div className="min-w-0 flex-1">
              <PreviewPane ref={setPreview} text={read} />
            </div>
          ) : null}
        </main>
        {parts.facts ? (
          <aside
            aria-label="Hints and facts"
            className={cn(
              'overflow-y-auto bg-surface px-5 py-4',
              room === 'narrow' ? 'min-w-0 flex-1' : 'w-72 shrink-0 border-l border-line',
            )}
          >
            <SidePane workspace={workspace} record={record} hints={hints} onGo={editor.goTo} />
          </aside>
        ) : null}
      </div>
      <SaveBar
        status={draft.status}
        isChanged={draft.isChanged}
        consequence={editor.consequence}
        note={record.status === 'draft' ? null : editor.note}
        onNote={editor.setNote}
        leaveHref={editor.page}
        onSave={save}
        pending={editor.pending}
        sending={images.sending}
      />
    </div>
  );
}
