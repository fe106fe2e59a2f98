import { cn } from './cn';

export type SeverityBarProps = {
  /** 0 to 5, filled to the decimal; null is said in words. */
  value: number | null;
  /** Leaves the number out where it stands beside the bar already. */
  bare?: boolean;
  /** Words for null. */
  unset?: string;
  className?: string;
};

const CELLS = [0, 1, 2, 3, 4];
const FILLS = ['bg-sev-1', 'bg-sev-1', 'bg-sev-2', 'bg-sev-3', 'bg-sev-4', 'bg-sev-5'];

/** Five cells filled to the decimal and the number: the number says it without the colour. */
export function SeverityBar({ value, bare = false, unset = 'not set', className }: SeverityBarProps) {
  if (value === null) return <span className={cn('text-ink-3', className)}>{unset}</span>;
  const fill = FILLS[Math.round(Math.min(Math.max(value, 0), 5))];
  const text = value.toFixed(1);
  return (
    <span className={cn('inline-flex items-center gap-2 tabular-nums', className)}>
      <span aria-hidden className="flex gap-0.5">
        {CELLS.map((cell) => {
          const part = Math.min(Math.max(value - cell, 0), 1);
          return (
            <span key={cell} className="relative h-3.5 w-1.75 overflow-hidden rounded-cell bg-line">
              {part > 0 ? (
                <span
                  className={cn('absolute inset-y-0 left-0 rounded-[inherit] inset-ring inset-ring-sev-edge', fill)}
                  style={{ width: `${part * 100}%` }}
                />
              ) : null}
            </span>
          );
        })}
      </span>
      <span className={bare ? 'sr-only' : 'text-ink-2'}>{bare ? `${text} of 5` : text}</span>
    </span>
  );
}
