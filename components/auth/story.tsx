import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { SeverityBar } from '@/components/ui/severity-bar';

export function StoryTitle() {
  return (
    <p className="max-w-[648px] font-serif text-display">
      What you owe, why you owe it, <br className="max-lg:hidden" />
      and what breaks first.
    </p>
  );
}

function Heading({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  return (
    <div className="mt-8 flex items-baseline justify-between gap-4 border-b border-ink pb-2 text-label text-ink-3 first:mt-0">
      <span className="font-medium">{children}</span>
      <span>{aside}</span>
    </div>
  );
}

const debts = [
  { title: 'Unindexed query on the orders table', service: 'orders', severity: 4, score: '20.0' },
  { title: 'No rate limiting on internal APIs', service: 'gateway', severity: 10 / 3, score: '13.3' },
  { title: 'Missing integration tests for payments', service: 'payment', severity: 10 / 3, score: '10.0' },
  { title: 'Monolithic auth service', service: 'auth', severity: 4, score: '8.0' },
];

const decisions = [
  {
    title: 'Stay on Postgres 16 until the ledger migration ends',
    note: '17, accepted, revisit overdue',
    since: 'Aug 2026',
  },
  { title: 'Evaluate feature flags in one library', note: '36, accepted, supersedes 23', since: 'Sep 2026' },
];

function Entry({ title, note, children }: { title: ReactNode; note: string; children: ReactNode }) {
  return (
    <div className="flex items-center justify-between gap-4 border-b border-line py-1.5">
      <div className="min-w-0">
        <p className="font-serif text-[18px]/6">{title}</p>
        <p className="text-label text-ink-3">{note}</p>
      </div>
      <div className="flex shrink-0 items-center tabular-nums">{children}</div>
    </div>
  );
}

function BreakingPath() {
  const calm = ['web', 'gateway', 'checkout', 'payment'];
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {calm.map((name) => (
        <span key={name} className="flex items-center gap-2">
          {name}
          <ArrowRight aria-hidden className="size-3.5 text-ink-3" />
        </span>
      ))}
      <span className="text-sev-5">psp</span>
    </span>
  );
}

/** A glimpse of a filled workspace, for whoever makes the first one. An example, so it is not read out as content. */
export function SetupStory() {
  return (
    <div className="mx-auto w-full max-w-[648px]">
      <StoryTitle />
      <div className="mt-10" aria-hidden>
        <Heading
          aside={
            <span className="flex">
              <span className="w-29">Severity</span>
              <span className="w-13 text-right">Score</span>
            </span>
          }
        >
          Debt
        </Heading>
        {debts.map((debt) => (
          <Entry key={debt.title} title={debt.title} note={debt.service}>
            <span className="w-29">
              <SeverityBar value={debt.severity} />
            </span>
            <span className="w-13 text-right text-panel font-semibold">{debt.score}</span>
          </Entry>
        ))}
        <Heading aside="Since">Decision</Heading>
        {decisions.map((decision) => (
          <Entry key={decision.title} title={decision.title} note={decision.note}>
            <span className="text-ink-2">{decision.since}</span>
          </Entry>
        ))}
        <Heading aside="Down, min a month">Dependency</Heading>
        <Entry title={<BreakingPath />} note="when the payment provider fails, the other four go down with it">
          <span className="text-panel font-semibold">43</span>
        </Entry>
      </div>
    </div>
  );
}

const promises = [
  {
    noun: 'Debt',
    aside: 'scored against a written rubric',
    title: 'Why this one, and why now',
    text: 'Four factors, one formula, a reason beside every change',
  },
  {
    noun: 'Decision',
    aside: 'numbered when accepted',
    title: 'What we chose, and when to look again',
    text: 'The text that was approved, the questions it met, its revisit date',
  },
  {
    noun: 'Dependency',
    aside: 'declared, dated, sourced',
    title: 'What goes down with what',
    text: 'And how many minutes a month each dependency costs',
  },
  {
    noun: 'Review',
    aside: 'frozen once a quarter',
    title: 'What was promised, and what was kept',
    text: 'Numbers that still reconcile a year later',
  },
];

/** What the product is for, beside signing in. */
export function SignInStory() {
  return (
    <div className="mx-auto w-full max-w-[648px]">
      <StoryTitle />
      <dl className="mt-10">
        {promises.map((promise) => (
          <div key={promise.noun} className="mt-8 first:mt-0">
            <dt className="flex items-baseline justify-between gap-4 border-b border-ink pb-2 text-label text-ink-3">
              <span className="font-medium">{promise.noun}</span>
              <span>{promise.aside}</span>
            </dt>
            <dd className="pt-2">
              <p className="font-serif text-[18px]/6">{promise.title}</p>
              <p className="text-label text-ink-3">{promise.text}</p>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
