'use client';

import type { EditorView } from '@codemirror/view';
import { useEffect } from 'react';
import { stepAlong } from './scroll-step';
import { headingLines } from './section';

type Points = { editor: number[]; preview: number[] };

/** Where the headings stand in both views, the ends included. They are counted in order: a view may lack the last ones. */
function sharedPoints(view: EditorView, preview: HTMLElement): Points {
  const lines = headingLines(view.state.doc.toString());
  const headings = [...preview.querySelectorAll('h2, h3, h4, h5, h6')];
  const top = preview.getBoundingClientRect().top - preview.scrollTop;
  const points: Points = { editor: [0], preview: [0] };
  lines.slice(0, headings.length).forEach(({ line }, index) => {
    const block = view.lineBlockAt(view.state.doc.line(Math.min(line + 1, view.state.doc.lines)).from);
    points.editor.push(block.top);
    points.preview.push((headings[index]?.getBoundingClientRect().top ?? 0) - top);
  });
  points.editor.push(view.scrollDOM.scrollHeight);
  points.preview.push(preview.scrollHeight);
  return points;
}

/** Keeps the two views at the same place, roughly, by their headings. The one under hand or pointer leads. */
export function useScrollStep(view: EditorView | null, preview: HTMLElement | null): void {
  useEffect(() => {
    if (!view || !preview) return;
    const editor = view.scrollDOM;
    let leader: HTMLElement = editor;
    const lead = (event: Event) => {
      leader = preview.contains(event.target instanceof Node ? event.target : null) ? preview : editor;
    };
    const follow = (event: Event) => {
      if (event.currentTarget !== leader) return;
      const points = sharedPoints(view, preview);
      if (leader === editor) preview.scrollTop = stepAlong(editor.scrollTop, points.editor, points.preview);
      else editor.scrollTop = stepAlong(preview.scrollTop, points.preview, points.editor);
    };
    const panes = [editor, preview];
    for (const pane of panes) {
      for (const name of ['wheel', 'touchstart', 'pointerdown', 'focusin', 'keydown']) {
        pane.addEventListener(name, lead, { passive: true });
      }
      pane.addEventListener('scroll', follow, { passive: true });
    }
    return () => {
      for (const pane of panes) {
        for (const name of ['wheel', 'touchstart', 'pointerdown', 'focusin', 'keydown']) {
          pane.removeEventListener(name, lead);
        }
        pane.removeEventListener('scroll', follow);
      }
    };
  }, [view, preview]);
}
