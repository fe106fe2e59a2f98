'use client';

import { useState } from 'react';
import { cn } from '@/components/ui/cn';
import { Segments } from '@/components/ui/segments';
import { notDebtReasons, type Quadrant, quadrantGuides } from '@/server/domain/scoring/quadrant';
import { verdictText } from './verdict-text';

type Verdict = { quadrant: Quadrant | null; notDebtReason: string | null };
type Intent = 'deliberate' | 'inadvertent';
type Care = 'prudent' | 'reckless';

const intents = [
  { value: 'deliberate', label: 'Deliberate' },
  { value: 'inadvertent', label: 'Inadvertent' },
] as const satisfies { value: Intent; label: string }[];
const cares = [
  { value: 'prudent', label: 'Prudent' },
  { value: 'reckless', label: 'Reckless' },
] as const satisfies { value: Care; label: string }[];

function joined(intent: Intent | null, care: Care | null): Quadrant | null {
  if (!intent || !care) return null;
  return `${intent}${care === 'prudent' ? 'Prudent' : 'Reckless'}`;
}

function intentOf(quadrant: Quadrant | null): Intent | null {
  if (!quadrant) return null;
  return quadrant.startsWith('deliberate') ? 'deliberate' : 'inadvertent';
}

function careOf(quadrant: Quadrant | null): Care | null {
  if (!quadrant) return null;
  return quadrant.endsWith('Prudent') ? 'prudent' : 'reckless';
}

export type QuadrantFieldProps = {
  value: Verdict;
  onChange: (value: Verdict) => void;
  error?: string;
};

/** How a debt came about, as two worded pairs, or the verdict that it is none, with its reason. */
export function QuadrantField({ value, onChange, error }: QuadrantFieldProps) {
  const [half, setHalf] = useState<{ intent: Intent | null; care: Care | null }>({ intent: null, care: null });
  const intent = intentOf(value.quadrant) ?? half.intent;
  const care = careOf(value.quadrant) ?? half.care;
  const choose = (next: { intent: Intent | null; care: Care | null }) => {
    setHalf(next);
    onChange({ quadrant: joined(next.intent, next.care), notDebtReason: null });
  };
  const own =
    value.notDebtReason && !notDebtReasons.some((reason) => reason === value.notDebtReason)
      ? value.notDebtReason
      : null;
  return (
    <div className="flex flex-col gap-2.5">
      <div className="gap-x-8 sm:grid sm:grid-cols-[128px_minmax(0,1fr)]">
        <span className="font-medium sm:pt-1">Quadrant</span>
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5 max-sm:mt-1.5">
          <Segments
            label="Taken on purpose?"
            segments={intents}
            value={intent}
            onChange={(next) => choose({ intent: next, care })}
          />
          <Segments
            label="Taken with care?"
            segments={cares}
            value={care}
            onChange={(next) => choose({ intent, care: next })}
          />
          <span className="pl-1 text-ink-2" aria-live="polite">
            {value.quadrant ? quadrantGuides[value.quadrant].looksLike : null}
          </span>
        </div>
      </div>
      <div className="gap-x-8 sm:grid sm:grid-cols-[128px_minmax(0,1fr)]">
        <span className="font-medium">Or not debt</span>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its legend twice */}
        <div role="group" aria-label="Or not debt" className="flex flex-wrap gap-x-4 gap-y-1 max-sm:mt-1.5">
          {[...notDebtReasons, ...(own ? [own] : [])].map((reason) => {
            const isChosen = value.notDebtReason === reason;
            return (
              <button
                key={reason}
                type="button"
                aria-pressed={isChosen}
                className={cn(
                  'relative rounded-cell border-b touch:mb-3 touch:after:absolute touch:after:-inset-y-3 touch:after:inset-x-0',
                  isChosen
                    ? 'border-accent font-medium text-accent-text'
                    : 'border-line-strong text-ink-2 hover:border-ink hover:text-ink',
                )}
                onClick={() => {
                  setHalf({ intent: null, care: null });
                  onChange({ quadrant: null, notDebtReason: isChosen ? null : reason });
                }}
              >
                {verdictText(reason)}
              </button>
            );
          })}
        </div>
      </div>
      {value.notDebtReason ? (
        <p className="text-ink-2 sm:pl-40">
          It is kept with this reason and withdrawn as invalid: out of the order, not out of memory.
        </p>
      ) : null}
      {error ? (
        <p role="alert" className="font-medium text-danger sm:pl-40">
          {error}
        </p>
      ) : null}
    </div>
  );
}
