import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

/** A plain table for a few dozen rows: people, tokens, teams. */
export function SettingsTable({
  label,
  head,
  children,
}: {
  label: string;
  head?: readonly Column[];
  children: ReactNode;
}) {
  return (
    <div className="overflow-x-auto rounded-well border border-line bg-surface">
      <table aria-label={label} className="w-full border-collapse text-left">
        {head ? (
          <thead>
            <tr className="border-b border-line text-label text-ink-3 max-sm:sr-only">
              {head.map((column) => (
                <th key={column.label} scope="col" className={cn('px-3 py-2 font-medium', column.className)}>
                  {column.hidden ? <span className="sr-only">{column.label}</span> : column.label}
                </th>
              ))}
            </tr>
          </thead>
        ) : null}
        <tbody className="[&>tr+tr]:border-t [&>tr]:border-line">{children}</tbody>
      </table>
    </div>
  );
}

export type Column = { label: string; className?: string; hidden?: boolean };

export function SettingsCell({ className, children }: { className?: string; children?: ReactNode }) {
  return <td className={cn('h-11 px-3 py-1 align-middle', className)}>{children}</td>;
}

/** The two lines of a row's first cell. */
export function TwoLines({ title, detail, lead }: { title: ReactNode; detail?: ReactNode; lead?: ReactNode }) {
  return (
    <div className="flex min-w-0 items-center gap-3">
      {lead}
      <div className="min-w-0">
        <div className="font-medium max-sm:truncate sm:[overflow-wrap:anywhere]">{title}</div>
        {detail ? (
          <div className="text-label text-ink-3 max-sm:truncate sm:[overflow-wrap:anywhere]">{detail}</div>
        ) : null}
      </div>
    </div>
  );
}
