'use client';

import { Avatar } from '@/components/ui/avatar';
import type { ComboboxOption } from '@/components/ui/combobox-list';
import { furtherWords, scoredWords } from '@/server/domain/backlog/view-sentence';
import { quadrantGuides, quadrants } from '@/server/domain/scoring/quadrant';
import type { Filters } from '@/server/modules/backlog/contract';
import { FilterPart, type FilterPartProps, toggled } from './filter-part';
import { type Further, furtherLabels } from './further-filter';
import type { BacklogViewState } from './use-backlog-view';
import type { FilterOptions } from './use-filter-options';

type FurtherPartProps = {
  name: Further;
  filters: Filters;
  narrow: BacklogViewState['narrow'];
  options: FilterOptions;
  /** Just added: opens at once. */
  isNew: boolean;
  onClosed: () => void;
};

type Choice = Pick<FilterPartProps, 'options' | 'chosen' | 'onPick' | 'single'>;

const quadrantOptions = [
  ...quadrants.map((value) => ({ value, label: quadrantGuides[value].label })),
  { value: 'none' as const, label: 'No quadrant' },
];
const scoredOptions = (['fresh', 'stale', 'unscored'] as const).map((value) => ({ value, label: scoredWords[value] }));

function ownerOptions({ people, you }: FilterOptions): ComboboxOption[] {
  const others = people.filter((person) => person.id !== you);
  return [
    { value: 'me', label: 'Me' },
    { value: 'none', label: 'Nobody' },
    ...others.map(({ id, name, email }) => ({
      value: id,
      label: name,
      secondary: email,
      lead: <Avatar name={name} id={id} size="sm" decorative />,
    })),
  ];
}

function choiceOf({ name, filters, narrow, options }: FurtherPartProps): Choice {
  switch (name) {
    case 'owner':
      return {
        options: ownerOptions(options),
        chosen: filters.owner ?? [],
        onPick: (ref) => narrow({ owner: toggled(filters.owner, ref) }),
      };
    case 'quadrant':
      return {
        options: quadrantOptions,
        chosen: filters.quadrant ?? [],
        onPick: (value) => {
          const found = quadrantOptions.find((option) => option.value === value);
          if (found) narrow({ quadrant: toggled(filters.quadrant, found.value) });
        },
      };
    case 'label':
      return {
        options: options.labels,
        chosen: filters.label ?? [],
        onPick: (label) => narrow({ label: toggled(filters.label, label) }),
      };
    case 'scored':
      return {
        options: scoredOptions,
        chosen: filters.scored ? [filters.scored] : [],
        single: true,
        onPick: (value) => narrow({ scored: scoredOptions.find((option) => option.value === value)?.value }),
      };
    case 'estimated':
      return {
        options: [
          { value: 'yes', label: 'Estimated' },
          { value: 'no', label: 'Without an estimate' },
        ],
        chosen: filters.estimated === undefined ? [] : [filters.estimated ? 'yes' : 'no'],
        single: true,
        onPick: (value) => narrow({ estimated: value === 'yes' }),
      };
    case 'import':
      return { options: [], chosen: [], onPick: () => undefined };
    default:
      return {
        options: [{ value: 'yes', label: furtherLabels[name] }],
        chosen: filters[name] ? ['yes'] : [],
        single: true,
        onPick: () => narrow({ [name]: true }),
      };
  }
}

/** One of the further filters as a part of the sentence. */
export function FurtherPart(props: FurtherPartProps) {
  const { name, filters, narrow, options, isNew, onClosed } = props;
  const said = furtherWords({ [name]: filters[name] }, options.names)[0];
  return (
    <FilterPart
      {...choiceOf(props)}
      label={furtherLabels[name]}
      text={said ?? furtherLabels[name].toLowerCase()}
      defaultOpen={isNew}
      onClosed={onClosed}
      clear={
        filters[name] === undefined
          ? undefined
          : { label: 'Take this part out', onClear: () => narrow({ [name]: undefined }) }
      }
    />
  );
}
