'use client';

import { DottedFigure } from '@/components/ui/dotted-figure';
import type { RegisterRecord } from '@/server/modules/register/contract';

type Summary = {
  total: number;
  registers: number;
  open: number;
  inForce: number;
  withRevisit: number;
  due: number;
  unknown: number;
};

/** The sentence that sums the registers up; its last figure opens to what it is made of. */
export function ListSummary({ summary }: { summary: Summary }) {
  const { total, registers, open, inForce, withRevisit, due, unknown } = summary;
  return (
    <>
      {total} in {registers} {registers === 1 ? 'register' : 'registers'} · {open} open · {inForce} in force
      {inForce > 0 ? (
        <>
          ,{' '}
          <DottedFigure
            title="Decisions in force that come back"
            inputs={[
              { label: 'With a day, a condition or an end', value: withRevisit },
              { label: 'Without', value: inForce - withRevisit },
              { label: 'Due now', value: due },
              ...(unknown > 0 ? [{ label: 'With a status that could not be read', value: unknown }] : []),
            ]}
            note="A decision that nobody looks at again holds until it hurts. Accepted ones can name the day or the condition on which to ask whether they still hold."
          >
            {withRevisit} of them with a revisit date
          </DottedFigure>
        </>
      ) : null}
    </>
  );
}

/** The same of one register. */
export function registerSentence({ decisions, open, inForce }: RegisterRecord): string {
  return `${decisions} ${decisions === 1 ? 'decision' : 'decisions'} · ${open} open · ${inForce} in force`;
}
