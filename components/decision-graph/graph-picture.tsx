'use client';

import { useQuery } from '@tanstack/react-query';
import { Minus, Plus } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useShortcut } from '@/components/shell/shortcuts';
import { useWidth } from '@/components/table/use-measure';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Skeleton, SkeletonGroup } from '@/components/ui/skeleton';
import { GraphEdges } from './graph-edges';
import { elkInput, type Graph, type PlacedGraph, placedGraph } from './graph-layout';
import { GraphNodes } from './graph-nodes';
import { layOut } from './lay-out';

type GraphPictureProps = { workspace: string; register: string; graph: Graph; onTable: () => void };

/** The related decisions of a register as boxes and arrows. */
export function GraphPicture({ workspace, register, graph, onTable }: GraphPictureProps) {
  const input = useMemo(() => elkInput(graph), [graph]);
  const layout = useQuery({
    queryKey: ['decisionGraphLayout', input],
    queryFn: () => layOut(structuredClone(input)),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const placed = useMemo(() => (layout.data ? placedGraph(graph, layout.data) : null), [graph, layout.data]);
  if (layout.error) {
    return (
      <Banner live title="The picture could not be drawn." actions={<Button onClick={onTable}>Show the table</Button>}>
        The table has the same relations.
      </Banner>
    );
  }
  if (!placed) {
    return (
      <SkeletonGroup label="Laying the graph out" className="rounded-well border border-line bg-surface p-6">
        <Skeleton className="h-16 w-58" />
        <Skeleton className="mt-6 h-16 w-58" />
        <Skeleton className="mt-6 h-16 w-58" />
      </SkeletonGroup>
    );
  }
  return <Canvas workspace={workspace} register={register} placed={placed} />;
}

const scales = [0.4, 0.5, 0.65, 0.8, 1, 1.25, 1.5];
const margin = 24;

function fitting(width: number | null, placed: PlacedGraph): number {
  if (width === null) return 1;
  const fit = width / (placed.width + 2 * margin);
  return scales.findLast((scale) => scale <= Math.min(fit, 1)) ?? 0.4;
}

function Canvas({ workspace, register, placed }: { workspace: string; register: string; placed: PlacedGraph }) {
  const pane = useRef<HTMLElement>(null);
  const width = useWidth(pane);
  const [chosen, setChosen] = useState<number | null>(null);
  const [at, setAt] = useState<string | null>(null);
  const scale = chosen ?? fitting(width, placed);
  const step = (by: 1 | -1) => {
    const next = scales[scales.indexOf(scale) + by];
    if (next !== undefined) setChosen(next);
  };
  useShortcut({ keys: '+', label: 'Closer', scope: 'Graph', run: () => step(1) });
  useShortcut({ keys: '-', label: 'Farther', scope: 'Graph', run: () => step(-1) });
  const size = { width: placed.width + 2 * margin, height: placed.height + 2 * margin };
  return (
    <div className="relative">
      <section
        ref={pane}
        aria-label="Graph"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-[max(360px,calc(100dvh-220px))] overflow-auto rounded-well border border-line bg-surface"
      >
        <div style={{ width: size.width * scale, height: size.height * scale }} className="mx-auto overflow-hidden">
          <div style={{ ...size, transform: `scale(${scale})` }} className="relative origin-top-left">
            <div className="absolute" style={{ left: margin, top: margin }}>
              <GraphEdges placed={placed} at={at} />
              <GraphNodes workspace={workspace} register={register} placed={placed} onAt={setAt} />
            </div>
          </div>
        </div>
      </section>
      <div className="absolute right-3 bottom-3 flex items-center rounded-control border border-line-strong bg-surface text-label tabular-nums">
        <IconButton icon={Minus} label="Farther" kbd="-" disabled={scale === scales[0]} onClick={() => step(-1)} />
        <span aria-live="polite" className="w-10 text-center text-ink-2">
          {Math.round(scale * 100)} %
        </span>
        <IconButton icon={Plus} label="Closer" kbd="+" disabled={scale === scales.at(-1)} onClick={() => step(1)} />
      </div>
    </div>
  );
}
