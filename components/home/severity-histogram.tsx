'use client';

import { cn } from '@/components/ui/cn';
import { DottedFigure } from '@/components/ui/dotted-figure';
import { meanSeverityText, severitiesRoundingTo } from '@/server/domain/scoring/severity-mean';
import type { Summary } from '@/server/modules/backlog/contract';
import { backlogHref } from './backlog-href';
import { FigureLink } from './figure-link';
import { numberText } from './home-words';

const fills = ['bg-sev-1', 'bg-sev-2', 'bg-sev-3', 'bg-sev-4', 'bg-sev-5'];

/** How severe the open debts are: bars from zero, the counts on them. */
export function SeverityHistogram({ workspace, summary }: { workspace: string; summary: Summary }) {
  const { scored, severityCounts, severityThirdsSum } = summary;
  const most = Math.max(...severityCounts.map(({ count }) => count), 1);
  const mean = meanSeverityText(severityThirdsSum, scored);
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">Open debts by severity, rounded</caption>
      <thead>
        <tr className="border-b border-line text-label text-ink-2">
          <th scope="col" colSpan={2} className="h-7 text-left font-medium">
            Severity, rounded
          </th>
          <th scope="col" className="text-right font-normal whitespace-nowrap">
            {numberText(scored)} scored
          </th>
        </tr>
      </thead>
      <tbody>
        {severityCounts.map(({ severity, count }) => (
          <tr key={severity}>
            <th scope="row" className="h-7 w-6 text-left font-normal tabular-nums">
              {severity}
            </th>
            <td className="pr-3">
              <span
                aria-hidden
                className={cn(
                  'block h-3.5 inset-ring inset-ring-sev-edge',
                  fills[severity - 1],
                  count === 0 && 'hidden',
                )}
                style={{ width: `${(100 * count) / most}%` }}
              />
            </td>
            <td className="w-12 text-right tabular-nums">
              <Bar workspace={workspace} severity={severity} count={count} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="border-t border-ink">
          <td className="h-7.5" />
          <td className="text-label text-ink-2">{mean ? <Mean mean={mean} summary={summary} /> : null}</td>
          <td className="text-right font-semibold tabular-nums">{numberText(scored)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function Bar({ workspace, severity, count }: { workspace: string; severity: number; count: number }) {
  if (count === 0) return <span className="text-ink-3">0</span>;
  const counted = severitiesRoundingTo(severity);
  return (
    <DottedFigure
      align="end"
      title={`Open debts with severity ${severity}, rounded`}
      formula={`${counted.slice(0, -1).join(', ')} or ${counted.at(-1)}`}
      note={<FigureLink href={backlogHref(workspace, {}, '-severity')}>The backlog by severity</FigureLink>}
    >
      {numberText(count)}
    </DottedFigure>
  );
}

function Mean({ mean, summary }: { mean: string; summary: Summary }) {
  return (
    <>
      mean{' '}
      <DottedFigure
        title="Mean severity of the open backlog"
        formula={`${numberText(summary.severityThirdsSum)} ÷ 3 ÷ ${numberText(summary.scored)} = ${mean}`}
        note="Severity is the mean of impact, likelihood and velocity tax. Debts without a score are not counted."
      >
        {mean}
      </DottedFigure>
    </>
  );
}
