'use client';

import { Field } from '@/components/ui/field';
import { DateInput, Input } from '@/components/ui/input';
import { SeverityBar } from '@/components/ui/severity-bar';
import { Textarea } from '@/components/ui/textarea';
import { missingNeeds, quadrantGuides } from '@/server/domain/scoring/quadrant';
import { displayScore, factorNames, formulaText, severityRange } from '@/server/domain/scoring/score';
import { FactorRow } from './factor-row';
import { QuadrantField } from './quadrant-field';
import { OwnerField, ServicesField, useReferenceOptions } from './reference-fields';
import { answersLeft, ScoreFigure } from './score-figure';
import { SimilarDebts } from './similar-debts';
import type { NewDebtForm } from './use-new-debt';

export type NewDebtFieldsProps = { workspace: string; form: NewDebtForm; onLeave: () => void };

function oneLine(text: string): string {
  return text.replace(/[\n\r\t]+/g, ' ');
}

/** What is asked about a debt when it is written down: the title is enough, the rest makes it count. */
export function NewDebtFields({ workspace, form, onLeave }: NewDebtFieldsProps) {
  const options = useReferenceOptions(workspace);
  const { edit, set, problems } = form;
  return (
    <div className="flex flex-col gap-3.5">
      <div>
        <Field layout="left" label="Title" error={problems.title} required>
          <Input data-autofocus value={edit.title} onChange={(event) => set('title', event.target.value)} />
          <SimilarDebts workspace={workspace} title={edit.title} onPick={onLeave} />
        </Field>
      </div>
      <div className="gap-4 max-sm:flex max-sm:flex-col sm:grid sm:grid-cols-[minmax(0,1fr)_minmax(0,296px)]">
        <Field layout="left" label="Service" error={problems.services}>
          <ServicesField options={options} value={edit.services} onChange={(services) => set('services', services)} />
        </Field>
        <Field
          layout="left"
          label="Owner"
          error={problems.owner}
          className="sm:grid-cols-[44px_minmax(0,1fr)] sm:gap-x-2.5"
        >
          <OwnerField options={options} value={edit.owner} onChange={(owner) => set('owner', owner)} />
        </Field>
      </div>
      <Field layout="left" label="Product sentence" hint="what a user notices" error={problems.productSentence}>
        <Textarea
          face="reading"
          rows={1}
          className="min-h-9 italic"
          value={edit.productSentence}
          onChange={(event) => set('productSentence', oneLine(event.target.value))}
        />
      </Field>
      <div className="gap-x-8">
        {factorNames.map((name) => (
          <FactorRow
            key={name}
            name={name}
            layout="form"
            value={edit.score[name]}
            error={problems[name]}
            onChange={(value) => set('score', { ...edit.score, [name]: value })}
          />
        ))}
        <NewScore form={form} />
      </div>
      <QuadrantField
        value={edit.quadrant}
        onChange={(value) => set('quadrant', value)}
        error={problems.quadrant ?? problems.notDebtReason}
      />
      <RepaymentNeeds form={form} />
    </div>
  );
}

function NewScore({ form }: { form: NewDebtForm }) {
  const { edit, set, problems } = form;
  const severity = severityRange(edit.score);
  const isKnown = severity.minThirds === severity.maxThirds;
  return (
    <div className="grid-cols-[144px_minmax(0,1fr)] items-center gap-x-4 border-y border-line py-2.5 sm:grid">
      <span className="font-medium">Score</span>
      <div className="flex flex-wrap items-center gap-x-3.5 gap-y-2">
        <ScoreFigure answers={edit.score} of="this debt" className="text-figure font-semibold" />
        <div className="min-w-0 flex-1 tabular-nums max-sm:order-1 max-sm:basis-full" aria-live="polite">
          <p>{formulaText(edit.score)}</p>
          <p className="text-label text-ink-3">{answersLeft(edit.score) ?? 'all answered'}</p>
        </div>
        {isKnown ? (
          <div>
            <p className="text-label text-ink-2">Severity</p>
            <SeverityBar value={displayScore(severity.minThirds)} />
          </div>
        ) : null}
        <Field
          label="Effort"
          layout="left"
          error={problems.effortDays}
          className="flex items-center gap-2 sm:flex [&>div]:mb-0 [&>div:first-child]:pt-0"
        >
          <Input
            className="w-24"
            inputMode="decimal"
            placeholder="in days"
            value={edit.effortDays}
            onChange={(event) => set('effortDays', event.target.value)}
          />
        </Field>
      </div>
    </div>
  );
}

/** Debt that was taken on purpose is asked how it is repaid and when it is looked at again. */
function RepaymentNeeds({ form }: { form: NewDebtForm }) {
  const { edit, set, problems } = form;
  const { quadrant } = edit.quadrant;
  if (!quadrant || quadrantGuides[quadrant].needs.length === 0) return null;
  const { needs, asksFor } = quadrantGuides[quadrant];
  const missing = missingNeeds({ ...edit, quadrant, revisitOn: edit.revisitOn || null });
  return (
    <>
      {missing.length > 0 ? <p className="text-warn sm:pl-40">{asksFor}</p> : null}
      <Field layout="left" label="Plan" hint="how it is repaid" error={problems.repaymentPlan}>
        <Textarea rows={2} value={edit.repaymentPlan} onChange={(event) => set('repaymentPlan', event.target.value)} />
      </Field>
      {needs.includes('revisit') ? (
        <Field layout="left" label="Revisit on" error={problems.revisitOn ?? problems.revisitTrigger}>
          <div className="flex flex-wrap items-center gap-2">
            <DateInput value={edit.revisitOn} onChange={(event) => set('revisitOn', event.target.value)} />
            <span className="text-ink-2">or when</span>
            <Input
              id="new-debt-trigger"
              aria-label="Revisit when"
              className="w-auto min-w-48 flex-1"
              placeholder="peaks pass 300 orders a minute"
              value={edit.revisitTrigger}
              onChange={(event) => set('revisitTrigger', event.target.value)}
            />
          </div>
        </Field>
      ) : null}
    </>
  );
}
