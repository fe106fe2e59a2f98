'use client';

import type { ReactNode } from 'react';
import { cn } from './cn';
import { Popover } from './popover';

export type FigureInput = {
  label: string;
  value: ReactNode;
  /** Where it comes from and when: "Ruth Osei, 15 Nov 2026". */
  source?: ReactNode;
};

export type DottedFigureProps = {
  /** The figure as it stands on the page. */
  children: ReactNode;
  /** What the figure is: "Score of TD-31". */
  title: string;
  /** The formula in words or signs, and with the numbers in it. */
  formula?: ReactNode;
  inputs?: readonly FigureInput[];
  note?: ReactNode;
  align?: 'start' | 'center' | 'end';
  className?: string;
};

/** A figure that opens to its formula, inputs, sources and dates. */
export function DottedFigure({ children, title, formula, inputs = [], note, align, className }: DottedFigureProps) {
  return (
    <Popover
      label={title}
      align={align}
      className="w-80"
      trigger={
        <button
          type="button"
          className={cn('dotted rounded-cell text-left tabular-nums hover:text-accent-text', className)}
        >
          {children}
        </button>
      }
    >
      <p className="text-label font-medium text-ink-2">{title}</p>
      {formula ? <p className="mt-1 text-panel tabular-nums">{formula}</p> : null}
      {inputs.length > 0 ? (
        <dl className="mt-2 border-t border-line">
          {inputs.map((input) => (
            <div
              key={input.label}
              className="grid grid-cols-[1fr_auto] gap-x-4 border-b border-line py-1.5 last:border-b-0"
            >
              <dt className="text-ink-2">{input.label}</dt>
              <dd className="text-right font-medium tabular-nums">{input.value}</dd>
              {input.source ? <dd className="col-span-2 text-label text-ink-3">{input.source}</dd> : null}
            </div>
          ))}
        </dl>
      ) : null}
      {note ? <p className="mt-2 text-label text-ink-2">{note}</p> : null}
    </Popover>
  );
}
