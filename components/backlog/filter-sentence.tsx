'use client';

import { ListFilter } from 'lucide-react';
import { Fragment, type ReactNode, useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuHeading, MenuItem } from '@/components/ui/menu';
import {
  serviceWords,
  sortText,
  sortWords,
  stateWords,
  teamWords,
  usualSort,
} from '@/server/domain/backlog/view-sentence';
import { type DebtState, debtStates, stateLabels } from '@/server/domain/scoring/state';
import { type Filters, sortableFields } from '@/server/modules/backlog/contract';
import { FilterPart, toggled } from './filter-part';
import { type Further, furtherLabels, furtherNames, isFurtherSet } from './further-filter';
import { FurtherPart } from './further-part';
import type { BacklogViewState } from './use-backlog-view';
import type { FilterOptions } from './use-filter-options';

type SentenceProps = Pick<BacklogViewState, 'view' | 'setView' | 'narrow'> & { options: FilterOptions };

/** The view as a sentence, each part of it a button: "Not closed, any team, any service, sorted by score". */
export function FilterSentence({ view, setView, narrow, options }: SentenceProps) {
  const [added, setAdded] = useState<Further | null>(null);
  const { filters, sort } = view;
  const shown = furtherNames.filter((name) => name === added || isFurtherSet(filters, name));
  const parts: { name: string; content: ReactNode }[] = [
    { name: 'state', content: <StatePart filters={filters} narrow={narrow} /> },
    { name: 'team', content: <TeamPart filters={filters} narrow={narrow} options={options} /> },
    { name: 'service', content: <ServicePart filters={filters} narrow={narrow} options={options} /> },
    ...shown.map((name) => ({
      name,
      content: (
        <FurtherPart
          name={name}
          filters={filters}
          narrow={narrow}
          options={options}
          isNew={name === added}
          onClosed={() => setAdded(null)}
        />
      ),
    })),
  ];
  return (
    <fieldset className="flex min-h-7.5 min-w-0 flex-wrap max-sm:w-full items-center gap-x-1 gap-y-0.5 rounded-control border border-line bg-surface py-0.5 pr-2.5 pl-1">
      <legend className="sr-only">Which debts, and in which order</legend>
      <MoreFilters filters={filters} onAdd={setAdded} />
      {parts.map((part, index) => (
        <Fragment key={part.name}>
          {index > 0 ? <span className="-ml-1 text-ink-2">,</span> : null}
          {part.content}
        </Fragment>
      ))}
      <span className="-ml-1 text-ink-2">
        , <span className="max-sm:hidden">sorted </span>by
      </span>
      <SortPart sort={sort} onSort={(next) => setView({ ...view, sort: next })} />
    </fieldset>
  );
}

function MoreFilters({ filters, onAdd }: { filters: Filters; onAdd: (name: Further) => void }) {
  return (
    <Menu
      trigger={<IconButton icon={ListFilter} label="Narrow further" className="size-6 touch:-mx-2 touch:size-11" />}
    >
      <MenuHeading>Narrow further by</MenuHeading>
      {furtherNames.map((name) =>
        name === 'import' || isFurtherSet(filters, name) ? null : (
          <MenuItem key={name} label={furtherLabels[name]} onSelect={() => setTimeout(() => onAdd(name))} />
        ),
      )}
    </Menu>
  );
}

type PartProps = { filters: Filters; narrow: BacklogViewState['narrow'] };

const wholes = [
  { value: 'notClosed', label: 'Not closed' },
  { value: 'closed', label: 'Closed' },
  { value: 'any', label: 'In any state' },
];

function wholeOf({ open, state }: Filters): string[] {
  if (state) return [...state];
  return [open === undefined ? 'any' : open ? 'notClosed' : 'closed'];
}

function StatePart({ filters, narrow }: PartProps) {
  const pick = (value: string) => {
    const one: DebtState | undefined = debtStates.find((state) => state === value);
    const state = one && toggled(filters.state, one);
    if (state) narrow({ state, open: undefined });
    else narrow({ state: undefined, open: value === 'any' ? undefined : value !== 'closed' });
  };
  return (
    <FilterPart
      label="State"
      text={stateWords(filters)}
      options={[...wholes, ...debtStates.map((state) => ({ value: state, label: stateLabels[state] }))]}
      chosen={wholeOf(filters)}
      onPick={pick}
    />
  );
}

function TeamPart({ filters, narrow, options }: PartProps & { options: FilterOptions }) {
  return (
    <FilterPart
      label="Team"
      text={teamWords(filters.team, options.names.teams)}
      options={options.teams}
      chosen={filters.team ?? []}
      onPick={(key) => narrow({ team: toggled(filters.team, key) })}
      clear={filters.team && { label: 'Any team', onClear: () => narrow({ team: undefined }) }}
    />
  );
}

function ServicePart({ filters, narrow, options }: PartProps & { options: FilterOptions }) {
  return (
    <FilterPart
      label="Service"
      text={serviceWords(filters.service, options.names.services)}
      options={options.services}
      chosen={filters.service ?? []}
      onPick={(key) => narrow({ service: toggled(filters.service, key) })}
      clear={filters.service && { label: 'Any service', onClear: () => narrow({ service: undefined }) }}
    />
  );
}

function SortPart({ sort, onSort }: { sort: string; onSort: (sort: string) => void }) {
  const field = sort.replace(/^-/, '');
  const flipped = sort.startsWith('-') ? field : `-${field}`;
  return (
    <FilterPart
      label="Order"
      text={sortText(sort)}
      single
      options={sortableFields.map((name) => ({
        value: name,
        label: sortWords[name] ?? name,
        ...(name === field ? { secondary: 'choose again to turn it round' } : {}),
      }))}
      chosen={[field]}
      onPick={(name) => onSort(name === field ? flipped : usualSort(name))}
    />
  );
}
