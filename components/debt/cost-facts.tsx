'use client';

import type { ReactNode } from 'react';
import { DottedFigure } from '@/components/ui/dotted-figure';
import { dateToDay } from '@/server/domain/field/day';
import {
  daysToHalfDays,
  effortOf,
  halfDaysToDays,
  hoursPerDay,
  monthsPerQuarter,
  paybackQuarters,
} from '@/server/domain/scoring/cost';
import { dayText } from '@/server/domain/scoring/day';
import type { DebtRecord } from '@/server/modules/debt/contract';

function counted(value: number, unit: string): string {
  return `${value} ${unit}${value === 1 ? '' : 's'}`;
}

function oneDecimal(value: number): string {
  return value >= 10 ? value.toFixed(0) : value.toFixed(1);
}

/** What repaying takes, what not repaying costs, and when one outweighs the other. */
export function CostFacts({ debt }: { debt: DebtRecord }) {
  return (
    <dl className="grid grid-cols-1 gap-x-6 gap-y-3 sm:grid-cols-3">
      <EffortFact debt={debt} />
      <InterestFact debt={debt} />
      <PaybackFact debt={debt} />
    </dl>
  );
}

function Fact({ term, value, note }: { term: string; value: ReactNode; note: ReactNode }) {
  return (
    <div>
      <dt className="text-label text-ink-2">{term}</dt>
      <dd>
        <span className="font-semibold tabular-nums">{value}</span>
        <span className="block text-label text-ink-2">{note}</span>
      </dd>
    </div>
  );
}

function Unset({ children }: { children: ReactNode }) {
  return <span className="font-normal text-ink-3">{children}</span>;
}

function EffortFact({ debt }: { debt: DebtRecord }) {
  if (debt.effortDays === null) {
    const assumed = effortOf({ effortHalfDays: null, remediationCost: debt.remediationCost });
    const note = assumed
      ? `cost ${debt.remediationCost} suggests ${counted(halfDaysToDays(assumed.halfDays), 'day')}`
      : 'nobody has estimated it';
    return <Fact term="Effort" value={<Unset>not set</Unset>} note={note} />;
  }
  const hours = debt.effortDays * hoursPerDay;
  return (
    <Fact
      term="Effort"
      value={
        <DottedFigure
          title={`Effort to repay ${debt.key}`}
          formula={`${debt.effortDays} × ${hoursPerDay} h = ${hours} h`}
          inputs={[
            {
              label: 'Estimate',
              value: counted(debt.effortDays, 'day'),
              source: `as of ${dayText(dateToDay(debt.updatedAt))}`,
            },
          ]}
        >
          {counted(debt.effortDays, 'day')}
        </DottedFigure>
      }
      note={`${hours} h at ${hoursPerDay} a day`}
    />
  );
}

function InterestFact({ debt }: { debt: DebtRecord }) {
  const hours = debt.interestHoursPerMonth;
  if (hours === null) return <Fact term="Interest" value={<Unset>not set</Unset>} note="hours a month lost to it" />;
  return (
    <Fact
      term="Interest"
      value={
        <DottedFigure
          title={`Interest on ${debt.key}`}
          formula={`${hours} h × ${monthsPerQuarter} = ${hours * monthsPerQuarter} h a quarter`}
          inputs={[
            { label: 'Hours a month', value: `${hours} h`, source: `as of ${dayText(dateToDay(debt.updatedAt))}` },
          ]}
          note="What the debt costs for as long as it is not repaid: told by a person, never guessed from the score."
        >
          {hours} h a month
        </DottedFigure>
      }
      note={`${counted(Number((hours / hoursPerDay).toFixed(1)), 'day')} a month`}
    />
  );
}

function PaybackFact({ debt }: { debt: DebtRecord }) {
  const effort = debt.effortDays;
  const interest = debt.interestHoursPerMonth;
  const quarters = effort === null ? null : paybackQuarters(daysToHalfDays(effort), interest);
  if (quarters === null || effort === null || interest === null) {
    return <Fact term="Pays back in" value={<Unset>not known</Unset>} note="needs effort and interest" />;
  }
  const hours = effort * hoursPerDay;
  const perQuarter = Number((interest * monthsPerQuarter).toFixed(1));
  return (
    <Fact
      term="Pays back in"
      value={
        <DottedFigure
          title={`When repaying ${debt.key} has paid for itself`}
          formula={`${hours} h ÷ ${perQuarter} h a quarter = ${oneDecimal(quarters)}`}
          inputs={[
            { label: 'Effort', value: `${effort} days × ${hoursPerDay} h` },
            { label: 'Interest', value: `${interest} h × ${monthsPerQuarter} months` },
          ]}
        >
          {oneDecimal(quarters)} {oneDecimal(quarters) === '1.0' ? 'quarter' : 'quarters'}
        </DottedFigure>
      }
      note={`${hours} h ÷ ${perQuarter} h a quarter`}
    />
  );
}
