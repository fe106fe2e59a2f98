'use client';

import { type KeyboardEvent, useRef } from 'react';
import { cn } from './cn';
import { useFieldGroup } from './field';

export type Segment<Value extends string | number> = {
  value: Value;
  label: string;
  /** Said to screen readers after the label, and shown on hover: the rubric of this value. */
  description?: string;
};

export type SegmentsProps<Value extends string | number> = {
  segments: readonly Segment<Value>[];
  value: Value | null;
  /** Left out, the control only shows what is recorded. */
  onChange?: (value: Value) => void;
  /** `recorded` is ringed in ink, `choosing` in blue. */
  tone?: 'recorded' | 'choosing';
  /** Named here, or by the Field around it. */
  label?: string;
  /** Delete or Backspace takes the answer back. */
  onClear?: () => void;
  disabled?: boolean;
  className?: string;
};

const CHOSEN = {
  recorded: 'bg-neutral-soft text-ink ring-[1.5px] ring-ink',
  choosing: 'bg-accent-soft text-accent-text ring-[1.5px] ring-accent',
};

const FRAME = 'inline-flex h-7 w-fit rounded-control border border-line-strong bg-surface touch:h-10 max-sm:h-10';

function cellClass(chosen: boolean, tone: 'recorded' | 'choosing', wide: boolean): string {
  return cn(
    'relative flex items-center justify-center border-l border-line text-body font-medium text-ink-2 first:border-l-0',
    'first:rounded-l-[5px] last:rounded-r-[5px] tabular-nums outline-none',
    wide ? 'px-2.5' : 'w-7.5 touch:w-11 max-sm:w-11',
    chosen && cn('z-1 font-semibold', CHOSEN[tone]),
  );
}

/** One of a few, side by side: arrow keys move, a digit answers where the labels are digits. */
export function Segments<Value extends string | number>(props: SegmentsProps<Value>) {
  const { segments, value, onChange, tone = onChange ? 'choosing' : 'recorded', disabled } = props;
  const group = useFieldGroup(props.label);
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  const wide = segments.some((segment) => segment.label.length > 2);
  const at = segments.findIndex((segment) => segment.value === value);

  if (!onChange) return <RecordedSegments {...props} wide={wide} />;

  const choose = (index: number) => {
    const segment = segments[index];
    if (!segment || disabled) return;
    onChange(segment.value);
    buttons.current[index]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const focused = buttons.current.indexOf(event.target instanceof HTMLButtonElement ? event.target : null);
    const next = nextIndex(event.key, at === -1 ? focused : at, segments);
    if (next !== undefined) choose(next);
    else if (props.onClear && (event.key === 'Delete' || event.key === 'Backspace')) props.onClear();
    else return;
    event.preventDefault();
    // A digit or arrow answered here must not also reach a page-wide shortcut.
    event.stopPropagation();
  };
  return (
    <div
      role="radiogroup"
      {...group}
      onKeyDown={onKeyDown}
      className={cn(
        FRAME,
        'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
        disabled && 'opacity-60',
        props.className,
      )}
    >
      {segments.map((segment, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a native radio cannot carry the ring and the whole cell as its target
        <button
          key={segment.value}
          ref={(element) => {
            buttons.current[index] = element;
          }}
          type="button"
          role="radio"
          aria-checked={index === at}
          aria-label={segment.description ? `${segment.label}, ${segment.description}` : undefined}
          title={segment.description}
          disabled={disabled}
          tabIndex={index === Math.max(at, 0) ? 0 : -1}
          onClick={() => choose(index)}
          className={cn(
            cellClass(index === at, tone, wide),
            index !== at && 'hover:bg-sunken focus-visible:outline-none',
          )}
        >
          {segment.label}
        </button>
      ))}
    </div>
  );
}

function RecordedSegments<Value extends string | number>(props: SegmentsProps<Value> & { wide: boolean }) {
  const { segments, value, tone = 'recorded', wide } = props;
  const group = useFieldGroup(props.label);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls, and nothing here can be changed
    <span role="group" {...group} className={cn(FRAME, props.className)}>
      {segments.map((segment) => (
        <span
          key={segment.value}
          aria-current={segment.value === value ? 'true' : undefined}
          aria-hidden={segment.value === value ? undefined : true}
          className={cellClass(segment.value === value, tone, wide)}
        >
          {segment.label}
        </span>
      ))}
      {value === null ? <span className="sr-only">not set</span> : null}
    </span>
  );
}

/** Where a key leads, undefined when it leads nowhere. */
function nextIndex(key: string, from: number, segments: readonly Segment<string | number>[]): number | undefined {
  const last = segments.length - 1;
  if (key === 'ArrowRight' || key === 'ArrowDown') return from >= last ? 0 : from + 1;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return from <= 0 ? last : from - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  const answered = segments.findIndex((segment) => segment.label === key);
  return answered === -1 ? undefined : answered;
}

/** The segments 1 to `count`, with the rubric sentence of each value. */
export function numberedSegments(count: number, descriptions: readonly (string | undefined)[] = []): Segment<number>[] {
  return Array.from({ length: count }, (_, index) => ({
    value: index + 1,
    label: String(index + 1),
    description: descriptions[index],
  }));
}
