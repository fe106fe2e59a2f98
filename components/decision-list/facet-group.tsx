'use client';

import { Check, type LucideIcon } from 'lucide-react';
import { type MouseEvent, useId, useState } from 'react';
import { cn } from '@/components/ui/cn';
import { Input } from '@/components/ui/input';
import { TextButton } from '@/components/ui/text-link';

export type FacetValue = { value: string; label: string; count: number; icon?: LucideIcon; hint?: string };

type FacetGroupProps = {
  label: string;
  values: readonly FacetValue[];
  chosen: readonly string[];
  /** Values before the rest is folded away; chosen ones always show. */
  shown: number;
  hrefOf: (value: string) => string;
  onPick: (value: string) => void;
};

const searchedFrom = 20;

/** One facet: its values with how many decisions each would show, chosen ones ticked. A value is a link that adds it. */
export function FacetGroup({ label, values, chosen, shown, hrefOf, onPick }: FacetGroupProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState('');
  const titleId = useId();
  // One that is chosen and finds nothing under the other filters is still there to be taken out.
  const missing = chosen.filter((value) => !values.some((one) => one.value === value));
  const all: FacetValue[] = [...values, ...missing.map((value) => ({ value, label: value, count: 0 }))];
  if (all.length === 0) return null;
  const listed = isOpen
    ? all.filter((one) =>
        `${one.label} ${one.hint ?? ''}`.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase()),
      )
    : all.filter((one, index) => index < shown || chosen.includes(one.value));
  const folded = all.length - listed.length;
  return (
    <section aria-labelledby={titleId} className="mb-3.5">
      <h2 id={titleId} className="mb-0.5 text-label font-normal text-ink-3">
        {label}
      </h2>
      {isOpen && all.length > searchedFrom ? (
        <Input
          size="md"
          aria-label={`Find in ${label.toLowerCase()}`}
          placeholder="Find"
          className="my-1"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      ) : null}
      <ul>
        {listed.map((one) => (
          <FacetLine
            key={one.value}
            {...one}
            isChosen={chosen.includes(one.value)}
            href={hrefOf(one.value)}
            onPick={() => onPick(one.value)}
          />
        ))}
      </ul>
      {isOpen || folded > 0 ? (
        <TextButton
          look="title"
          className="min-h-6.5 text-label font-normal text-ink-2 touch:min-h-11"
          aria-expanded={isOpen}
          onClick={() => {
            setIsOpen(!isOpen);
            setText('');
          }}
        >
          {isOpen ? 'fewer' : `${folded} more`}
          <span className="sr-only"> in {label.toLowerCase()}</span>
        </TextButton>
      ) : null}
    </section>
  );
}

type FacetLineProps = FacetValue & { isChosen: boolean; href: string; onPick: () => void };

function FacetLine({ label, hint = label, count, icon: Icon, isChosen, href, onPick }: FacetLineProps) {
  const press = (event: MouseEvent) => {
    // A modified press opens the narrowed list elsewhere, as links do.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onPick();
  };
  return (
    <li>
      <a
        href={href}
        onClick={press}
        aria-current={isChosen ? 'true' : undefined}
        title={hint}
        className={cn(
          '-mx-1.5 flex min-h-6.5 items-center gap-2 rounded-cell px-1.5 hover:bg-neutral-soft touch:min-h-11',
          isChosen ? 'font-medium text-accent-text' : 'text-ink-2',
        )}
      >
        {Icon ? <Icon aria-hidden className="size-4 shrink-0 opacity-80" /> : null}
        <span className="min-w-0 truncate">{label}</span>
        {isChosen ? (
          <>
            <span className="sr-only">, chosen</span>
            <Check aria-hidden className="-ml-0.5 size-3.5 shrink-0" />
          </>
        ) : null}
        <span className="ml-auto font-normal text-ink-2 tabular-nums">
          <span className="sr-only">, </span>
          {count}
        </span>
      </a>
    </li>
  );
}
