'use client';

import type { FilterOptions } from '@/components/backlog/use-filter-options';
import { Field } from '@/components/ui/field';
import { DateInput, Input } from '@/components/ui/input';
import { SeverityBar } from '@/components/ui/severity-bar';
import { Textarea } from '@/components/ui/textarea';
import { missingNeeds, quadrantGuides } from '@/server/domain/scoring/quadrant';
import { displayScore, factorNames, formulaText, severityRange } from '@/server/domain/scoring/score';
import type { DebtRecord } from '@/server/modules/debt/contract';
import { DescriptionField } from './description-field';
import { EditSection } from './edit-section';
import { FactorRow } from './factor-row';
import { QuadrantField } from './quadrant-field';
import { LabelsField, OwnerField, ServicesField, TeamField } from './reference-fields';
import { answersLeft, ScoreFigure } from './score-figure';
import type { DebtEditState } from './use-debt-edit';

export type EditFieldsProps = { debt: DebtRecord; edit: DebtEditState; options: FilterOptions };

function oneLine(text: string): string {
  return text.replace(/[\n\r\t]+/g, ' ');
}

/** Every field of a debt; what the server refuses is said at the field it is about. */
export function EditFields(props: EditFieldsProps) {
  return (
    <>
      <Wording {...props} />
      <Belonging {...props} />
      <Scoring {...props} />
      <Figures {...props} />
      <Repayment {...props} />
    </>
  );
}

function Wording({ edit }: EditFieldsProps) {
  const { mine } = edit.draft;
  return (
    <EditSection label="Wording">
      <Field layout="left" label="Title" error={edit.problems.title} required>
        {/* E was pressed to write, and without the focus here letters would act on the page. */}
        <Input autoFocus value={mine.title} onChange={(event) => edit.set('title', event.target.value)} />
      </Field>
      <Field layout="left" label="Product sentence" hint="what a user notices" error={edit.problems.productSentence}>
        <Textarea
          face="reading"
          rows={1}
          className="italic"
          value={mine.productSentence}
          onChange={(event) => edit.set('productSentence', oneLine(event.target.value))}
        />
      </Field>
      <Field layout="left" label="What it is" error={edit.problems.description}>
        <DescriptionField value={mine.description} onChange={(description) => edit.set('description', description)} />
      </Field>
    </EditSection>
  );
}

function Belonging({ edit, options }: EditFieldsProps) {
  const { mine } = edit.draft;
  return (
    <EditSection label="Who and where">
      <Field layout="left" label="Services" error={edit.problems.services}>
        <ServicesField
          options={options}
          value={mine.services}
          onChange={(services) => edit.set('services', services)}
        />
      </Field>
      <Field layout="left" label="Owner" error={edit.problems.owner}>
        <OwnerField options={options} value={mine.owner} onChange={(owner) => edit.set('owner', owner)} />
      </Field>
      <Field layout="left" label="Team" error={edit.problems.team}>
        <TeamField options={options} value={mine.team} onChange={(team) => edit.set('team', team)} />
      </Field>
      <Field layout="left" label="Labels" error={edit.problems.labels}>
        <LabelsField options={options} value={mine.labels} onChange={(labels) => edit.set('labels', labels)} />
      </Field>
      <Field layout="left" label="Incurred on" error={edit.problems.incurredOn}>
        <DateInput value={mine.incurredOn} onChange={(event) => edit.set('incurredOn', event.target.value)} />
      </Field>
    </EditSection>
  );
}

function Scoring({ debt, edit }: EditFieldsProps) {
  const { mine, base, reason } = edit.draft;
  const severity = severityRange(mine.score);
  const isKnown = severity.minThirds === severity.maxThirds;
  return (
    <EditSection label="Score">
      <div className="flex flex-wrap items-center gap-x-3.5 gap-y-1">
        <span className="font-medium sm:w-36.5">Score</span>
        <ScoreFigure answers={mine.score} of={debt.key} className="text-title font-semibold" />
        <span className="text-ink-2 tabular-nums">
          {formulaText(mine.score)}
          {answersLeft(mine.score) ? `, ${answersLeft(mine.score)}` : null}
        </span>
        <span className="ml-auto">
          <SeverityBar value={isKnown ? displayScore(severity.minThirds) : null} unset="severity not known yet" />
        </span>
      </div>
      <div className="-my-2">
        {factorNames.map((name) => (
          <FactorRow
            key={name}
            name={name}
            layout="form"
            value={mine.score[name]}
            recorded={base.score[name]}
            error={edit.problems[name]}
            onChange={(value) => edit.set('score', { ...mine.score, [name]: value })}
          />
        ))}
      </div>
      {edit.needsReason ? (
        <Field layout="left" label="Why did it change?" error={edit.problems.reason} required>
          <Input value={reason} maxLength={1000} onChange={(event) => edit.setReason(event.target.value)} />
        </Field>
      ) : null}
    </EditSection>
  );
}

function Figures({ edit }: EditFieldsProps) {
  const { mine } = edit.draft;
  return (
    <EditSection label="What it costs">
      <Field layout="left" label="Effort" hint="to repay it" error={edit.problems.effortDays}>
        <Input
          className="w-40"
          inputMode="decimal"
          suffix="days"
          value={mine.effortDays}
          onChange={(event) => edit.set('effortDays', event.target.value)}
        />
      </Field>
      <Field layout="left" label="Interest" hint="lost to it" error={edit.problems.interestHoursPerMonth}>
        <Input
          className="w-40"
          inputMode="decimal"
          suffix="h a month"
          value={mine.interestHoursPerMonth}
          onChange={(event) => edit.set('interestHoursPerMonth', event.target.value)}
        />
      </Field>
    </EditSection>
  );
}

function Repayment({ edit }: EditFieldsProps) {
  const { mine } = edit.draft;
  const { quadrant } = mine.quadrant;
  const missing = missingNeeds({ ...mine, quadrant, revisitOn: mine.revisitOn || null });
  const asks = quadrant ? quadrantGuides[quadrant].asksFor : null;
  return (
    <EditSection label="Repayment">
      <QuadrantField
        value={mine.quadrant}
        onChange={(value) => edit.set('quadrant', value)}
        error={edit.problems.quadrant ?? edit.problems.notDebtReason}
      />
      {asks && missing.length > 0 ? <p className="text-warn sm:pl-40">{asks}</p> : null}
      <Field layout="left" label="Plan" hint="how it is repaid" error={edit.problems.repaymentPlan}>
        <Textarea
          rows={2}
          value={mine.repaymentPlan}
          onChange={(event) => edit.set('repaymentPlan', event.target.value)}
        />
      </Field>
      <Field layout="left" label="Revisit on" error={edit.problems.revisitOn}>
        <DateInput value={mine.revisitOn} onChange={(event) => edit.set('revisitOn', event.target.value)} />
      </Field>
      <Field layout="left" label="Or when" hint="a trigger" error={edit.problems.revisitTrigger}>
        <Input
          placeholder="peaks pass 300 orders a minute"
          value={mine.revisitTrigger}
          onChange={(event) => edit.set('revisitTrigger', event.target.value)}
        />
      </Field>
    </EditSection>
  );
}
