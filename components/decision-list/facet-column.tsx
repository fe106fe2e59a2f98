'use client';

import { useRouter } from 'next/navigation';
import { Skeleton, SkeletonGroup } from '@/components/ui/skeleton';
import type { DecisionFilters } from '@/server/modules/decision-list/contract';
import { FacetGroup } from './facet-group';
import { pickedFilters } from './picked';
import type { DecisionViewState } from './use-decision-view';
import { type FacetName, useFacets } from './use-facets';

const groups: readonly { name: FacetName; label: string; shown: number }[] = [
  { name: 'register', label: 'Register', shown: 6 },
  { name: 'status', label: 'Status', shown: 7 },
  { name: 'tag', label: 'Tag', shown: 4 },
  { name: 'service', label: 'Service', shown: 3 },
  { name: 'owner', label: 'Owner', shown: 3 },
  { name: 'age', label: 'Age', shown: 3 },
];

type FacetColumnProps = { workspace: string; state: DecisionViewState; register?: string };

/** What the list can be narrowed by, each value with its count. */
export function FacetColumn({ workspace, state, register }: FacetColumnProps) {
  const { filters } = state.view;
  const router = useRouter();
  const { facets, isPending } = useFacets(workspace, filters);
  const chosenOf = (name: FacetName): readonly string[] => filters[name] ?? [];
  const pick = (name: FacetName, value: string) => {
    const change: Partial<DecisionFilters> = pickedFilters(filters, name, value);
    // The page of one register goes over into the list of all when another register is wanted.
    if (name === 'register' && register) router.push(state.hrefOf(change));
    else state.narrow(change);
  };
  if (isPending) {
    return (
      <SkeletonGroup label="Loading the facets" className="flex flex-col gap-3">
        {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((line) => (
          <Skeleton key={line} className="w-36" />
        ))}
      </SkeletonGroup>
    );
  }
  return (
    <nav aria-label="Narrow the list">
      {groups.map(({ name, label, shown }) => (
        <FacetGroup
          key={name}
          label={label}
          values={facets[name]}
          chosen={chosenOf(name)}
          shown={shown}
          hrefOf={(value) => state.hrefOf(pickedFilters(filters, name, value))}
          onPick={(value) => pick(name, value)}
        />
      ))}
    </nav>
  );
}
