'use client';

import { Command } from 'cmdk';
import { Fragment } from 'react';
import { Kbd } from '@/components/ui/kbd';
import type { PaletteItem } from './command-palette';
import { splitByWords } from './palette-match';

export type PaletteRowProps = { item: PaletteItem; words: readonly string[]; onPick: (item: PaletteItem) => void };

/** One result: icon, title with the words found in bold, detail, and what stands at the right. */
export function PaletteRow({ item, words, onPick }: PaletteRowProps) {
  return (
    <Command.Item
      value={item.id}
      data-href={item.href}
      onSelect={() => onPick(item)}
      className="group flex min-h-9 cursor-default items-center gap-2.5 rounded-control px-2 py-1 data-[selected=true]:bg-accent-soft touch:min-h-11"
    >
      <item.icon aria-hidden className="size-4 shrink-0 text-ink-3 group-data-[selected=true]:text-accent-text" />
      <span className="min-w-0 flex-1 truncate">
        {splitByWords(item.title, words).map((part) => (
          <Fragment key={part.start}>{part.found ? <mark>{part.text}</mark> : part.text}</Fragment>
        ))}
        {item.detail ? (
          <>
            {' '}
            <span className="ml-1.5 text-label text-ink-3 group-data-[selected=true]:text-ink-2">{item.detail}</span>
          </>
        ) : null}
      </span>
      {item.trail ? (
        <span className="flex shrink-0 items-center gap-2.5 text-label text-ink-3 group-data-[selected=true]:text-ink-2">
          {item.trail}
        </span>
      ) : null}
      {item.kbd ? <Kbd keys={item.kbd} tone="strong" className="touch:hidden" /> : null}
    </Command.Item>
  );
}
