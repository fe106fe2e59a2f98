'use client';

import { decisionPath } from '@/components/decision/decision-path';
import { DecisionStatusChip } from '@/components/decision/status-chip';
import { TextLink } from '@/components/ui/text-link';
import { SettingsCell, SettingsTable } from '@/components/workspace/settings-table';
import { edgeId, type Graph, type GraphNode } from './graph-layout';
import { nodeName } from './graph-nodes';
import { relationLook } from './relation-look';

type GraphTableProps = { workspace: string; register: string; graph: Graph };

const columns = [{ label: 'Decision' }, { label: 'Relation' }, { label: 'To' }];

/** Every relation as a line: the twin of the picture. */
export function GraphTable({ workspace, register, graph }: GraphTableProps) {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  return (
    <SettingsTable label="Relations" head={columns}>
      {graph.edges.map((edge) => {
        const from = nodes.get(edge.from);
        const to = nodes.get(edge.to);
        if (!from || !to) return null;
        return (
          <tr key={edgeId(edge)} className="max-sm:flex max-sm:flex-col max-sm:py-2">
            <SettingsCell className="max-sm:h-auto max-sm:py-0.5 sm:w-[42%]">
              <NodeLine workspace={workspace} register={register} node={from} />
            </SettingsCell>
            <SettingsCell className="text-ink-2 max-sm:h-auto max-sm:py-0.5 sm:whitespace-nowrap">
              {relationLook(edge).label}
            </SettingsCell>
            <SettingsCell className="max-sm:h-auto max-sm:py-0.5 sm:w-[42%]">
              <NodeLine workspace={workspace} register={register} node={to} />
            </SettingsCell>
          </tr>
        );
      })}
    </SettingsTable>
  );
}

/** A decision in a line: number, title, status. */
export function NodeLine({ workspace, register, node }: { workspace: string; register: string; node: GraphNode }) {
  const name = nodeName(node, register);
  return (
    <span className="flex items-baseline gap-2">
      {name ? <span className="shrink-0 text-label text-ink-2 tabular-nums">{name}</span> : null}
      <TextLink look="title" className="min-w-0" href={decisionPath(workspace, node.register, node.id)}>
        {node.title}
      </TextLink>
      <DecisionStatusChip status={node.status} bare className="mt-0.5 shrink-0 self-start" />
    </span>
  );
}
