'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ScoreChangeText } from '@/components/debt/score-change';
import { useTRPC } from '@/components/query/trpc';
import { dateToDay } from '@/server/domain/field/day';
import { dayText } from '@/server/domain/scoring/day';
import { explainRescore } from '@/server/domain/scoring/explain';
import { scoreText } from '@/server/domain/scoring/score';
import type { DebtRecord } from '@/server/modules/debt/contract';

/** What the score was before the present one, and why it changed: "Was 13.3 on 2 Sep 2026. +4.0, severity". */
export function ScoreBefore({ workspace, debt, history }: { workspace: string; debt: DebtRecord; history: ReactNode }) {
  const trpc = useTRPC();
  const scores = useQuery(trpc.debt.scores.queryOptions({ workspace, key: debt.key }));
  const [now, before] = scores.data ?? [];
  if (!now) return null;
  return (
    <div data-before className="border-t border-line pt-3 text-label text-ink-2">
      <p className="flex flex-wrap items-center gap-x-2">
        {before ? (
          <>
            <span>
              Was <b className="tabular-nums text-ink">{scoreText(before.scoreThirds)}</b> on{' '}
              {dayText(dateToDay(before.scoredAt))}.
            </span>
            <ScoreChangeText change={explainRescore(before, now)} />
          </>
        ) : (
          <span>First scored on {dayText(dateToDay(now.scoredAt))}.</span>
        )}
        <span className="ml-auto">{history}</span>
      </p>
      {before && now.reason ? <p className="mt-1 [overflow-wrap:anywhere]">“{now.reason}”</p> : null}
    </div>
  );
}
