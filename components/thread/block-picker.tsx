'use client';

import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';

type BlockPickerProps = {
  blocks: readonly HTMLElement[];
  /** What the picker is placed in. */
  frame: HTMLElement;
  onPick: (block: HTMLElement) => void;
  onLeave: () => void;
};

const spokenLength = 120;

/** The first block that is in view, where the choosing begins. */
function firstInView(blocks: readonly HTMLElement[]): number {
  const found = blocks.findIndex((block) => block.getBoundingClientRect().top >= 56);
  return found === -1 ? 0 : found;
}

/** A frame around one paragraph after the other: arrow keys go on, Enter comments on it, Esc leaves. */
export function BlockPicker({ blocks, frame, onPick, onLeave }: BlockPickerProps) {
  const [index, setIndex] = useState(() => firstInView(blocks));
  const [place, setPlace] = useState({ top: 0, left: 0, width: 0, height: 0 });
  const button = useRef<HTMLButtonElement>(null);
  const block = blocks[index];
  useLayoutEffect(() => {
    if (!block) return;
    const [box, around] = [block.getBoundingClientRect(), frame.getBoundingClientRect()];
    setPlace({ top: box.top - around.top, left: box.left - around.left, width: box.width, height: box.height });
    block.scrollIntoView({ block: 'nearest' });
    button.current?.focus({ preventScroll: true });
  }, [block, frame]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowRight: 1, j: 1, ArrowUp: -1, ArrowLeft: -1, k: -1 }[event.key];
    if (step !== undefined) setIndex((was) => Math.max(0, Math.min(blocks.length - 1, was + step)));
    else if (event.key === 'Home') setIndex(0);
    else if (event.key === 'End') setIndex(blocks.length - 1);
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const words = (block?.textContent ?? '').replace(/\s+/gu, ' ').slice(0, spokenLength);
  return (
    <>
      <button
        ref={button}
        type="button"
        data-no-passage
        aria-label={`Comment on: ${words}`}
        className="pointer-events-none absolute z-20 -m-1 box-content rounded-control p-1 outline-2 outline-accent"
        style={place}
        onKeyDown={onKeyDown}
        onClick={() => block && onPick(block)}
        onBlur={onLeave}
      >
        <span className="absolute top-full left-0 mt-1 rounded-control bg-ink px-2 py-1 text-label whitespace-nowrap text-bg">
          Arrow keys choose, Enter comments, Esc leaves
        </span>
      </button>
      <span role="status" className="sr-only">
        {words}
      </span>
    </>
  );
}
