'use client';

import { cn } from '@/components/ui/cn';
import { edgeId, type PlacedEdge, type PlacedGraph, type Point } from './graph-layout';
import { relationLook } from './relation-look';

const corner = 6;

/** A line with its corners rounded off. */
function pathOf(points: readonly Point[]): string {
  return points
    .map((point, index) => {
      const before = points[index - 1];
      const after = points[index + 1];
      if (!before) return `M${point.x} ${point.y}`;
      if (!after) return `L${point.x} ${point.y}`;
      const near = towards(point, before);
      const far = towards(point, after);
      return `L${near.x} ${near.y}Q${point.x} ${point.y} ${far.x} ${far.y}`;
    })
    .join('');
}

function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return from;
  const share = Math.min(corner, length / 2) / length;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** The relations as lines with their words; `at` is the decision that is pointed at. */
export function GraphEdges({ placed, at }: { placed: PlacedGraph; at: string | null }) {
  return (
    <svg width={placed.width} height={placed.height} aria-hidden className="absolute top-0 left-0 overflow-visible">
      <defs>
        <marker id="head-filled" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
          <path d="M0 0 8 4 0 8Z" className="fill-ink" />
        </marker>
        <marker id="head-open" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" orient="auto">
          <path d="M1 1 7 4 1 7" className="fill-none stroke-ink" />
        </marker>
        <marker
          id="head-cross"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="9"
          markerHeight="9"
          orient="auto-start-reverse"
        >
          <path d="M1 1 7 7M7 1 1 7" className="fill-none stroke-ink" />
        </marker>
      </defs>
      {placed.edges.map((one) => (
        <Edge key={edgeId(one.edge)} placed={one} isFaint={at !== null && one.edge.from !== at && one.edge.to !== at} />
      ))}
    </svg>
  );
}

function Edge({ placed, isFaint }: { placed: PlacedEdge; isFaint: boolean }) {
  const look = relationLook(placed.edge);
  return (
    <g className={cn('transition-opacity', isFaint && 'opacity-25')}>
      <path
        d={pathOf(placed.points)}
        strokeWidth={look.width}
        strokeDasharray={look.dash}
        markerStart={look.head === 'cross' ? 'url(#head-cross)' : undefined}
        markerEnd={look.head === 'none' ? undefined : `url(#head-${look.head})`}
        className="fill-none stroke-ink"
      />
      <text
        x={placed.label.x}
        y={placed.label.y}
        textAnchor="middle"
        dominantBaseline="central"
        className="fill-ink-2 stroke-surface text-micro [paint-order:stroke] [stroke-width:5px]"
      >
        {look.label}
      </text>
    </g>
  );
}
