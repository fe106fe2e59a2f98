'use client';

import { Minus, TrendingDown, TrendingUp } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import { changeCause, type ScoreChange, signedText } from '@/server/domain/scoring/explain';

const icons = { up: TrendingUp, down: TrendingDown, same: Minus };
const inks = { worse: 'text-danger', better: 'text-ok', neutral: 'text-ink-2' };

/** "+4.0, severity": how far the score moves and what moves it; worse and better go by severity alone. */
export function ScoreChangeText({ change, className }: { change: ScoreChange; className?: string }) {
  const Icon = icons[change.direction];
  const cause = changeCause(change);
  return (
    <span className={cn('inline-flex items-center gap-1.5 font-medium tabular-nums', inks[change.verdict], className)}>
      <Icon aria-hidden className="size-3.5" />
      {signedText(change.changeSixths)}
      {cause ? `, ${cause}` : null}
    </span>
  );
}
