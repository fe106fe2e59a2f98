'use client';

import { useFilterOptions } from '@/components/backlog/use-filter-options';
import { OwnerField, ServicesField } from '@/components/debt/reference-fields';
import { Checkbox } from '@/components/ui/checkbox';
import { DateInput, Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { TextLink } from '@/components/ui/text-link';
import { decisionTriggers, type ImplementationState, implementationStates } from '@/server/domain/decision/status';
import { dayText } from '@/server/domain/scoring/day';
import type { DecisionRecord } from '@/server/modules/decision/contract';
import { implementationLabels, listText, triggerLabels } from './decision-words';
import { type Fact, FactRow } from './fact-row';
import { NamesField, TagsField } from './names-field';
import { RailSection } from './rail-section';

type SectionProps = { workspace: string; decision: DecisionRecord };

/** What belongs to a decision beside its text: changing it makes no revision and drops no approval. */
export function FactSection({ workspace, decision }: SectionProps) {
  const row = { workspace, decision };
  return (
    <RailSection title="Facts">
      <dl className="flex flex-col gap-y-2">
        <OwnerRow {...row} />
        <FactRow {...row} fact={tagsFact(workspace)} />
        <ServicesRow {...row} />
        <FactRow {...row} fact={triggersFact} />
        {(['deciders', 'consulted', 'informed'] as const).map((role) => (
          <FactRow key={role} {...row} fact={peopleFact(workspace, role)} />
        ))}
        <FactRow {...row} fact={implementationFact} />
        <FactRow
          {...row}
          fact={dayFact('revisitOn', 'Revisit on', 'The day on which to ask whether it still holds.')}
        />
        <FactRow {...row} fact={conditionFact} />
        <FactRow
          {...row}
          fact={dayFact('expiresOn', 'Expires on', 'From this day on the accepted risk must be decided anew.')}
        />
      </dl>
    </RailSection>
  );
}

function OwnerRow({ workspace, decision }: SectionProps) {
  const options = useFilterOptions(workspace);
  const { owner } = decision;
  const isGone = owner && !options.people.some((person) => person.id === owner.id);
  const people = isGone ? [...options.people, { ...owner, email: '' }] : options.people;
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? '';
  const fact: Fact<string | null> = {
    term: 'Owner',
    read: (record) => record.owner?.id ?? null,
    write: (value) => ({ owner: value }),
    show: (value) => (value ? nameOf(value) || (owner?.name ?? null) : null),
    say: (value) => nameOf(value),
    control: (value, onChange) => <OwnerField options={{ ...options, people }} value={value} onChange={onChange} />,
  };
  return <FactRow workspace={workspace} decision={decision} fact={fact} />;
}

function ServicesRow({ workspace, decision }: SectionProps) {
  const options = useFilterOptions(workspace);
  const fact: Fact<string[]> = {
    term: 'Services',
    read: (record) => record.services.map((service) => service.key),
    write: (value) => ({ services: value }),
    show: (keys) =>
      keys.length === 0
        ? null
        : keys.map((key, index) => (
            <span key={key}>
              {index > 0 ? ', ' : null}
              <TextLink look="title" href={`/w/${workspace}/services/${key}`}>
                {key}
              </TextLink>
            </span>
          )),
    say: listText,
    control: (value, onChange) => <ServicesField options={options} value={value} onChange={onChange} />,
  };
  return <FactRow workspace={workspace} decision={decision} fact={fact} />;
}

function tagsFact(workspace: string): Fact<string[]> {
  return {
    term: 'Tags',
    read: (record) => record.tags,
    write: (value) => ({ tags: value }),
    show: (tags) =>
      tags.length === 0
        ? null
        : tags.map((tag, index) => (
            <span key={tag}>
              {index > 0 ? ', ' : null}
              <TextLink look="title" href={`/w/${workspace}/decisions?tag=${encodeURIComponent(tag)}`}>
                {tag}
              </TextLink>
            </span>
          )),
    say: listText,
    control: (value, onChange) => <TagsField workspace={workspace} value={value} onChange={onChange} />,
  };
}

const roleTerms = { deciders: 'Deciders', consulted: 'Consulted', informed: 'Informed' } as const;

function peopleFact(workspace: string, role: keyof typeof roleTerms): Fact<string[]> {
  return {
    term: roleTerms[role],
    read: (record) => record[role],
    write: (value) => ({ [role]: value }),
    show: (names) => (names.length === 0 ? null : names.join(', ')),
    say: listText,
    control: (value, onChange) => (
      <NamesField workspace={workspace} label={roleTerms[role]} value={value} onChange={onChange} />
    ),
  };
}

const triggersFact: Fact<DecisionRecord['triggers']> = {
  term: 'Triggers',
  label: 'Why is it worth a record?',
  group: true,
  read: (record) => record.triggers,
  write: (value) => ({ triggers: value }),
  show: (triggers) =>
    triggers.length === 0 ? null : triggers.map((trigger) => triggerLabels[trigger].title.toLowerCase()).join(', '),
  say: (triggers) => listText(triggers.map((trigger) => triggerLabels[trigger].title.toLowerCase())),
  control: (value, onChange) => (
    <div className="flex flex-col gap-2.5">
      {decisionTriggers.map((trigger) => (
        <Checkbox
          key={trigger}
          checked={value.includes(trigger)}
          onChange={(on) => onChange(decisionTriggers.filter((one) => (one === trigger ? on : value.includes(one))))}
          label={triggerLabels[trigger].title}
          description={triggerLabels[trigger].description}
        />
      ))}
    </div>
  ),
};

const implementationFact: Fact<ImplementationState> = {
  term: 'Carried out',
  read: (record) => record.implementation,
  write: (value) => ({ implementation: value }),
  show: (state) => implementationLabels[state].toLowerCase(),
  say: (state) => implementationLabels[state].toLowerCase(),
  control: (value, onChange) => (
    <Select
      options={implementationStates.map((state) => ({ value: state, label: implementationLabels[state] }))}
      value={value}
      onChange={onChange}
      className="w-full"
    />
  ),
};

function dayFact(field: 'revisitOn' | 'expiresOn', term: string, hint: string): Fact<string | null> {
  return {
    term,
    hint,
    read: (record) => record[field],
    write: (value) => ({ [field]: value }),
    show: (day) => (day ? dayText(day) : null),
    say: (day) => (day ? dayText(day) : ''),
    control: (value, onChange) => (
      <DateInput value={value ?? ''} onChange={(event) => onChange(event.target.value || null)} />
    ),
  };
}

const conditionFact: Fact<string> = {
  term: 'Revisit when',
  label: 'Revisit when this holds',
  hint: 'Such as “corrections pass 50 orders in a week”.',
  read: (record) => record.revisitCondition,
  write: (value) => ({ revisitCondition: value.trim() }),
  show: (text) => text || null,
  say: (text) => text,
  control: (value, onChange) => (
    <Input value={value} maxLength={500} onChange={(event) => onChange(event.target.value)} />
  ),
};
