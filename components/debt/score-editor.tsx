'use client';

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Field } from '@/components/ui/field';
import { SeverityBar } from '@/components/ui/severity-bar';
import { Textarea } from '@/components/ui/textarea';
import { dateToDay } from '@/server/domain/field/day';
import { dayText } from '@/server/domain/scoring/day';
import { displayScore, factorNames, formulaText, scoreText, severityRange } from '@/server/domain/scoring/score';
import type { DebtRecord } from '@/server/modules/debt/contract';
import { FactorRow } from './factor-row';
import { ScoreChangeText } from './score-change';
import { answersLeft, ScoreFigure } from './score-figure';
import { type ScoreEditorState, useScoreEditor } from './use-score-editor';

export type ScoreEditorProps = {
  workspace: string;
  debt: DebtRecord;
  /** `row` for the page (664 px), `stacked` for the peek (360 px) and the phone. */
  variant: 'row' | 'stacked';
  /** Under the formula: "rank 2 of 63, in the top ten in 91 % of draws". */
  standing?: ReactNode;
  /** After the buttons that save: a link to the history. */
  history?: ReactNode;
  /** Raised to put the focus on the first factor. */
  focusSignal?: number;
  onSaved?: (record: DebtRecord) => void;
};

/** The score of a debt: read, and given again by answering the rubric. */
export function ScoreEditor(props: ScoreEditorProps) {
  const { workspace, debt, variant, onSaved } = props;
  const editor = useScoreEditor({ workspace, debt, onSaved });
  const root = useRef<HTMLDivElement>(null);
  const editing = debt.abilities.edit;
  const signal = props.focusSignal ?? 0;
  useEffect(() => {
    if (signal > 0 && editing) focusFirst(root.current);
  }, [signal, editing]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void editor.save();
    else if (event.key === 'Escape' && editor.changed.length > 0) editor.reset();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const isOpen = editing && editor.changed.length > 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys work in the fields inside, whichever has the focus
    <div ref={root} onKeyDown={editing ? onKeyDown : undefined}>
      {variant === 'row' ? <RowHead {...props} editor={editor} /> : <StackedHead {...props} editor={editor} />}
      <div className={cn(variant === 'row' ? 'mt-2.5' : 'mt-2 [&>:first-child]:border-t-0')}>
        {factorNames.map((name) => (
          <FactorRow
            key={name}
            name={name}
            value={editor.answers[name]}
            recorded={editor.recorded[name]}
            layout={variant}
            onChange={editing ? (value) => editor.choose(name, value) : undefined}
          />
        ))}
      </div>
      {isOpen ? (
        <SaveScore editor={editor} debt={debt} history={props.history} variant={variant} onCancel={editor.reset} />
      ) : null}
    </div>
  );
}

function focusFirst(root: HTMLElement | null): void {
  root?.querySelector<HTMLElement>('[role="radio"][tabindex="0"]')?.focus();
}

type HeadProps = ScoreEditorProps & { editor: ScoreEditorState };

function Formula({ editor, standing }: { editor: ScoreEditorState; standing: ReactNode }) {
  const left = answersLeft(editor.answers);
  return (
    <div className="min-w-0 tabular-nums" aria-live="polite">
      <p>{formulaText(editor.answers)}</p>
      <p className="text-label text-ink-3">{left ?? (editor.changed.length > 0 ? 'not saved yet' : standing)}</p>
    </div>
  );
}

function RowHead({ debt, standing, editor }: HeadProps) {
  const severity = severityRange(editor.answers);
  const isKnown = severity.minThirds === severity.maxThirds;
  return (
    <div className="flex flex-wrap items-start gap-x-3.5 gap-y-2 max-sm:items-center">
      <div className="flex min-w-0 items-start gap-x-3.5 max-sm:w-full max-sm:items-center max-sm:rounded-well max-sm:bg-sunken max-sm:px-3 max-sm:py-2.5">
        <ScoreFigure
          answers={editor.answers}
          of={debt.key}
          scoredAt={editor.changed.length > 0 ? null : debt.scoredAt}
          className="text-figure font-semibold"
        />
        <Formula editor={editor} standing={standing} />
      </div>
      <div className="ml-auto flex gap-9 text-right max-sm:ml-0 max-sm:w-full max-sm:justify-between max-sm:*:flex max-sm:*:items-center max-sm:*:gap-2">
        <div>
          <p className="text-left text-label text-ink-2">Severity</p>
          <SeverityBar value={isKnown ? displayScore(severity.minThirds) : null} unset="not known yet" />
        </div>
        <div>
          <p className="text-label text-ink-2">Effort</p>
          <p className={cn('tabular-nums', debt.effortDays === null && 'text-ink-3')}>
            {debt.effortDays === null ? 'not set' : `${debt.effortDays} d`}
          </p>
        </div>
      </div>
    </div>
  );
}

function StackedHead({ debt, standing, editor }: HeadProps) {
  return (
    <div className="flex items-center gap-3.5 rounded-well bg-sunken px-3 py-2.5">
      <ScoreFigure
        answers={editor.answers}
        of={debt.key}
        scoredAt={editor.changed.length > 0 ? null : debt.scoredAt}
        className={cn('font-semibold', answersLeft(editor.answers) ? 'text-title' : 'text-figure')}
      />
      <Formula editor={editor} standing={standing} />
    </div>
  );
}

type SaveScoreProps = Pick<ScoreEditorProps, 'debt' | 'history' | 'variant'> & {
  editor: ScoreEditorState;
  onCancel: () => void;
};

function SaveScore({ editor, debt, history, variant, onCancel }: SaveScoreProps) {
  const was = debt.scoreThirds !== null && debt.scoredAt !== null;
  return (
    <div className={cn('border-t border-line pt-3', variant === 'row' && 'sm:pl-[134px]')}>
      <p className="mb-2 flex min-h-5 flex-wrap items-center gap-x-2 text-label text-ink-2">
        {was && debt.scoredAt ? (
          <span>
            Was <b className="tabular-nums text-ink">{scoreText(debt.scoreThirds ?? 0)}</b> on{' '}
            {dayText(dateToDay(debt.scoredAt))}.
          </span>
        ) : (
          <span>Not scored before.</span>
        )}
        {editor.change ? <ScoreChangeText change={editor.change} /> : null}
      </p>
      {editor.needsReason ? (
        <Field label="Why did it change?" error={editor.reasonProblem}>
          <Textarea
            rows={1}
            maxLength={1000}
            value={editor.reason}
            className="min-h-9 resize-none"
            onChange={(event) => editor.setReason(event.target.value.replace(/[\n\r\t]+/g, ' '))}
          />
        </Field>
      ) : null}
      {editor.problem ? (
        <Banner tone="danger" title="Not saved." live className="mt-2">
          {editor.problem}
        </Banner>
      ) : null}
      <div className="mt-3 flex items-center gap-2 max-sm:sticky max-sm:bottom-0 max-sm:-mx-4 max-sm:border-t max-sm:border-line max-sm:bg-surface max-sm:p-2 max-sm:px-4">
        <Button
          variant="primary"
          kbd="mod+enter"
          className="max-sm:order-2 max-sm:flex-1"
          pending={editor.pending}
          disabled={editor.changed.length === 0}
          onClick={() => void editor.save()}
        >
          Save score
        </Button>
        <Button variant="ghost" onClick={onCancel}>
          Cancel
        </Button>
        {history ? <span className="ml-auto max-sm:order-3">{history}</span> : null}
      </div>
    </div>
  );
}
