'use client';

import type { ReactNode } from 'react';
import { DottedFigure } from '@/components/ui/dotted-figure';
import { hasEnoughCoverage } from '@/server/domain/scoring/cost';
import type { Summary } from '@/server/modules/backlog/contract';
import type { Home } from '@/server/modules/home/contract';
import { backlogHref } from './backlog-href';
import { DebtKeys } from './debt-keys';
import { EffortFigure } from './effort-figure';
import { FigureLink } from './figure-link';
import { nearDayText, numberText, signedNumber } from './home-words';
import { type LedgerKind, lineLabels, signOf, sumText } from './week-words';

type WeekLedgerProps = { workspace: string; home: Home; summary: Summary };

const cell = 'h-7 pl-3 text-right align-middle tabular-nums';

/** The week as a ledger: what was open, what came and went, what is open. It adds up, line by line. */
export function WeekLedger({ workspace, home, summary }: WeekLedgerProps) {
  const hasWork = hasEnoughCoverage({ estimated: summary.estimated, all: summary.count });
  const moved = home.lines.filter((line) => line.count > 0);
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">Debts and days of work this week</caption>
      <thead>
        <tr className="border-b border-line text-label text-ink-2">
          <th scope="col" className="h-7 text-left font-medium">
            This week
          </th>
          <th scope="col" className="w-18 text-right font-medium">
            Debts
          </th>
          {hasWork ? (
            <th scope="col" className="w-18 text-right font-medium">
              Work
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        <Opening home={home} hasWork={hasWork} />
        {moved.map((line) => (
          <Movement key={line.kind} workspace={workspace} line={line} home={home} hasWork={hasWork} />
        ))}
        {moved.length === 0 ? <Memo label="Nothing came or went" hasWork={hasWork} /> : null}
        <Memos workspace={workspace} home={home} hasWork={hasWork} />
        {/* Takes the height that the histogram beside it needs, so that few lines keep together and the totals stay level. */}
        <tr aria-hidden className="h-full">
          <td className="p-0" />
        </tr>
      </tbody>
      <tfoot>
        <tr className="border-t border-ink font-semibold">
          <th scope="row" className="h-7.5 text-left font-semibold">
            Open today
          </th>
          <td className={cell}>
            <FigureLink href={backlogHref(workspace)}>{numberText(home.closing.count)}</FigureLink>
          </td>
          {hasWork ? (
            <td className={cell}>
              <EffortFigure summary={summary}>{numberText(home.closing.effortDays)} d</EffortFigure>
            </td>
          ) : null}
        </tr>
      </tfoot>
    </table>
  );
}

function Opening({ home, hasWork }: { home: Home; hasWork: boolean }) {
  const day = nearDayText(home.since, home.today);
  return (
    <Row
      label={`Open on ${day}`}
      debts={
        <DottedFigure
          align="end"
          title={`Open on ${day}`}
          formula={sumText(home, 'count')}
          note="Counted back from what is open today, through everything that came and went since."
        >
          {numberText(home.opening.count)}
        </DottedFigure>
      }
      work={
        hasWork ? (
          <DottedFigure
            align="end"
            title={`Days of work on ${day}`}
            formula={sumText(home, 'effortDays')}
            note="Counted back from today with today’s estimates, so that a new estimate is not taken for new debt."
          >
            {numberText(home.opening.effortDays)} d
          </DottedFigure>
        ) : null
      }
    />
  );
}

type Line = Home['lines'][number];
type MovementProps = { workspace: string; line: Line; home: Home; hasWork: boolean };

const wheres: Record<LedgerKind, { words: string; href: (workspace: string) => string } | null> = {
  new: { words: 'The newest first', href: (workspace) => backlogHref(workspace, {}, '-created') },
  reopened: null,
  resolved: {
    words: 'All that is resolved',
    href: (workspace) => backlogHref(workspace, { open: undefined, state: ['resolved'] }, '-updated'),
  },
  withdrawn: {
    words: 'All that is withdrawn',
    href: (workspace) => backlogHref(workspace, { open: undefined, state: ['withdrawn'] }, '-updated'),
  },
  deleted: null,
};

function Movement({ workspace, line, home, hasWork }: MovementProps) {
  const label = lineLabels[line.kind];
  const sign = signOf(line.kind);
  const where = wheres[line.kind];
  const title = `${label} since ${nearDayText(home.since, home.today)}`;
  const keys = <DebtKeys workspace={workspace} keys={line.keys} count={line.count} />;
  return (
    <Row
      label={label}
      detail={<DebtKeys workspace={workspace} keys={line.keys.slice(0, 3)} count={line.count} />}
      debts={
        <DottedFigure
          align="end"
          title={title}
          note={
            <>
              {keys}
              {where ? (
                <span className="mt-1 block">
                  <FigureLink href={where.href(workspace)}>{where.words}</FigureLink>
                </span>
              ) : null}
            </>
          }
        >
          {signedNumber(sign * line.count)}
        </DottedFigure>
      }
      work={hasWork ? <Work line={line} title={`${title}, days of work`} keys={keys} /> : null}
    />
  );
}

function Work({ line, title, keys }: { line: Line; title: string; keys: ReactNode }) {
  if (line.effortDays === 0) return <Dash means="not estimated" />;
  return (
    <DottedFigure align="end" title={title} note={keys}>
      {signedNumber(signOf(line.kind) * line.effortDays)} d
    </DottedFigure>
  );
}

function Memos({ workspace, home, hasWork }: Pick<MovementProps, 'workspace' | 'home' | 'hasWork'>) {
  const { rescored, accepted, today } = home;
  return (
    <>
      {rescored.slice(0, 3).map(({ key, from, to, verdict }) => (
        <Memo key={key} label="Re-scored" hasWork={hasWork}>
          <DebtKeys workspace={workspace} keys={[key]} count={1} />, {from.toFixed(1)} → {to.toFixed(1)},{' '}
          {verdict === 'neutral' ? 'cost only' : verdict}
        </Memo>
      ))}
      {accepted.slice(0, 3).map(({ key, until }) => (
        <Memo key={key} label="Accepted" hasWork={hasWork}>
          <DebtKeys workspace={workspace} keys={[key]} count={1} /> until {nearDayText(until, today)}
        </Memo>
      ))}
    </>
  );
}

function Memo({ label, hasWork, children }: { label: string; hasWork: boolean; children?: ReactNode }) {
  return (
    <Row
      label={label}
      detail={children}
      debts={<Dash means="no change" />}
      work={hasWork ? <Dash means="no change" /> : null}
    />
  );
}

function Dash({ means }: { means: string }) {
  return (
    <span className="text-ink-3" title={means}>
      <span aria-hidden>–</span>
      <span className="sr-only">{means}</span>
    </span>
  );
}

type RowProps = { label: string; detail?: ReactNode; debts: ReactNode; work: ReactNode };

function Row({ label, detail, debts, work }: RowProps) {
  return (
    <tr>
      <th scope="row" className="py-1 text-left font-normal">
        {label}
        {detail ? <span className="ml-2.5 text-label text-ink-3">{detail}</span> : null}
      </th>
      <td className={cell}>{debts}</td>
      {work ? <td className={cell}>{work}</td> : null}
    </tr>
  );
}
