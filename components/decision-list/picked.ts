import { toggled } from '@/components/backlog/filter-part';
import { decisionStatuses } from '@/server/domain/decision/status';
import { ages, type DecisionFilters } from '@/server/modules/decision-list/contract';
import type { FacetName } from './use-facets';

/** The change of filters that adds a value of a facet, or takes it out again. */
export function pickedFilters(filters: DecisionFilters, name: FacetName, value: string): Partial<DecisionFilters> {
  if (name === 'status') {
    const status = decisionStatuses.find((one) => one === value);
    return status ? { status: toggled(filters.status, status) } : {};
  }
  if (name === 'age') {
    const age = ages.find((one) => one === value);
    return age ? { age: toggled(filters.age, age) } : {};
  }
  return { [name]: toggled(filters[name], value) };
}
