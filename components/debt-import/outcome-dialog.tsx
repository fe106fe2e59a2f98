'use client';

import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { stateLooks } from '@/components/debt/state-look';
import { StatusChip } from '@/components/ui/chip';
import { Dialog } from '@/components/ui/dialog';
import type { ImportPreview } from '@/server/modules/debt-import/contract';
import { counted, fieldText } from './import-words';

export type OutcomePart = 'created' | 'updated' | 'unchanged' | 'skipped';

type Props = { preview: ImportPreview; part: OutcomePart | null; onClose: () => void };

const titles: Record<OutcomePart, (count: number) => string> = {
  created: (count) => `${counted(count, 'debt')} would be created`,
  updated: (count) => `${counted(count, 'debt')} would change`,
  unchanged: (count) => `${counted(count, 'debt')} would stay as ${count === 1 ? 'it is' : 'they are'}`,
  skipped: (count) => `${counted(count, 'row')} would be passed over`,
};

/** The rows behind one figure of the outcome. */
export function OutcomeDialog({ preview, part, onClose }: Props) {
  if (part === null) return null;
  const count = preview[part];
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())} title={titles[part](count)} width="lg">
      {part === 'created' ? <Created preview={preview} /> : null}
      {part === 'updated' ? <Updated preview={preview} /> : null}
      {part === 'unchanged' ? <Unchanged preview={preview} /> : null}
      {part === 'skipped' ? <Skipped preview={preview} /> : null}
    </Dialog>
  );
}

function Rows({ listed, count, children }: { listed: number; count: number; children: ReactNode }) {
  return (
    <>
      <ul className="divide-y divide-line">{children}</ul>
      {count > listed ? (
        <p className="mt-3 text-label text-ink-3">
          The first {listed} of {count.toLocaleString('en-GB')}.
        </p>
      ) : null}
    </>
  );
}

function Row({ row, name, title, aside }: { row: number; name: string | null; title: string; aside?: ReactNode }) {
  return (
    <div className="flex items-baseline gap-3 py-1.5">
      <span className="w-16 shrink-0 text-label text-ink-3 tabular-nums">row {row}</span>
      {name ? <span className="key shrink-0 text-ink-2">{name}</span> : null}
      <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{title}</span>
      {aside}
    </div>
  );
}

function Created({ preview: { creates, created } }: { preview: ImportPreview }) {
  return (
    <Rows listed={creates.length} count={created}>
      {creates.map(({ row, key, title, state }) => (
        <li key={row}>
          <Row row={row} name={key} title={title} aside={<StatusChip {...stateLooks[state]} bare />} />
        </li>
      ))}
    </Rows>
  );
}

function Updated({ preview: { updates, updated } }: { preview: ImportPreview }) {
  return (
    <Rows listed={updates.length} count={updated}>
      {updates.map(({ row, key, title, fields }) => (
        <li key={row} className="py-1.5">
          <Row row={row} name={key} title={title} />
          <dl className="grid gap-x-3 gap-y-1 pb-1.5 pl-19 sm:grid-cols-[136px_minmax(0,1fr)]">
            {fields.map(({ field, from, to }) => (
              <div key={field} className="contents">
                <dt className="text-label leading-5 text-ink-3">{fieldText(field)}</dt>
                <dd className="flex flex-wrap items-baseline gap-x-2 [overflow-wrap:anywhere]">
                  <span className="text-ink-2">{from}</span>
                  <ArrowRight aria-label="becomes" className="size-3 shrink-0 self-center text-ink-3" />
                  <span>{to}</span>
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </Rows>
  );
}

function Unchanged({ preview: { same, unchanged } }: { preview: ImportPreview }) {
  return (
    <Rows listed={same.length} count={unchanged}>
      {same.map(({ row, key, title }) => (
        <li key={row}>
          <Row row={row} name={key} title={title} />
        </li>
      ))}
    </Rows>
  );
}

function Skipped({ preview: { findingGroups, skipped } }: { preview: ImportPreview }) {
  const groups = findingGroups.filter((group) => group.section === 'skipped');
  const listed = groups.reduce((sum, group) => sum + group.count, 0);
  return (
    <Rows listed={Math.min(listed, skipped)} count={skipped}>
      {groups.map(({ code, rows, message, suggestion }) => (
        <li key={`${code} ${rows.join()}`} className="py-0.5">
          <Row row={rows[0] ?? 0} name={null} title={message} />
          <p className="-mt-1 pb-1.5 pl-19 text-ink-2">{suggestion}</p>
        </li>
      ))}
    </Rows>
  );
}
