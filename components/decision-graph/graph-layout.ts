import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api';
import type { z } from 'zod';
import type { graphEdge, graphNode } from '@/server/modules/decision-list/contract';
import { relationLook } from './relation-look';

export type GraphNode = z.infer<typeof graphNode>;
export type GraphEdge = z.infer<typeof graphEdge>;
export type Graph = { nodes: readonly GraphNode[]; edges: readonly GraphEdge[] };

export type Point = { x: number; y: number };
type PlacedNode = { node: GraphNode; x: number; y: number };
export type PlacedEdge = { edge: GraphEdge; points: Point[]; label: Point };
export type PlacedGraph = { nodes: PlacedNode[]; edges: PlacedEdge[]; width: number; height: number };

export const nodeWidth = 232;
export const nodeHeight = 64;
const labelHeight = 16;
const letterWidth = 6.2;

const options = {
  'elk.algorithm': 'layered',
  // A relation leads from the later record to the earlier one: time runs from left to right.
  'elk.direction': 'LEFT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.spacing.nodeNodeBetweenLayers': '56',
  'elk.spacing.nodeNode': '24',
  'elk.spacing.edgeNode': '16',
  'elk.spacing.edgeLabel': '4',
  'elk.spacing.componentComponent': '40',
  'elk.aspectRatio': '1.7',
  'elk.edgeLabels.inline': 'true',
};

export function edgeId(edge: GraphEdge): string {
  return `${edge.from} ${edge.type} ${edge.to}`;
}

/** The decisions that have a relation, and those that stand alone. */
export function splitGraph({ nodes, edges }: Graph): { related: GraphNode[]; alone: GraphNode[] } {
  const ends = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
  return { related: nodes.filter((node) => ends.has(node.id)), alone: nodes.filter((node) => !ends.has(node.id)) };
}

/** The related part of a graph as ELK takes it; widths of labels are estimated from their letters. */
export function elkInput(graph: Graph): ElkNode {
  const { related } = splitGraph(graph);
  const known = new Set(related.map((node) => node.id));
  return {
    id: 'graph',
    layoutOptions: options,
    children: related.map((node) => ({ id: node.id, width: nodeWidth, height: nodeHeight })),
    edges: graph.edges
      .filter((edge) => known.has(edge.from) && known.has(edge.to) && edge.from !== edge.to)
      .map((edge) => {
        const text = relationLook(edge).label;
        const label = { id: `${edgeId(edge)} label`, text, width: text.length * letterWidth + 8, height: labelHeight };
        return { id: edgeId(edge), sources: [edge.from], targets: [edge.to], labels: [label] };
      }),
  };
}

function pointsOf(edge: ElkExtendedEdge): Point[] {
  const section = edge.sections?.[0];
  if (!section) return [];
  return [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(({ x, y }) => ({ x, y }));
}

/** What ELK answered, put together with what it was asked about. */
export function placedGraph(graph: Graph, layout: ElkNode): PlacedGraph {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const edges = new Map(graph.edges.map((edge) => [edgeId(edge), edge]));
  return {
    nodes: (layout.children ?? []).flatMap(({ id, x = 0, y = 0 }) => {
      const node = nodes.get(id);
      return node ? [{ node, x, y }] : [];
    }),
    edges: (layout.edges ?? []).flatMap((placed) => {
      const edge = edges.get(placed.id);
      const points = pointsOf(placed);
      if (!edge || points.length < 2) return [];
      const label = placed.labels?.[0];
      const at = { x: (label?.x ?? 0) + (label?.width ?? 0) / 2, y: (label?.y ?? 0) + labelHeight / 2 };
      return [{ edge, points, label: at }];
    }),
    width: layout.width ?? 0,
    height: layout.height ?? 0,
  };
}
