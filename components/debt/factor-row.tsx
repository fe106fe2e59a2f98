'use client';

import { cn } from '@/components/ui/cn';
import { numberedSegments, Segments } from '@/components/ui/segments';
import { anchorLevels, factorLevels, rubric, rubricSentence } from '@/server/domain/scoring/rubric';
import { type FactorName, highestFactor } from '@/server/domain/scoring/score';

export type FactorRowProps = {
  name: FactorName;
  value: number | null;
  /** What is stored: ringed in ink; another choice is ringed in blue. */
  recorded?: number | null;
  /** Left out, the row only shows what is recorded. */
  onChange?: (value: number | null) => void;
  /** `row` sets label, segments and sentence side by side, `stacked` the sentence under both, `form` as rows of a form. */
  layout: 'row' | 'stacked' | 'form';
  error?: string;
};

const GRIDS = {
  row: 'sm:grid sm:grid-cols-[118px_auto_minmax(0,1fr)] sm:items-center sm:gap-x-4 py-0.75 max-sm:py-2.5',
  stacked: 'py-2.5',
  form: 'sm:grid sm:grid-cols-[144px_auto_minmax(0,1fr)] sm:items-start sm:gap-x-4 py-1.25 max-sm:py-2.5',
};

/** One factor: its levels as segments, and the rubric's sentence of the chosen one. */
export function FactorRow({ name, value, recorded = null, onChange, layout, error }: FactorRowProps) {
  const guide = rubric[name];
  const sentences = factorLevels.map((level) => guide.levels[level]);
  const isRecorded = value !== null && value === recorded;
  const label = (
    <span className={cn(layout === 'form' && 'sm:pt-1')}>
      <span className="block font-medium">{guide.label}</span>
      {layout === 'form' && value === null ? <span className="block text-label text-ink-3">{guide.hint}</span> : null}
    </span>
  );
  const segments = (
    <Segments
      label={guide.label}
      segments={numberedSegments(highestFactor, sentences)}
      value={value}
      tone={isRecorded ? 'recorded' : 'choosing'}
      onChange={onChange}
      onClear={onChange && recorded === null ? () => onChange(null) : undefined}
    />
  );
  const sentence = <FactorSentence name={name} value={value} open={onChange !== undefined} layout={layout} />;
  const problem = error ? (
    <p role="alert" className="mt-1 font-medium text-danger sm:col-span-3">
      {error}
    </p>
  ) : null;
  return (
    <div className={cn('border-t border-line', GRIDS[layout])}>
      {layout === 'stacked' ? (
        <>
          <div className="flex items-center justify-between gap-3">
            {label}
            {segments}
          </div>
          {sentence}
        </>
      ) : (
        <>
          <div className="contents max-sm:flex max-sm:items-center max-sm:justify-between max-sm:gap-3">
            {label}
            {segments}
          </div>
          {sentence}
        </>
      )}
      {problem}
    </div>
  );
}

function FactorSentence(props: {
  name: FactorName;
  value: number | null;
  open: boolean;
  layout: FactorRowProps['layout'];
}) {
  const { name, value, open, layout } = props;
  const stacked = layout === 'stacked';
  const guide = rubric[name];
  const place = cn(
    'min-w-0 text-ink-2',
    stacked ? 'mt-1 text-label' : 'max-sm:mt-1.5 max-sm:text-label',
    layout === 'form' && 'sm:pt-1',
  );
  if (value !== null) {
    const isCost = stacked && name === 'remediationCost';
    return (
      <p className={place} aria-live="polite">
        {rubricSentence(name, value)} {isCost ? `${guide.hint}.` : null}
      </p>
    );
  }
  if (!open) return <p className={cn(place, 'text-ink-3')}>not set</p>;
  return (
    <dl className={place}>
      {anchorLevels.map((level) => (
        <div key={level} className="flex gap-2.5">
          <dt className="w-3 font-semibold tabular-nums text-ink">{level}</dt>
          <dd>{guide.levels[level]}</dd>
        </div>
      ))}
    </dl>
  );
}
