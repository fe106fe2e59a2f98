'use client';

import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { useFieldGroup } from './field';

export type RadioCard<Value extends string = string> = {
  value: Value;
  title: ReactNode;
  description?: ReactNode;
  /** At the right of the title, such as "Both". */
  aside?: ReactNode;
  /** Takes the whole row where the cards stand side by side. */
  wide?: boolean;
  disabled?: boolean;
};

export type RadioCardsProps<Value extends string> = {
  cards: readonly RadioCard<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  /** `list` shares borders, one under the other; `grid` stands side by side, two a row. */
  layout?: 'list' | 'grid';
  label?: string;
  name?: string;
  className?: string;
};

function Dot() {
  return (
    <span
      aria-hidden
      className={cn(
        'mt-0.5 flex size-4 shrink-0 rounded-full border border-field bg-surface',
        'group-data-[state=checked]:border-5 group-data-[state=checked]:border-accent',
      )}
    />
  );
}

/** Choices that explain themselves where they are made. */
export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const { cards, value, onChange, layout = 'list' } = props;
  const choose = (next: string) => {
    const card = cards.find((candidate) => candidate.value === next);
    if (card) onChange(card.value);
  };
  return (
    <RadioGroup.Root
      {...useFieldGroup(props.label)}
      name={props.name}
      value={value}
      onValueChange={choose}
      className={cn(layout === 'grid' ? 'grid gap-2 sm:grid-cols-2 sm:gap-x-3' : 'flex flex-col', props.className)}
    >
      {cards.map((card) => (
        <RadioGroup.Item
          key={card.value}
          value={card.value}
          disabled={card.disabled}
          className={cn(
            'group flex items-start gap-2.5 border border-line bg-surface px-3 py-2.5 text-left disabled:opacity-60',
            'hover:bg-sunken data-[state=checked]:border-accent data-[state=checked]:bg-accent-soft',
            layout === 'grid'
              ? 'rounded-control data-[state=checked]:ring-1 data-[state=checked]:ring-accent'
              : // In a form Radix puts a hidden input after each button.
                'relative -mt-px first-of-type:mt-0 first-of-type:rounded-t-control last-of-type:rounded-b-control data-[state=checked]:z-1',
            card.wide && 'sm:col-span-2',
          )}
        >
          <Dot />
          <span className="min-w-0 flex-1">
            <span className="flex items-baseline justify-between gap-3">
              <span className="text-form font-medium text-ink">{card.title}</span>
              {card.aside ? <span className="font-medium text-accent-text">{card.aside}</span> : null}
            </span>
            {card.description ? <span className="block text-label text-ink-2">{card.description}</span> : null}
          </span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
