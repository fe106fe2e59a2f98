import { rubric } from '@/server/domain/scoring/rubric';
import { factorNames, rangeText, scoreRange } from '@/server/domain/scoring/score';
import type { DebtEdit } from './debt-edit';

type Score = DebtEdit['score'];

/** The formula of a side, with the factors that moved underlined. */
function SideFormula({ base, score }: { base: Score; score: Score }) {
  const part = (name: keyof Score) => {
    const value = score[name] ?? '–';
    return score[name] === base[name] ? (
      value
    ) : (
      <ins className="underline decoration-1 underline-offset-4">{value}</ins>
    );
  };
  return (
    <span className="ml-3 font-normal tabular-nums">
      ({part('impact')} + {part('likelihood')} + {part('velocityTax')}) × {part('remediationCost')} ÷ 3
    </span>
  );
}

/** Score and formula of one side, as the title of its card. */
export function SideScore({ base, score }: { base: Score; score: Score }) {
  return (
    <>
      <span className="text-panel font-semibold tabular-nums">{rangeText(scoreRange(score))}</span>
      <SideFormula base={base} score={score} />
    </>
  );
}

/** "Likelihood 4 → 5": what a side changed. */
export function scoreMoves(base: Score, score: Score): string {
  return factorNames
    .filter((name) => base[name] !== score[name])
    .map((name) => `${rubric[name].label} ${base[name] ?? 'not set'} → ${score[name] ?? 'not set'}`)
    .join(', ');
}
