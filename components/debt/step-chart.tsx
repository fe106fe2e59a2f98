import { daysBetween } from '@/server/domain/field/day';
import { highestFactor, scoreText } from '@/server/domain/scoring/score';
import { staleAfterDays } from '@/server/domain/scoring/staleness';

export type ScoreStep = { day: string; scoreThirds: number };

export type StepChartProps = {
  /** Oldest first, at least one. */
  steps: readonly ScoreStep[];
  /** The right edge, `YYYY-MM-DD`. */
  today: string;
};

const width = 208;
const left = 22;
const top = 10;
const bottom = 132;
const labelRoom = 30;
const lineRoom = 13;
const highestThirds = highestFactor * highestFactor * 3;
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function monthText(day: string): string {
  return `${monthNames[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}

function heightOf(thirds: number): number {
  return bottom - (thirds / highestThirds) * (bottom - top);
}

/** Where each step stands: solid for as long as the score was fresh, dotted from the day it went stale. */
function spansOf(steps: readonly ScoreStep[], today: string) {
  const first = steps[0]?.day ?? today;
  const range = Math.max(1, daysBetween(first, today));
  const right = width - 8;
  const xOf = (days: number) => left + 8 + (Math.min(days, range) / range) * (right - left - 8);
  return steps.map((step, index) => {
    const from = daysBetween(first, step.day);
    const next = steps[index + 1];
    const to = next ? daysBetween(first, next.day) : range;
    const staleFrom = Math.min(to, from + staleAfterDays);
    return {
      ...step,
      x: xOf(from),
      freshTo: xOf(staleFrom),
      to: xOf(to),
      staleDays: to - staleFrom,
      y: heightOf(step.scoreThirds),
      nextY: next ? heightOf(next.scoreThirds) : null,
    };
  });
}

type Span = ReturnType<typeof spansOf>[number];

type Label = { x: number; y: number; anchor: 'start' | 'end' };

/** The first label stands over its dot, every other one at the left of it, or under it where there is no room. */
function labelOf(span: Span, isFirst: boolean): Label {
  if (isFirst) return { x: span.x - 3, y: span.y - 9, anchor: 'start' };
  if (span.x - labelRoom < left + 10) return { x: span.x - 3, y: span.y + 17, anchor: 'start' };
  return { x: span.x - 8, y: span.y + 4, anchor: 'end' };
}

function overlap(a: Label, b: Label): boolean {
  const middle = (label: Label) => label.x + (label.anchor === 'start' ? labelRoom : -labelRoom) / 2;
  return Math.abs(middle(a) - middle(b)) < labelRoom && Math.abs(a.y - b.y) < lineRoom;
}

/** Labels that do not touch: the latest one first, then backwards as there is room. */
function labelled(spans: readonly Span[]): Map<Span, Label> {
  const shown = new Map<Span, Label>();
  for (const span of spans.toReversed()) {
    const label = labelOf(span, span === spans[0]);
    if (![...shown.values()].some((other) => overlap(label, other))) shown.set(span, label);
  }
  return shown;
}

/** How the score got here, as steps from 0 to 25. The table beside it says the same in figures. */
export function StepChart({ steps, today }: StepChartProps) {
  const spans = spansOf(steps, today);
  const first = spans[0];
  const longestStale = spans.toSorted((a, b) => b.staleDays - a.staleDays)[0];
  const labels = labelled(spans);
  if (!first) return null;
  const isOneDay = daysBetween(first.day, today) === 0;
  return (
    <svg viewBox={`0 0 ${width} 156`} width={width} height={156} className="max-w-full shrink-0" aria-hidden>
      <g className="stroke-line" strokeWidth={1}>
        <line x1={left} x2={width} y1={top} y2={top} />
        <line x1={left} x2={width} y1={bottom} y2={bottom} />
      </g>
      <g className="fill-ink-3 text-label tabular-nums">
        <text x={left - 6} y={top + 4} textAnchor="end">
          25
        </text>
        <text x={left - 6} y={bottom + 4} textAnchor="end">
          0
        </text>
        <text x={left} y={bottom + 18}>
          {isOneDay ? '' : monthText(first.day)}
        </text>
        <text x={width} y={bottom + 18} textAnchor="end">
          today
        </text>
      </g>
      {spans.map((span, index) => (
        <StepSpan // biome-ignore lint/suspicious/noArrayIndexKey: several scores of one day have nothing else to tell them apart
          key={index}
          span={span}
          label={labels.get(span)}
          isLast={span === spans.at(-1)}
        />
      ))}
      {longestStale && longestStale.to - longestStale.freshTo > 70 ? (
        <text
          x={(longestStale.freshTo + longestStale.to) / 2}
          y={longestStale.y + 17}
          textAnchor="middle"
          className="fill-ink-3 text-label tabular-nums"
        >
          stale for {longestStale.staleDays} days
        </text>
      ) : null}
    </svg>
  );
}

function StepSpan({ span, label, isLast }: { span: Span; label: Label | undefined; isLast: boolean }) {
  return (
    <g>
      <line x1={span.x} x2={span.freshTo} y1={span.y} y2={span.y} className="stroke-ink" strokeWidth={1.5} />
      {span.to > span.freshTo ? (
        <line
          x1={span.freshTo}
          x2={span.to}
          y1={span.y}
          y2={span.y}
          className="stroke-ink"
          strokeWidth={1.5}
          strokeDasharray="1.5 4"
          strokeLinecap="round"
        />
      ) : null}
      {span.nextY === null ? null : (
        <line x1={span.to} x2={span.to} y1={span.y} y2={span.nextY} className="stroke-line-strong" strokeWidth={1} />
      )}
      <circle cx={span.x} cy={span.y} r={3.5} className="fill-ink" />
      {label ? (
        <text
          x={label.x}
          y={label.y}
          textAnchor={label.anchor}
          className={`fill-ink text-label tabular-nums ${isLast ? 'font-semibold' : ''}`}
        >
          {scoreText(span.scoreThirds)}
        </text>
      ) : null}
    </g>
  );
}
