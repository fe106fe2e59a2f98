'use client';

import { Command } from 'cmdk';
import { Check, Plus, Search } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { cn } from './cn';
import { FLOATING_ITEM } from './floating';

export type ComboboxOption = {
  value: string;
  label: string;
  /** Shown after the label in a quieter ink, and searched too. */
  secondary?: string;
  /** An avatar or icon. */
  lead?: ReactNode;
  disabled?: boolean;
};

export type ComboboxListProps = {
  options: readonly ComboboxOption[];
  chosen: readonly string[];
  onPick: (value: string) => void;
  searchPlaceholder?: string;
  /** Said when nothing matches. */
  empty?: string;
  /** Searches on the server: the options are then taken as they come, unfiltered. */
  onSearch?: (text: string) => void;
  /** Offers "Create «text»" when no label equals the text. */
  onCreate?: (text: string) => void;
  /** A line at the end, such as "Nobody". */
  clear?: { label: string; onClear: () => void };
  label: string;
};

/** The searchable list inside Combobox, MultiCombobox and the parts of a filter sentence. */
export function ComboboxList(props: ComboboxListProps) {
  const { options, chosen, onPick, onSearch, onCreate, clear } = props;
  const [text, setText] = useState('');
  const search = (next: string) => {
    setText(next);
    onSearch?.(next);
  };
  const creatable = onCreate && text.trim() !== '' && !options.some((option) => sameWords(option.label, text));
  return (
    <Command label={props.label} shouldFilter={!onSearch} filter={byWords} className="flex max-h-80 flex-col">
      <div className="flex items-center gap-2 border-b border-line px-3">
        <Search aria-hidden className="size-4 shrink-0 text-ink-3" />
        <Command.Input
          value={text}
          onValueChange={search}
          placeholder={props.searchPlaceholder ?? 'Search'}
          className="h-9 min-w-0 flex-1 bg-transparent text-body outline-none focus-visible:outline-none touch:h-11"
        />
      </div>
      <Command.List className="min-h-0 flex-1 overflow-y-auto p-1" label={props.label}>
        {creatable ? null : (
          <Command.Empty className="px-2.5 py-2 text-ink-3">{props.empty ?? 'Nothing matches.'}</Command.Empty>
        )}
        {options.map((option) => {
          const isChosen = chosen.includes(option.value);
          return (
            <Command.Item
              key={option.value}
              value={option.value}
              keywords={[option.label, option.secondary ?? '']}
              disabled={option.disabled}
              onSelect={() => onPick(option.value)}
              className={cn(FLOATING_ITEM, 'pr-9', isChosen && 'text-accent-text')}
            >
              {option.lead}
              <span className="min-w-0 truncate">
                {option.label}{' '}
                {option.secondary ? <span className="ml-1 text-label text-ink-3">{option.secondary}</span> : null}
              </span>
              {isChosen ? (
                <>
                  <span className="sr-only">, chosen</span>
                  <Check aria-hidden className="absolute right-2.5 size-4" />
                </>
              ) : null}
            </Command.Item>
          );
        })}
        {creatable ? (
          <Command.Item
            forceMount
            value={`create ${text}`}
            onSelect={() => onCreate(text.trim())}
            className={FLOATING_ITEM}
          >
            <Plus aria-hidden className="size-4 text-ink-3" />
            <span className="min-w-0 truncate">Create “{text.trim()}”</span>
          </Command.Item>
        ) : null}
        {clear ? (
          <Command.Item
            value={clear.label}
            keywords={[clear.label]}
            onSelect={clear.onClear}
            className={cn(FLOATING_ITEM, 'text-ink-2')}
          >
            {clear.label}
          </Command.Item>
        ) : null}
      </Command.List>
    </Command>
  );
}

function sameWords(a: string, b: string): boolean {
  return a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase();
}

// cmdk's own filter also finds letters strewn over a name, and people wonder why.
function byWords(_value: string, search: string, keywords: string[] = []): number {
  const text = keywords.join(' ').toLocaleLowerCase();
  const words = search.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  return words.every((word) => text.includes(word)) ? 1 : 0;
}
