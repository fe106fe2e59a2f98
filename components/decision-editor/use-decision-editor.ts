'use client';

import type { EditorView } from '@codemirror/view';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { decisionPath } from '@/components/decision/decision-path';
import { messageOf, problemsOf } from '@/components/query/request-error';
import { showToast } from '@/components/ui/toast';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { isSameText, textOf } from './draft-store';
import { consequenceOf } from './draft-words';
import type { DraftText } from './merge-text';
import { headingLines } from './section';
import { useApprovers } from './use-approvers';
import { useDraft } from './use-draft';
import { useImages } from './use-images';
import { useSaveText } from './use-save-text';

/** A decision while its text is written: what is typed, what is kept, and how it is saved. */
export function useDecisionEditor(workspace: string, record: DecisionRecord) {
  const router = useRouter();
  const draft = useDraft(workspace, record);
  const saving = useSaveText(workspace, record.id);
  const images = useImages(workspace);
  const approvers = useApprovers(workspace, record);
  const [note, setNote] = useState('');
  const [isMerging, setMerging] = useState(false);
  const [titleError, setTitleError] = useState(false);
  const [view, setView] = useState<EditorView | null>(null);
  const { keeper, base } = draft;
  const page = decisionPath(workspace, record.register.slug, record.id);

  const leave = () => {
    keeper.close();
    router.push(page);
  };
  const save = async () => {
    if (saving.pending || images.sending > 0 || isMerging) return;
    setTitleError(!draft.mine.title.trim());
    if (!draft.mine.title.trim()) return;
    if (!draft.isChanged) return leave();
    const { kind } = await saving.save(draft, record, note);
    if (kind === 'saved') leave();
    if (kind === 'conflict') setMerging(true);
  };
  const saveChosen = async (text: DraftText) => {
    const { kind } = await saving.saveChosen(record, text, note);
    if (kind === 'saved') leave();
    // Outdated once more: what was put together so far is "mine" against the newer record.
    if (kind === 'conflict') {
      keeper.rebase({ version: record.version, text: textOf(record) });
      keeper.replace(text);
    }
  };
  const discard = () => {
    const was = keeper.discard(record.version, textOf(record));
    showToast({ title: 'Draft discarded', undo: () => keeper.replace(was) });
  };
  const problems = Object.values(problemsOf(saving.error));
  return {
    draft,
    images,
    page,
    note,
    setNote,
    view,
    onReady: (next: EditorView | null) => {
      setView(next);
      // Whoever comes here comes to write; on a phone the keyboard would cover what is to be read first.
      if (next && !window.matchMedia('(pointer: coarse)').matches) next.focus();
    },
    isMerging,
    setMerging,
    save,
    saveChosen,
    discard,
    pending: saving.pending,
    problem: saving.error ? problems.join(' ') || messageOf(saving.error) : null,
    titleError: titleError && !draft.mine.title.trim(),
    consequence: consequenceOf(record, approvers),
    /** Somebody saved another text since this one was begun. */
    isOutdated: record.version > base.version && !(base.text && isSameText(textOf(record), base.text)),
    goTo: (heading: string) => {
      const line = headingLines(draft.mine.body).find((one) => one.heading === heading)?.line;
      if (!view || line === undefined) return;
      const { from } = view.state.doc.line(Math.min(line + 1, view.state.doc.lines));
      view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
      view.focus();
    },
  };
}

export type EditorState = ReturnType<typeof useDecisionEditor>;
