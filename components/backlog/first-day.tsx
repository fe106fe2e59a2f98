'use client';

import { BookOpen, PenLine, Upload } from 'lucide-react';
import { Button, ButtonLink } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { EmptyState, type EmptyStep } from '@/components/ui/empty-state';
import { rubric } from '@/server/domain/scoring/rubric';
import { type FactorName, factorNames, formulaText, scoreText, scoreThirds } from '@/server/domain/scoring/score';
import type { Summary } from '@/server/modules/backlog/contract';

type FirstDayProps = {
  workspace: string;
  abilities: Summary['abilities'];
  onNew: (() => void) | undefined;
  title?: string;
};

/** The backlog before anything is in it: what a debt is, how it is scored, and the first step. */
export function FirstDay({ workspace, abilities, onNew, title = 'Debt backlog' }: FirstDayProps) {
  const steps: EmptyStep[] = [];
  if (abilities.create && onNew) {
    steps.push({
      icon: PenLine,
      title: 'Write the first debt',
      description: 'A title and four answers, about two minutes',
      action: (
        <Button variant="primary" kbd="c" onClick={onNew}>
          New debt
        </Button>
      ),
    });
  }
  if (abilities.import) {
    steps.push({
      icon: Upload,
      title: 'Bring what you have',
      description: 'Jira’s own export or any CSV file, shown to you before anything is written',
      action: <ButtonLink href={`/w/${workspace}/backlog/import`}>Import a file</ButtonLink>,
    });
  }
  if (steps.length === 0) {
    steps.push({
      icon: BookOpen,
      title: 'Wait for the first debt',
      description: 'Editors of this workspace write debts down; you will see them here',
      action: <ButtonLink href={`/w/${workspace}/services`}>See services</ButtonLink>,
    });
  }
  return (
    <EmptyState
      title={title}
      aside="nothing written down yet"
      lesson="Debt is a shortcut that makes the next change dearer: write it down, answer four questions, and the order follows."
      steps={steps}
    >
      <FourQuestions />
    </EmptyState>
  );
}

const example = {
  title: 'Unindexed query on the orders table',
  impact: 4,
  likelihood: 5,
  velocityTax: 3,
  remediationCost: 5,
};
const anchors = [1, 3, 5] as const;

function FourQuestions() {
  return (
    <section className="mt-11" aria-labelledby="four-questions">
      <div className="hidden grid-cols-[224px_repeat(3,1fr)] items-baseline border-b border-ink pb-1 sm:grid">
        <h2 id="four-questions" className="font-semibold">
          The four questions
        </h2>
        {anchors.map((level) => (
          <span key={level} className="font-serif text-document">
            {level}
            {level < 5 ? <span className="float-right mr-[46%] text-reading text-ink-3">{level + 1}</span> : null}
          </span>
        ))}
      </div>
      {factorNames.map((name) => (
        <Question key={name} name={name} chosen={example[name]} />
      ))}
      <div className="grid border-t border-ink py-2 sm:grid-cols-[224px_1fr]">
        <b>Score</b>
        <p className="font-serif text-reading">(impact + likelihood + velocity tax) × remediation cost ÷ 3</p>
      </div>
      <div className="grid items-baseline border-t border-line py-2 sm:grid-cols-[224px_1fr_auto]">
        <p className="flex items-center gap-2 text-ink-2">
          <span aria-hidden className="size-2 rounded-full bg-accent" />
          For example
        </p>
        <p className="font-serif text-reading">
          {example.title}{' '}
          <span className="ml-3 font-sans text-body text-ink-2 tabular-nums">{formulaText(example)}</span>
        </p>
        <p className="text-figure font-semibold tabular-nums">{scoreText(scoreThirds(example))}</p>
      </div>
    </section>
  );
}

function Question({ name, chosen }: { name: FactorName; chosen: number }) {
  const { label, hint, levels } = rubric[name];
  return (
    <div className="relative grid border-b border-line py-2 last-of-type:border-b-0 sm:grid-cols-[224px_repeat(3,1fr)]">
      <p>
        <b className="block">{label}</b>
        <span className="block text-label text-ink-2">{hint.toLowerCase()}</span>
      </p>
      {anchors.map((level) => (
        <p key={level} className="flex gap-3 font-serif text-reading leading-6 max-sm:mt-1 sm:pr-4">
          <span className={cn('w-3 shrink-0 sm:hidden', level === chosen && 'text-accent-text')}>{level}</span>
          {levels[level]}
        </p>
      ))}
      <span
        aria-hidden
        className="absolute -top-1 hidden size-2 rounded-full bg-accent sm:block"
        style={{ left: `calc(224px + (100% - 224px) * ${(chosen - 1) / 6} + 2px)` }}
      />
    </div>
  );
}
