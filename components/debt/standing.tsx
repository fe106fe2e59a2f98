'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/components/query/trpc';
import { DottedFigure } from '@/components/ui/dotted-figure';
import { rankText } from '@/server/domain/scoring/ranking';
import type { DebtRecord } from '@/server/modules/debt/contract';

/** "rank 2 of 63, in the top ten in 91 % of draws": how much the place means. */
export function Standing({ workspace, debt }: { workspace: string; debt: DebtRecord }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.backlog.rank.queryOptions({ workspace, key: debt.key }));
  if (debt.scoreThirds === null) return 'not scored yet';
  if (!data) return ' ';
  if (data.rank === null) return 'closed debts have no rank';
  const place = `rank ${rankText({ rank: data.rank, tied: data.tied })} of ${data.of}`;
  if (data.stabilityRatio === null || data.of <= data.top) return place;
  return (
    <>
      {place}, in the top ten in{' '}
      <DottedFigure
        title={`How stable the place of ${debt.key} is`}
        formula={`${Math.round(data.stabilityRatio * data.draws)} of ${data.draws} draws`}
        inputs={[
          { label: 'Each draw', value: 'every factor −1, 0 or +1' },
          { label: 'Counted as in', value: `among the first ${data.top}` },
        ]}
        note="Scores are judgements: a draw moves every factor of every open debt by up to one step and ranks again."
      >
        {Math.round(data.stabilityRatio * 100)} %
      </DottedFigure>{' '}
      of draws
    </>
  );
}
