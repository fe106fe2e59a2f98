import { ArrowRight } from 'lucide-react';
import { DecisionStatusChip } from '@/components/decision/status-chip';
import { cn } from '@/components/ui/cn';
import type { PlannedRecord } from '@/server/modules/register-import/contract';

const becomes: Record<PlannedRecord['action'], string> = {
  create: 'New',
  update: 'Updated',
  unchanged: 'Unchanged',
  keep: 'Left as it is',
};

function detailOf({ action, changed, note }: PlannedRecord): string {
  const changes = action === 'update' && changed.length > 0 ? `Changes: ${changed.join(', ')}.` : '';
  return [changes, note].filter(Boolean).join(' ');
}

/** One record: as the file says it, and as it is read. */
export function RecordRow({ record }: { record: PlannedRecord }) {
  const { path, number, title, status, rawStatus, rawDate, date, action } = record;
  const detail = detailOf(record);
  return (
    <tr className="border-b border-line last:border-b-0 max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:gap-y-0.5 max-sm:py-1.5 sm:h-11">
      <td className="text-right text-ink-2 tabular-nums max-sm:hidden">{number ?? ''}</td>
      <th scope="row" className="min-w-0 py-1 text-left font-normal max-sm:col-span-2 max-sm:py-0">
        <span className="block truncate leading-4.5 font-medium" title={title}>
          <span className="tabular-nums sm:hidden">{number === null ? '' : `${number}. `}</span>
          {title}
        </span>
        <span className="block truncate font-mono text-micro text-ink-2" title={path}>
          {path}
        </span>
        {detail ? <span className="block text-label text-ink-2">{detail}</span> : null}
      </th>
      <td className="min-w-0 max-sm:hidden">
        <span className="flex items-center gap-2">
          <span className="min-w-0 flex-1">
            <span
              className={cn('block truncate font-mono text-label', rawStatus === '' && 'font-sans text-ink-3')}
              title={rawStatus}
            >
              {rawStatus || 'none'}
            </span>
            {rawDate === '' ? null : (
              <span className={cn('block truncate text-micro text-ink-2 tabular-nums', date === null && 'text-warn')}>
                {rawDate}
                {date === null ? ', not read' : ''}
              </span>
            )}
          </span>
          <ArrowRight aria-hidden className="size-3.5 shrink-0 text-ink-3" />
        </span>
      </td>
      <td>
        <DecisionStatusChip status={status} bare className={cn('align-middle', status === 'unknown' && 'text-warn')} />
      </td>
      <td className={cn('text-label max-sm:text-right', action === 'create' ? 'text-ink' : 'text-ink-2')}>
        {becomes[action]}
      </td>
    </tr>
  );
}
