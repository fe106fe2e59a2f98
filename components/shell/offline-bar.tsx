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
      className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-4 border-b border-line bg-neutral-soft px-4 py-1 md:px-5"
    >
      <p className="flex flex-1 items-center gap-2.5">
        <CloudOff aria-hidden className="size-4 shrink-0 text-ink-2" />
        <b>Not connected.</b>
        <span className="text-ink-2">What you type is kept here.</span>
      </p>
      {detail ? <span className="text-label text-ink-2 tabular-nums">{detail}</span> : null}
      <TextButton look="bare" onClick={onRetry} className="touch:min-h-11">
        Try now
      </TextButton>
    </div>
  );
}
