'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { statusLooks } from '@/components/decision/status-look';
import { useTRPC } from '@/components/query/trpc';
import { type DecisionStatus, decisionStatuses } from '@/server/domain/decision/status';
import { ages, type DecisionFilters } from '@/server/modules/decision-list/contract';
import { ageLabels } from './decision-words';
import type { FacetValue } from './facet-group';

export type FacetName = 'register' | 'status' | 'tag' | 'service' | 'owner' | 'age';
export type Facets = Readonly<Record<FacetName, readonly FacetValue[]>>;

const none: Facets = { register: [], status: [], tag: [], service: [], owner: [], age: [] };

/** What a list can be narrowed by, with how many decisions each value has under the other filters. */
export function useFacets(workspace: string, filters: DecisionFilters) {
  const trpc = useTRPC();
  const query = useQuery(
    trpc.decisionList.facets.queryOptions({ workspace, filters }, { placeholderData: keepPreviousData }),
  );
  const { data } = query;
  const facets = useMemo((): Facets => {
    if (!data) return none;
    const inOrder = <Value extends string>(
      order: readonly Value[],
      counted: readonly FacetValue[],
      look: (value: Value) => Partial<FacetValue>,
    ) =>
      order.flatMap((value) => {
        const one = counted.find((each) => each.value === value);
        return one ? [{ ...one, ...look(value) }] : [];
      });
    return {
      ...data,
      status: inOrder<DecisionStatus>(decisionStatuses, data.status, (status) => ({
        label: statusLooks[status].label,
        icon: statusLooks[status].icon,
      })),
      age: inOrder(ages, data.age, (age) => ({ label: ageLabels[age] })),
      // Rows say services by their keys everywhere.
      service: data.service.map((one) => ({ ...one, label: one.value, hint: one.label })),
      owner: data.owner.map((one) => (one.value === 'none' ? { ...one, label: 'nobody' } : one)),
    };
  }, [data]);
  return { facets, isPending: query.isPending };
}
