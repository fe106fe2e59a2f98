'use client';

import Link from 'next/link';
import { decisionPath } from '@/components/decision/decision-path';
import { DecisionStatusChip } from '@/components/decision/status-chip';
import { isOpenDecision } from '@/server/domain/decision/status';
import { type GraphEdge, type GraphNode, nodeHeight, nodeWidth, type PlacedGraph } from './graph-layout';
import { relationLook } from './relation-look';

type GraphNodesProps = {
  workspace: string;
  /** The register whose graph this is: nodes of others say theirs. */
  register: string;
  placed: PlacedGraph;
  onAt: (id: string | null) => void;
};

/** "storefront 38", the register only where it is another one. */
export function nodeName(node: GraphNode, register: string): string {
  const own = node.register === register ? '' : node.register;
  const number = node.number === null ? (isOpenDecision(node.status) ? 'not yet' : '') : String(node.number);
  return [own, number].filter(Boolean).join(' ');
}

/** The decisions as links, where they were placed. */
export function GraphNodes({ workspace, register, placed, onAt }: GraphNodesProps) {
  const titles = new Map(placed.nodes.map(({ node }) => [node.id, node.title]));
  const edges = placed.edges.map(({ edge }) => edge);
  return (
    <ul style={{ width: placed.width, height: placed.height }} className="relative">
      {placed.nodes.map(({ node, x, y }) => (
        <li key={node.id} className="absolute" style={{ left: x, top: y, width: nodeWidth, height: nodeHeight }}>
          <Link
            href={decisionPath(workspace, node.register, node.id)}
            prefetch={false}
            title={node.title}
            onPointerEnter={() => onAt(node.id)}
            onPointerLeave={() => onAt(null)}
            onFocus={() => onAt(node.id)}
            onBlur={() => onAt(null)}
            className="flex h-full flex-col justify-center overflow-hidden rounded-control border border-line-strong bg-surface px-2.5 hover:border-ink"
          >
            <span className="flex items-center gap-2 text-micro text-ink-2 tabular-nums">
              <span className="truncate">{nodeName(node, register)}</span>
              <DecisionStatusChip status={node.status} bare className="shrink-0 text-micro" />
            </span>
            <span className="line-clamp-2 text-label font-medium">{node.title}</span>
            <span className="sr-only">{relationsText(node.id, edges, titles)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** What a decision has to do with the others, for those who do not see the lines. */
function relationsText(id: string, edges: readonly GraphEdge[], titles: ReadonlyMap<string, string>): string {
  const own = edges.filter((edge) => edge.from === id);
  return own.map((edge) => `, ${relationLook(edge).label} ${titles.get(edge.to) ?? 'another decision'}`).join('');
}
