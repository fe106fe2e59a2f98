'use client';

import { DottedFigure } from '@/components/ui/dotted-figure';
import { dateToDay } from '@/server/domain/field/day';
import { dayText } from '@/server/domain/scoring/day';
import { changeLabel, explainRescore, type ScoreChange, signedText } from '@/server/domain/scoring/explain';
import { formulaText, scoreText, severityThirds } from '@/server/domain/scoring/score';
import type { ScoreEntry } from '@/server/modules/debt/contract';
import { ScoreFigure } from './score-figure';
import { StepChart } from './step-chart';
import { useToday } from './use-today';

export type ScoreHistoryProps = { of: string; scores: readonly ScoreEntry[] };

/** Every score the debt has had: the steps as a drawing, and the same in figures with what moved them and why. */
export function ScoreHistory({ of, scores }: ScoreHistoryProps) {
  const today = useToday();
  const steps = scores
    .map((entry) => ({ day: dateToDay(entry.scoredAt), scoreThirds: entry.scoreThirds }))
    .toReversed();
  if (scores.length === 0) {
    return (
      <p className="text-ink-2">Not scored yet. The first score starts the history; each one after it says why.</p>
    );
  }
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-3 lg:flex-nowrap">
      <StepChart steps={steps} today={today} />
      <div className="min-w-0 flex-1 basis-96 overflow-x-auto">
        <table className="w-full text-body tabular-nums">
          <caption className="sr-only">Every score of {of}, newest first</caption>
          <thead>
            <tr className="text-left text-label text-ink-2 [&>th]:pb-2 [&>th]:font-normal">
              <th scope="col" className="pr-3 max-sm:pr-2">
                Score
              </th>
              <th scope="col" className="pr-3 max-sm:pr-2">
                Scored
              </th>
              <th scope="col" className="pr-3 max-sm:pr-2">
                Factors
              </th>
              <th scope="col" className="pr-3 max-sm:pr-2 text-right">
                Change
              </th>
              <th scope="col" className="pr-3 max-sm:pr-2 text-right">
                Severity
              </th>
              <th scope="col" className="text-right">
                Cost
              </th>
            </tr>
          </thead>
          {scores.map((entry, index) => (
            <HistoryEntry key={entry.id} of={of} entry={entry} before={scores[index + 1] ?? null} />
          ))}
        </table>
      </div>
    </div>
  );
}

function HistoryEntry({ of, entry, before }: { of: string; entry: ScoreEntry; before: ScoreEntry | null }) {
  const change = before ? explainRescore(before, entry) : null;
  return (
    <tbody className="border-t border-line">
      <tr className="[&>td]:pt-2">
        <td className="pr-3 max-sm:pr-2 font-semibold">
          <ScoreFigure answers={entry} of={of} scoredAt={entry.scoredAt} />
        </td>
        <td className="pr-3 max-sm:pr-2 whitespace-nowrap">{dayText(dateToDay(entry.scoredAt))}</td>
        <td className="pr-3 max-sm:pr-2 whitespace-nowrap text-ink-2">
          {entry.impact}, {entry.likelihood}, {entry.velocityTax}, C{entry.remediationCost}
        </td>
        {change && before ? <ChangeCells change={change} before={before} after={entry} /> : <td colSpan={3} />}
      </tr>
      <tr>
        <td />
        <td colSpan={5} className="pb-2 text-label [overflow-wrap:anywhere]">
          {entry.reason} <span className="text-ink-2">{entry.scoredBy ?? 'imported'}</span>
        </td>
      </tr>
    </tbody>
  );
}

function ChangeCells({ change, before, after }: { change: ScoreChange; before: ScoreEntry; after: ScoreEntry }) {
  const severityDelta = severityThirds(after) - severityThirds(before);
  const costDelta = after.remediationCost - before.remediationCost;
  return (
    <>
      <td className="pr-3 max-sm:pr-2 text-right">
        <DottedFigure
          align="end"
          title={`Change from ${scoreText(before.scoreThirds)} to ${scoreText(after.scoreThirds)}: ${changeLabel(change)}`}
          formula={`${signedText(change.severityEffectSixths)} by severity, ${signedText(change.costEffectSixths)} by cost`}
          inputs={[
            { label: 'Before', value: formulaText(before) },
            { label: 'After', value: formulaText(after) },
          ]}
          note="Each effect is taken at the mean of the other side, so that the two add up to the change."
        >
          {signedText(change.changeSixths)}
        </DottedFigure>
      </td>
      <td className="pr-3 max-sm:pr-2 text-right">
        <Effect
          sixths={change.severityEffectSixths}
          title="What severity did"
          formula={`${signed(severityDelta)} ÷ 3 × (${before.remediationCost} + ${after.remediationCost}) ÷ 2`}
        />
      </td>
      <td className="text-right">
        <Effect
          sixths={change.costEffectSixths}
          title="What remediation cost did"
          formula={`${signed(costDelta)} × (${severityThirds(before)} + ${severityThirds(after)}) ÷ 3 ÷ 2`}
        />
      </td>
    </>
  );
}

function signed(value: number): string {
  return value < 0 ? `−${Math.abs(value)}` : `+${value}`;
}

function Effect({ sixths, title, formula }: { sixths: number; title: string; formula: string }) {
  if (sixths === 0) return <span className="text-ink-3">–</span>;
  return (
    <DottedFigure align="end" title={title} formula={`${formula} = ${signedText(sixths)}`}>
      {signedText(sixths)}
    </DottedFigure>
  );
}
