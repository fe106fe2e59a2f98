'use client';

import { ListFilter } from 'lucide-react';
import type { ReactNode } from 'react';
import { FilterPart } from '@/components/backlog/filter-part';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuHeading, MenuItem } from '@/components/ui/menu';
import { TextButton } from '@/components/ui/text-link';
import { decisionSortFields } from '@/server/modules/decision-list/contract';
import { sortOf } from './decision-view';
import { namedText, sortWords, statusText, usualSort } from './decision-words';
import { pickedFilters } from './picked';
import type { DecisionViewState } from './use-decision-view';
import { type FacetName, type Facets, useFacets } from './use-facets';

type SentenceProps = {
  workspace: string;
  state: DecisionViewState;
  /** The register whose page this is: said by the page, not by the sentence. */
  register?: string;
  /** Where there is little room, parts that narrow nothing are left out. */
  isShort: boolean;
};

const anyText: Record<FacetName, string> = {
  status: 'Any status',
  register: 'any register',
  tag: 'any tag',
  service: 'any service',
  owner: 'any owner',
  age: 'any age',
};

const flags = [
  { name: 'due', label: 'Due for a revisit', text: 'due for a revisit' },
  { name: 'awaitingMe', label: 'Waiting for my verdict', text: 'waiting for my verdict' },
] as const;

const partLabels: Record<FacetName, string> = {
  status: 'Status',
  register: 'Register',
  tag: 'Tag',
  service: 'Service',
  owner: 'Owner',
  age: 'Age',
};

function saidText(name: FacetName, { view: { filters } }: DecisionViewState, facets: Facets): string {
  if (name === 'status') return statusText(filters.status);
  const names = new Map(facets[name].map((one) => [one.value, one.label]));
  const text = namedText(filters[name], names, anyText[name]);
  return name === 'owner' && filters.owner ? `owned by ${text}` : text;
}

/** The view as a sentence, each part of it a button: "Any status in storefront, any tag, any service, latest change first". */
export function DecisionSentence({ workspace, state, register, isShort }: SentenceProps) {
  const { filters } = state.view;
  const { facets, isPending } = useFacets(workspace, filters);
  const part = (name: FacetName) => (
    <FilterPart
      label={partLabels[name]}
      text={saidText(name, state, facets)}
      isLoading={isPending}
      options={facets[name].map(({ value, label, count }) => ({ value, label, secondary: String(count) }))}
      chosen={filters[name] ?? []}
      onPick={(value) => state.narrow(pickedFilters(filters, name, value))}
      clear={
        filters[name] && {
          label: anyText[name].slice(0, 1).toUpperCase() + anyText[name].slice(1),
          onClear: () => state.narrow({ [name]: undefined }),
        }
      }
    />
  );
  const said = (name: FacetName) => filters[name] !== undefined;
  const parts: { name: string; content: ReactNode; isWide?: boolean }[] = [
    // What narrows nothing is said where there is room for it.
    ...(['tag', 'service'] as const)
      .filter((name) => !isShort || said(name))
      .map((name) => ({ name, content: part(name), isWide: !said(name) })),
    ...(['owner', 'age'] as const).filter(said).map((name) => ({ name, content: part(name) })),
    ...flags
      .filter(({ name }) => filters[name])
      .map(({ name, text }) => ({
        name,
        content: <Flag text={text} off={() => state.narrow({ [name]: undefined })} />,
      })),
    { name: 'order', content: <OrderPart state={state} /> },
  ];
  return (
    <fieldset className="relative flex min-h-7.5 min-w-0 flex-wrap items-center gap-x-1 gap-y-0.5 rounded-control border border-line bg-surface py-0.5 pr-2.5 pl-1 max-sm:w-full">
      <legend className="sr-only">Which decisions, and in which order</legend>
      <MoreFilters state={state} />
      {part('status')}
      {register || (isShort && !said('register')) ? null : (
        <span className={cn('contents', !said('register') && 'max-sm:hidden')}>
          <span className="text-ink-2">in</span>
          {part('register')}
        </span>
      )}
      {parts.map(({ name, content, isWide }) => (
        <span key={name} className={cn('contents', isWide && 'max-sm:hidden')}>
          <span className="-ml-1 text-ink-2">,</span>
          {content}
        </span>
      ))}
      <span className="text-ink-2">first</span>
    </fieldset>
  );
}

function Flag({ text, off }: { text: string; off: () => void }) {
  return (
    <TextButton look="bare" title="Take this part out" className="touch:min-h-11" onClick={off}>
      {text}
      <span className="sr-only">, take this part out</span>
    </TextButton>
  );
}

function MoreFilters({ state }: { state: DecisionViewState }) {
  const { filters } = state.view;
  return (
    <Menu
      trigger={<IconButton icon={ListFilter} label="Narrow further" className="size-6 touch:-mx-2 touch:size-11" />}
    >
      <MenuHeading>Narrow further by</MenuHeading>
      {flags.map(({ name, label }) => (
        <MenuItem
          key={name}
          label={filters[name] ? `${label}: take it out` : label}
          onSelect={() => state.narrow({ [name]: filters[name] ? undefined : true })}
        />
      ))}
    </Menu>
  );
}

function OrderPart({ state }: { state: DecisionViewState }) {
  const { view, setView } = state;
  const sort = sortOf(view);
  const field = decisionSortFields.find((one) => one === sort.replace(/^-/, '')) ?? 'since';
  const words = sortWords[field];
  const fields = decisionSortFields.filter((one) => one !== 'relevance' || view.filters.q);
  return (
    <FilterPart
      label="Order"
      text={sort.startsWith('-') ? words.desc : words.asc}
      single
      options={fields.map((name) => ({
        value: name,
        label: sortWords[name].label,
        ...(name === field && name !== 'relevance' ? { secondary: 'choose again to turn it round' } : {}),
      }))}
      chosen={[field]}
      onPick={(value) => {
        const picked = fields.find((one) => one === value);
        if (!picked) return;
        if (picked === 'relevance') setView({ ...view, sort: null });
        else if (picked === field) setView({ ...view, sort: sort.startsWith('-') ? picked : `-${picked}` });
        else setView({ ...view, sort: usualSort(picked) });
      }}
    />
  );
}
