'use client';

import { MessageSquarePlus } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useShortcut } from '@/components/shell/shortcuts';
import { Button } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast';
import type { Passage } from '@/server/domain/anchoring/passage';
import { blocksOf, coversText, rangeOfBlock } from './article-passage';
import { BlockPicker } from './block-picker';
import { loadMarkedText } from './use-drawn-text';

export type SelectionCommentProps = {
  /** What the button is placed in: the nearest positioned ancestor of it. */
  frame: RefObject<HTMLElement | null>;
  article: RefObject<HTMLElement | null>;
  markdown: string;
  /** A passage was chosen to comment on. */
  onChoose: (passage: Passage) => void;
};

const loadPassages = () => import('./passage-of-range');

type Place = { top: number; left: number };

const buttonWidth = 128;

function selectedRange(article: HTMLElement | null): Range | null {
  const selection = document.getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  return article && range && coversText(article, range) ? range : null;
}

function placeOf(range: Range, frame: HTMLElement): Place {
  const last = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
  const box = frame.getBoundingClientRect();
  const left = Math.max(0, Math.min(last.right - box.left - buttonWidth / 2, box.width - buttonWidth));
  return { top: last.bottom - box.top + 6, left };
}

/** Where the end of the selection is while text of the article is selected and no pointer is held down. */
function useSelectionPlace({ frame, article }: Pick<SelectionCommentProps, 'frame' | 'article'>): Place | null {
  const [place, setPlace] = useState<Place | null>(null);
  useEffect(() => {
    let isHeld = false;
    let waiting = 0;
    const look = () => {
      const range = isHeld ? null : selectedRange(article.current);
      const box = frame.current;
      setPlace(range && box ? placeOf(range, box) : null);
    };
    const soon = () => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(look);
    };
    const hold = () => {
      isHeld = true;
    };
    const release = () => {
      isHeld = false;
      soon();
    };
    document.addEventListener('selectionchange', soon);
    document.addEventListener('pointerdown', hold);
    document.addEventListener('pointerup', release);
    document.addEventListener('pointercancel', release);
    // What was selected while the page was still coming to life.
    soon();
    return () => {
      cancelAnimationFrame(waiting);
      document.removeEventListener('selectionchange', soon);
      document.removeEventListener('pointerdown', hold);
      document.removeEventListener('pointerup', release);
      document.removeEventListener('pointercancel', release);
    };
  }, [frame, article]);
  return place;
}

/**
 * Comments on what is selected: a button at its end, and the key M. With nothing selected M goes through the paragraphs with
 * the arrow keys, so that a passage is also chosen without a pointer.
 */
export function SelectionComment({ frame, article, markdown, onChoose }: SelectionCommentProps) {
  const place = useSelectionPlace({ frame, article });
  const [picking, setPicking] = useState<HTMLElement[] | null>(null);
  const back = useRef<Element | null>(null);
  const isBegun = place !== null || picking !== null;
  useEffect(() => {
    // Who selects is about to comment: what that takes is there when the button is pressed.
    if (isBegun) void Promise.allSettled([loadPassages(), loadMarkedText()]);
  }, [isBegun]);
  const choose = async (selected: Range) => {
    const range = selected.cloneRange();
    const loaded = await loadPassages().catch(() => null);
    if (!loaded) {
      const description = 'The server did not answer. Try again in a moment.';
      showToast({ title: 'This could not be commented on.', description, tone: 'danger' });
      return;
    }
    const element = article.current;
    const passage = element && loaded.passageOfRange(element, range, markdown);
    if (!passage) {
      const description = 'What is selected is drawn, or comes from elsewhere. Select words of the text.';
      showToast({ title: 'This is not a passage of the text.', description });
      return;
    }
    document.getSelection()?.removeAllRanges();
    setPicking(null);
    onChoose(passage);
  };
  const start = () => {
    const range = selectedRange(article.current);
    if (range) return void choose(range);
    back.current = document.activeElement;
    const blocks = article.current ? blocksOf(article.current) : [];
    if (blocks.length > 0) setPicking(blocks);
  };
  useShortcut({ keys: 'm', label: 'Comment on the selected text or on a paragraph', scope: 'Discussion', run: start });
  if (picking && frame.current) {
    return (
      <BlockPicker
        blocks={picking}
        frame={frame.current}
        onPick={(block) => void choose(rangeOfBlock(block))}
        onLeave={() => {
          setPicking(null);
          if (back.current instanceof HTMLElement) back.current.focus({ preventScroll: true });
        }}
      />
    );
  }
  if (!place) return null;
  return (
    <Button
      icon={MessageSquarePlus}
      kbd="m"
      data-no-passage
      className="absolute z-20 shadow-float animate-appear"
      style={place}
      // A press would end the selection before it could be read.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={start}
    >
      Comment
    </Button>
  );
}
