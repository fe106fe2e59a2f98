import { cn } from '@/components/ui/cn';

/** The product's sign: three entries of a ledger. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 22 22" aria-hidden="true" className={cn('size-5.5 shrink-0', className)}>
      <rect width="22" height="22" rx="6" className="fill-ink" />
      <path
        d="M5.5 7h11M5.5 11h8M5.5 15h5"
        className="stroke-bg"
        strokeWidth="1.75"
        strokeLinecap="round"
        fill="none"
      />
    </svg>
  );
}

/** Sign and name, for the pages outside a workspace. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2.5 text-product font-semibold">
      <Mark />
      Paydown
    </span>
  );
}
