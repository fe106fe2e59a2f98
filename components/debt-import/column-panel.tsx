'use client';

import { useState } from 'react';
import { PanelHeader } from '@/components/ui/page-header';
import { Spinner } from '@/components/ui/spinner';
import { TextButton } from '@/components/ui/text-link';
import type { ImportField } from '@/server/domain/importing/import-field';
import type { ImportPreview } from '@/server/modules/debt-import/contract';
import { ColumnRow } from './column-row';

type Column = ImportPreview['mapping'][number];
type Review = {
  choices: number;
  choose: (column: string, field: ImportField | null) => void;
  startOver: () => void;
};

const step = 100;

const isAside = ({ certainty }: Column) => certainty === 'kept' || certainty === 'empty';

/** What each column becomes, the least certain first. Columns that become nothing wait behind "Show all". */
export function ColumnPanel({
  preview,
  review,
  isReading,
}: {
  preview: ImportPreview;
  review: Review;
  isReading: boolean;
}) {
  const { mapping } = preview;
  const [shown, setShown] = useState(0);
  // A column that was just put aside stays in sight, or the choice could not be taken back.
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const aside = mapping.filter((one) => isAside(one) && !touched.has(one.column));
  const inSight = [...mapping.filter((one) => !aside.includes(one)), ...aside.slice(0, shown)];
  const choose = (column: string, field: ImportField | null) => {
    setTouched((was) => new Set([...was, column]));
    review.choose(column, field);
  };
  return (
    <section aria-labelledby="columns" className="min-w-0">
      <PanelHeader
        title={<span id="columns">Columns</span>}
        summary={<ColumnSummary mapping={mapping} />}
        aside={<Choices review={review} isReading={isReading} />}
      />
      <div className="mt-2 overflow-hidden rounded-well border border-line bg-surface">
        <table className="w-full table-fixed max-sm:block [&_td]:px-2.5 [&_th]:px-2.5">
          <colgroup className="max-sm:hidden">
            <col className="w-[26%]" />
            <col />
            <col className="w-44" />
            <col className="w-32" />
          </colgroup>
          <thead className="max-sm:hidden">
            <tr className="h-8 border-b border-line text-left text-label text-ink-2 [&_th]:font-medium">
              <th scope="col">In the file</th>
              <th scope="col">First values</th>
              <th scope="col">Becomes</th>
              <th scope="col">How sure</th>
            </tr>
          </thead>
          <tbody className="max-sm:block">
            {inSight.map((column) => (
              <ColumnRow key={column.column} column={column} onChoose={choose} />
            ))}
          </tbody>
        </table>
      </div>
      {aside.length > 0 ? (
        <p className="mt-2 px-0.5 text-label text-ink-3">
          {shown < aside.length ? (
            <>
              Columns that become nothing stay with the original row of each debt.{' '}
              <TextButton look="quiet" onClick={() => setShown(shown + step)}>
                {aside.length - shown <= step ? `Show all ${mapping.length}` : `Show ${step} more of ${mapping.length}`}
              </TextButton>
            </>
          ) : (
            <TextButton look="quiet" onClick={() => setShown(0)}>
              Show fewer
            </TextButton>
          )}
        </p>
      ) : null}
    </section>
  );
}

function ColumnSummary({ mapping }: { mapping: readonly Column[] }) {
  const count = (test: (one: Column) => boolean) => mapping.filter(test).length;
  const parts = [`${count((one) => one.field !== null)} mapped`];
  const kept = count((one) => one.certainty === 'kept');
  const empty = count((one) => one.certainty === 'empty');
  const open = count((one) => one.certainty === 'unmapped');
  if (kept > 0) parts.push(`${kept} kept as they are`);
  if (empty > 0) parts.push(`${empty} empty`);
  return (
    <>
      {parts.join(', ')}
      {open > 0 ? (
        <>
          , <b className="font-medium text-warn">{open} to decide</b>
        </>
      ) : null}
      . The least certain first.
    </>
  );
}

function Choices({ review, isReading }: { review: Review; isReading: boolean }) {
  return (
    <span className="flex items-center gap-3 text-label text-ink-2" role="status">
      {isReading ? (
        <>
          <Spinner /> Reading again
        </>
      ) : null}
      {review.choices > 0 ? (
        <TextButton look="quiet" onClick={review.startOver}>
          Back to the proposal
        </TextButton>
      ) : null}
    </span>
  );
}
