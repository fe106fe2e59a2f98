'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { Combobox } from '@/components/ui/combobox';
import type { ComboboxOption } from '@/components/ui/combobox-list';
import { Field } from '@/components/ui/field';
import { DateInput, Input } from '@/components/ui/input';
import { Segments } from '@/components/ui/segments';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { availabilitySources, tiers } from '@/server/modules/service/contract';
import { sourceLabels } from './service-words';
import type { ServiceForm } from './use-service-form';

type FieldsProps = { form: ServiceForm; teams: readonly ComboboxOption[]; isNew: boolean };

const tierSegments = tiers.map((tier) => ({ value: tier, label: tier }));
const sources = availabilitySources.map((source) => ({ value: source, label: sourceLabels[source] }));

/** What is asked about a service: a name and a tier are enough, the figures help to see what hurts. */
export function ServiceFields({ form, teams, isNew }: FieldsProps) {
  const { draft, set, problems } = form;
  return (
    <div className="flex flex-col gap-3.5">
      <Field layout="left" label="Name" error={problems.name} required>
        <Input
          data-autofocus
          value={draft.name}
          maxLength={200}
          onChange={(event) => set('name', event.target.value)}
        />
      </Field>
      {isNew ? (
        <Field layout="left" label="Key" hint="for addresses and imports; it stays" error={problems.key} required>
          <Input
            value={draft.key}
            spellCheck={false}
            autoCapitalize="off"
            placeholder="checkout"
            onChange={(event) => set('key', event.target.value)}
          />
        </Field>
      ) : null}
      <Field layout="left" label="What it does" hint="and what hurts without it" error={problems.description}>
        <Textarea
          face="reading"
          rows={2}
          value={draft.description}
          onChange={(event) => set('description', event.target.value)}
        />
      </Field>
      <Field layout="left" label="Team" error={problems.team}>
        <Combobox
          label="Team"
          placeholder="None"
          clearLabel="None"
          searchPlaceholder="A team"
          empty="No team has this name."
          options={teams}
          value={draft.team}
          onChange={(team) => set('team', team)}
        />
      </Field>
      <Field layout="left" label="Tier" hint="how much hangs on it" error={problems.tier} group required>
        <Segments segments={tierSegments} tone="choosing" value={draft.tier} onChange={(tier) => set('tier', tier)} />
      </Field>
      <Field layout="left" label="Whose" group>
        <Checkbox
          checked={draft.external}
          onChange={(external) => set('external', external)}
          label="External"
          description="another company runs it"
        />
      </Field>
      <Figures form={form} />
    </div>
  );
}

function Figures({ form }: { form: ServiceForm }) {
  const { draft, set, problems } = form;
  const figure = (
    name: 'availability' | 'sloTarget' | 'sloWindowDays' | 'p50Ms' | 'p95Ms',
    label: string,
    unit: string,
  ) => (
    <Input
      aria-label={label}
      aria-invalid={problems[name] ? true : undefined}
      className="w-28"
      inputMode="decimal"
      value={draft[name]}
      suffix={unit}
      onChange={(event) => set(name, event.target.value)}
    />
  );
  const hasFigure = draft.availability.trim() !== '';
  return (
    <>
      <Field
        layout="left"
        label="Availability"
        hint="its own, without what it needs"
        error={problems.availability ?? problems.availabilitySource ?? problems.availabilityAsOf}
        group
      >
        <div className="flex flex-wrap items-center gap-2">
          {figure('availability', 'Availability in per cent', '%')}
          <Select
            aria-label="Where the figure comes from"
            className="w-36"
            placeholder="assumed"
            disabled={!hasFigure}
            options={sources}
            value={hasFigure ? draft.availabilitySource : null}
            onChange={(source) => set('availabilitySource', source)}
          />
          <span className="text-ink-2">as of</span>
          <DateInput
            aria-label="Day of the figure"
            className="w-40"
            disabled={!hasFigure}
            value={draft.availabilityAsOf}
            onChange={(event) => set('availabilityAsOf', event.target.value)}
          />
        </div>
      </Field>
      <Field layout="left" label="Objective" error={problems.sloTarget ?? problems.sloWindowDays} group>
        <div className="flex flex-wrap items-center gap-2">
          {figure('sloTarget', 'Objective in per cent', '%')}
          <span className="text-ink-2">in</span>
          {figure('sloWindowDays', 'Window of the objective in days', 'days')}
        </div>
      </Field>
      <Field layout="left" label="Response time" error={problems.p50Ms ?? problems.p95Ms} group>
        <div className="flex flex-wrap items-center gap-2">
          <span className="text-ink-2">half within</span>
          {figure('p50Ms', 'Median response time in milliseconds', 'ms')}
          <span className="text-ink-2">95 % within</span>
          {figure('p95Ms', '95th percentile of the response time in milliseconds', 'ms')}
        </div>
      </Field>
    </>
  );
}
