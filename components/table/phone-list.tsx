'use client';

import Link from 'next/link';
import { type ReactNode, useRef } from 'react';
import { cn } from '@/components/ui/cn';
import { Skeleton } from '@/components/ui/skeleton';
import { useVirtualRows } from './use-virtual-rows';

export type PhoneListProps<Row> = {
  label: string;
  rows: readonly Row[];
  getRowId: (row: Row) => string;
  rowHref?: (row: Row) => string;
  onOpen?: (row: Row) => void;
  renderRow: (row: Row) => ReactNode;
  loading: boolean;
  onEndReached?: () => void;
  className?: string;
};

const ROW = 63;

/** The table on a phone: two lines a row, edge to edge; a row is the page it opens. */
export function PhoneList<Row>(props: PhoneListProps<Row>) {
  'use no memo';
  const { rows, getRowId, rowHref, onOpen, renderRow, loading } = props;
  const body = useRef<HTMLUListElement>(null);
  const virtual = useVirtualRows({
    body,
    count: rows.length,
    rowHeight: ROW,
    covered: 0,
    onEndReached: props.onEndReached,
  });
  const look = 'block h-full w-full px-4 py-2.5 text-left active:bg-sunken';
  return (
    <ul
      ref={body}
      aria-label={props.label}
      aria-busy={loading}
      className={cn('-mx-4 border-y border-line', props.className)}
    >
      {virtual.above > 0 ? <li aria-hidden style={{ height: virtual.above }} /> : null}
      {loading
        ? ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
            <li key={key} aria-hidden className="flex h-[63px] flex-col justify-center gap-2 border-b border-line px-4">
              <Skeleton className="w-3/5" />
              <Skeleton className="w-2/5" />
            </li>
          ))
        : null}
      {virtual.indices.map((index) => {
        const row = rows[index];
        if (row === undefined) return null;
        const inside = renderRow(row);
        return (
          <li
            key={getRowId(row)}
            aria-setsize={rows.length}
            aria-posinset={index + 1}
            className="h-[63px] overflow-hidden border-b border-line last:border-b-0"
          >
            {rowHref ? (
              <Link href={rowHref(row)} prefetch={false} className={look}>
                {inside}
              </Link>
            ) : onOpen ? (
              <button type="button" onClick={() => onOpen(row)} className={look}>
                {inside}
              </button>
            ) : (
              <div className={look}>{inside}</div>
            )}
          </li>
        );
      })}
      {virtual.below > 0 ? <li aria-hidden style={{ height: virtual.below }} /> : null}
    </ul>
  );
}
