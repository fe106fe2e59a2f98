import type { RelationType } from '@/server/domain/decision/status';

type RelationLook = {
  /** Read from the record that has the relation: "supersedes". */
  label: string;
  /** The line, told apart without colour. */
  dash: string | undefined;
  width: number;
  head: 'filled' | 'open' | 'none' | 'cross';
};

const looks: Readonly<Record<RelationType, RelationLook>> = {
  supersedes: { label: 'supersedes', dash: undefined, width: 1.5, head: 'filled' },
  amends: { label: 'amends', dash: undefined, width: 1, head: 'open' },
  dependsOn: { label: 'depends on', dash: '2 3', width: 1.25, head: 'open' },
  relates: { label: 'relates to', dash: undefined, width: 1, head: 'none' },
  conflicts: { label: 'conflicts with', dash: '8 3', width: 1.25, head: 'cross' },
};

/** How a relation is drawn and worded. One that holds in part is dashed and says so. */
export function relationLook({ type, partial }: { type: RelationType; partial: boolean }): RelationLook {
  const look = looks[type];
  return partial ? { ...look, label: `${look.label} in part`, dash: '5 4' } : look;
}
