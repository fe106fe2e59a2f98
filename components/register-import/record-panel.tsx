'use client';

import { useMemo, useState } from 'react';
import { statusLooks } from '@/components/decision/status-look';
import { PanelHeader } from '@/components/ui/page-header';
import { TextButton } from '@/components/ui/text-link';
import { decisionStatuses } from '@/server/domain/decision/status';
import type { RegisterImportPreview } from '@/server/modules/register-import/contract';
import { counted, leastCertainFirst } from './import-words';
import { RecordRow } from './record-row';

const step = 100;

/** What each file is read as, the least certain first. */
export function RecordPanel({ preview }: { preview: RegisterImportPreview }) {
  const [shown, setShown] = useState(step);
  const records = useMemo(() => leastCertainFirst(preview.records), [preview.records]);
  return (
    <section aria-labelledby="records" className="min-w-0">
      <PanelHeader title={<span id="records">Records</span>} summary={<StatusSummary preview={preview} />} />
      <div className="mt-2 overflow-hidden rounded-well border border-line bg-surface">
        {records.length === 0 ? (
          <p className="px-3 py-6 text-center text-ink-2">
            No file looks like a decision record. The findings say what each was taken for.
          </p>
        ) : (
          <table className="w-full table-fixed max-sm:block [&_td]:px-2.5 [&_th]:px-2.5">
            <colgroup className="max-sm:hidden">
              <col className="w-14" />
              <col />
              <col className="w-[19%]" />
              <col className="w-30" />
              <col className="w-24" />
            </colgroup>
            <thead className="max-sm:hidden">
              <tr className="h-8 border-b border-line text-left text-label text-ink-2 [&_th]:font-medium">
                <th scope="col" className="text-right">
                  No.
                </th>
                <th scope="col">Title and file</th>
                <th scope="col">Status in the file</th>
                <th scope="col">Read as</th>
                <th scope="col">Becomes</th>
              </tr>
            </thead>
            <tbody className="max-sm:block">
              {records.slice(0, shown).map((record) => (
                <RecordRow key={record.path} record={record} />
              ))}
            </tbody>
          </table>
        )}
      </div>
      {records.length > shown ? (
        <p className="mt-2 px-0.5 text-label text-ink-3">
          <TextButton look="quiet" onClick={() => setShown(shown + step)}>
            Show {counted(Math.min(step, records.length - shown), 'more record')} of{' '}
            {records.length.toLocaleString('en-GB')}
          </TextButton>
        </p>
      ) : null}
    </section>
  );
}

function StatusSummary({ preview: { statusCounts, records } }: { preview: RegisterImportPreview }) {
  const { unknown = 0, ...known } = statusCounts;
  const parts = decisionStatuses.flatMap((status) => {
    const count = status === 'unknown' ? 0 : known[status];
    return count ? [`${count.toLocaleString('en-GB')} ${statusLooks[status].label.toLowerCase()}`] : [];
  });
  return (
    <>
      {parts.join(', ')}
      {unknown > 0 ? (
        <>
          {parts.length > 0 ? ', ' : ''}
          <b className="font-medium text-warn">{unknown.toLocaleString('en-GB')} of unknown status</b>
        </>
      ) : null}
      {records.length > 1 ? '. The least certain first.' : null}
    </>
  );
}
