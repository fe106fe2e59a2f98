import { expect, test } from 'vitest';
import { elkInput, type Graph, placedGraph, splitGraph } from './graph-layout';
import { relationLook } from './relation-look';

const node = (id: string) => ({ id, number: 1, title: id, status: 'accepted' as const, register: 'data', date: null });
const graph: Graph = {
  nodes: [node('a'), node('b'), node('c')],
  edges: [
    { from: 'a', to: 'b', type: 'supersedes', partial: true },
    { from: 'a', to: 'gone', type: 'relates', partial: false },
    { from: 'b', to: 'b', type: 'relates', partial: false },
  ],
};

test('only what is related is laid out, and an edge to what is not here is left out', () => {
  expect(splitGraph(graph)).toEqual({ related: [node('a'), node('b')], alone: [node('c')] });
  const input = elkInput(graph);
  expect(input.children?.map((one) => one.id)).toEqual(['a', 'b']);
  expect(input.edges?.map((edge) => edge.id)).toEqual(['a supersedes b']);
});

test('a layout is told by decisions and relations, its corners in order', () => {
  const placed = placedGraph(graph, {
    id: 'graph',
    width: 500,
    height: 80,
    children: [{ id: 'a', x: 284, y: 12 }],
    edges: [
      {
        id: 'a supersedes b',
        sources: ['a'],
        targets: ['b'],
        labels: [{ text: '', x: 230, y: 20, width: 40, height: 16 }],
        sections: [
          { id: 's', startPoint: { x: 284, y: 40 }, bendPoints: [{ x: 250, y: 40 }], endPoint: { x: 216, y: 60 } },
        ],
      },
    ],
  });
  expect(placed.nodes).toEqual([{ node: node('a'), x: 284, y: 12 }]);
  expect(placed.edges[0]).toMatchObject({
    points: [
      { x: 284, y: 40 },
      { x: 250, y: 40 },
      { x: 216, y: 60 },
    ],
    label: { x: 250, y: 28 },
  });
});

test('every relation is told apart by its word and its line', () => {
  const types = ['supersedes', 'amends', 'dependsOn', 'relates', 'conflicts'] as const;
  const looks = types.map((type) => relationLook({ type, partial: false }));
  expect(new Set(looks.map((look) => look.label)).size).toBe(types.length);
  expect(new Set(looks.map((look) => `${look.dash} ${look.width} ${look.head}`)).size).toBe(types.length);
  expect(relationLook({ type: 'supersedes', partial: true }).label).toBe('supersedes in part');
});
