import type { RecordSet } from '@/server/domain/decision-record/record';
import type { RelationEdge } from '@/server/domain/decision-sync/relation-edge';
import type { ComingFiles, DescribedPlan, PlanCounts } from '../contract';
import type { StoredEdge } from '../repo';
import { type PlanItem, presentItem } from './plan-item';

/** Everything that an import would do to a register. */
export type DecisionPlan = {
  registerId: string;
  coming: ComingFiles;
  set: RecordSet;
  items: PlanItem[];
  /** Ids of the workspace's services by their keys. */
  serviceIds: Map<string, string>;
  added: RelationEdge[];
  removed: StoredEdge[];
  /** Records that came from files before and are not among these. */
  absent: number;
};

export function countPlan({ items }: DecisionPlan): PlanCounts {
  const of = (action: PlanItem['action']) => items.filter((item) => item.action === action).length;
  return { created: of('create'), updated: of('update'), unchanged: of('unchanged'), kept: of('keep') };
}

/** A plan as it is shown: each record with its own findings, and all of them once more in one list. */
export function describePlan(plan: DecisionPlan): DescribedPlan {
  const { set, coming, items, absent } = plan;
  const ofRecords = new Set(set.records.map(({ path }) => path));
  const absence = {
    path: '',
    line: null,
    code: 'recordsAbsent',
    severity: 'info' as const,
    message: `${absent === 1 ? 'One record' : `${absent} records`} of this register came from files that are not among these → the whole folder; nothing happens to them.`,
    suggestion: 'Delete them here if they are gone for good.',
  };
  return {
    ...countPlan(plan),
    files: coming.files.length + coming.skipped.length,
    records: items.map(presentItem),
    skipped: [...set.others.map(({ path, message }) => ({ path, reason: message })), ...coming.skipped],
    findings: [
      ...coming.findings,
      ...set.findings.filter(({ path }) => !ofRecords.has(path)),
      ...(absent > 0 ? [absence] : []),
      ...items.flatMap(({ findings }) => findings),
    ],
    dateOrders: set.dateOrders,
    others: set.others,
  };
}
