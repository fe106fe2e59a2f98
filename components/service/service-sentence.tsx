'use client';

import { ListFilter } from 'lucide-react';
import { FilterPart, toggled } from '@/components/backlog/filter-part';
import type { ComboboxOption } from '@/components/ui/combobox-list';
import { serviceSortFields, tiers } from '@/server/modules/service/contract';
import { externalWords, sortLabels, teamWords, tierWords } from './service-words';
import type { ServiceViewState } from './use-service-view';

type SentenceProps = Pick<ServiceViewState, 'view' | 'setView' | 'narrow'> & { teams: readonly ComboboxOption[] };

const origins = [
  { value: 'any', label: 'Ours and external' },
  { value: 'false', label: 'Ours only' },
  { value: 'true', label: 'External only' },
];

const ascendingFirst = ['name', 'key', 'team'];

/** The view as a sentence, each part of it a button: "Any tier, any team, ours and external, sorted by open debts". */
export function ServiceSentence({ view, setView, narrow, teams }: SentenceProps) {
  const { filters, sort } = view;
  const names = new Map(teams.map((team) => [team.value, team.label]));
  const field = serviceSortFields.find((one) => one === sort.replace(/^-/, '')) ?? 'openDebts';
  const resort = (next: string) => {
    const flipped = sort.startsWith('-') ? next : `-${next}`;
    setView({ ...view, sort: next === field ? flipped : ascendingFirst.includes(next) ? next : `-${next}` });
  };
  const comma = <span className="-ml-1 text-ink-2">,</span>;
  return (
    <fieldset className="relative flex min-h-7.5 min-w-0 flex-wrap items-center gap-x-1 gap-y-0.5 rounded-control border border-line bg-surface py-1 pr-2.5 pl-8">
      <legend className="sr-only">Which services, and in which order</legend>
      <ListFilter aria-hidden className="absolute top-1.75 left-2 size-4 text-ink-2 touch:top-4.5" />
      <FilterPart
        label="Tier"
        text={tierWords(filters)}
        options={tiers.map((tier) => ({ value: tier, label: tier }))}
        chosen={filters.tier ?? []}
        onPick={(value) => {
          const tier = tiers.find((one) => one === value);
          if (tier) narrow({ tier: toggled(filters.tier, tier) });
        }}
        {...(filters.tier ? { clear: { label: 'Any tier', onClear: () => narrow({ tier: undefined }) } } : {})}
      />
      {comma}
      <FilterPart
        label="Team"
        text={teamWords(filters, names)}
        options={teams}
        chosen={filters.team ?? []}
        onPick={(key) => narrow({ team: toggled(filters.team, key) })}
        {...(filters.team ? { clear: { label: 'Any team', onClear: () => narrow({ team: undefined }) } } : {})}
      />
      {comma}
      <FilterPart
        label="Whose"
        text={externalWords(filters)}
        single
        options={origins}
        chosen={[String(filters.external ?? 'any')]}
        onPick={(value) => narrow({ external: value === 'any' ? undefined : value === 'true' })}
      />
      <span className="-ml-1 text-ink-2">
        , <span className="max-sm:hidden">sorted </span>by
      </span>
      <FilterPart
        label="Order"
        text={sortLabels[field]}
        single
        options={serviceSortFields.map((name) => ({
          value: name,
          label: sortLabels[name],
          ...(name === field ? { secondary: 'choose again to turn it round' } : {}),
        }))}
        chosen={[field]}
        onPick={resort}
      />
    </fieldset>
  );
}
