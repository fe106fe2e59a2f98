'use client';

import { CloudOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { TextButton } from '@/components/ui/text-link';

export type OfflineBarProps = {
  /** "Last in step at 14:02, next try in 8 s". */
  detail?: ReactNode;
  onRetry: () => void;
};

/** The connection is lost: 40 high under the top bar, and it says what is kept. */
export function OfflineBar({ detail, onRetry }: OfflineBarProps) {
  return (
    <div
      role="status"
      className="flex min-h-10 shrink-0 items-center gap-x-4 border-b border-line bg-neutral-soft px-4 py-1 md:px-5"
    >
      <CloudOff aria-hidden className="-mr-1.5 size-4 shrink-0 text-ink-2" />
      <p className="min-w-0 flex-1">
        <b className="mr-2.5">Not connected.</b>
        <span className="text-ink-2">What you type is kept here.</span>
        {detail ? <span className="block text-label text-ink-2 tabular-nums sm:hidden">{detail}</span> : null}
      </p>
      {detail ? <span className="text-label text-ink-2 tabular-nums max-sm:hidden">{detail}</span> : null}
      <TextButton look="bare" onClick={onRetry} className="touch:min-h-11">
        Try now
      </TextButton>
    </div>
  );
}
