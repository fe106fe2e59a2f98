import { cn } from './cn';

export type ProgressProps = {
  /** What is under way. */
  label: string;
  /** 0 to 1; null while the end is not known. */
  ratio: number | null;
  /** In words: "3,200 of 50,000 rows". */
  text?: string;
  className?: string;
};

export function Progress({ label, ratio, text, className }: ProgressProps) {
  return (
    <div className={cn('flex flex-col gap-1', className)}>
      <div className="flex justify-between gap-4 text-label tabular-nums">
        <span className="font-medium">{label}</span>
        {text ? <span className="text-ink-2">{text}</span> : null}
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={ratio === null ? undefined : Math.round(ratio * 100)}
        aria-valuetext={text}
        className="h-1 overflow-hidden rounded-full bg-neutral-soft"
      >
        <div
          className={cn(
            'h-full w-full origin-left rounded-full bg-accent transition-transform',
            ratio === null && 'animate-skeleton',
          )}
          style={{ transform: `scaleX(${ratio ?? 1})` }}
        />
      </div>
    </div>
  );
}
