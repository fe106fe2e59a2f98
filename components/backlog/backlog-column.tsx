'use client';

import { StateChip } from '@/components/debt/state-chip';
import type { DataColumn } from '@/components/table/data-column';
import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/cn';
import { SeverityBar } from '@/components/ui/severity-bar';
import { daysBetween } from '@/server/domain/field/day';
import { dayText } from '@/server/domain/scoring/day';
import { quadrantGuides } from '@/server/domain/scoring/quadrant';
import { rankText } from '@/server/domain/scoring/ranking';
import { acceptanceStatus } from '@/server/domain/scoring/state';
import type { RankedRow } from '@/server/modules/backlog/contract';
import { AgeCell } from './age-cell';

type ColumnContext = { today: string };

function Unset({ children = 'not set' }: { children?: string }) {
  return <span className="text-ink-3">{children}</span>;
}

function servicesText({ services }: RankedRow): string {
  return services.map((service) => service.key).join(', ');
}

function DebtCell({ row }: { row: RankedRow }) {
  const under = servicesText(row);
  return (
    <span className="block min-w-0">
      <span className="block truncate font-medium group-hover/row:text-accent-text" title={row.title}>
        {row.title}
      </span>
      <span className={cn('block truncate text-label', under ? 'text-ink-2' : 'text-ink-3')}>
        {under || 'no service'}
      </span>
    </span>
  );
}

function StateCell({ row, today }: { row: RankedRow; today: string }) {
  const chip = <StateChip state={row.state} />;
  if (row.state !== 'accepted' || !row.acceptedUntil) return chip;
  const status = acceptanceStatus(row.acceptedUntil, today);
  const left = daysBetween(today, row.acceptedUntil);
  const said = status === 'expired' ? 'The acceptance ended on' : `Accepted for ${left} more days, until`;
  return <span title={`${said} ${dayText(row.acceptedUntil)}.`}>{chip}</span>;
}

function OwnerCell({ row }: { row: RankedRow }) {
  if (!row.owner) return <Unset>–</Unset>;
  return (
    <span className="inline-flex" title={row.owner.name}>
      <Avatar name={row.owner.name} id={row.owner.id} size="sm" />
    </span>
  );
}

function days(value: number | null) {
  return value === null ? <Unset /> : `${value} d`;
}

function day(value: string | null) {
  return value === null ? <Unset /> : dayText(value);
}

function usualColumns(context: ColumnContext): DataColumn<RankedRow>[] {
  return [
    {
      id: 'rank',
      header: '#',
      headerHint: 'Rank among the scored debts of this view',
      width: 52,
      align: 'right',
      fixed: true,
      cell: (row) => (
        <span className="whitespace-nowrap text-ink-2">
          {row.rank === null ? '–' : rankText({ rank: row.rank, tied: row.tied })}
        </span>
      ),
    },
    {
      id: 'key',
      header: 'Key',
      width: 66,
      sortable: true,
      dropOrder: 3,
      cell: (row) => <span className="key text-ink-2">{row.key}</span>,
    },
    {
      id: 'title',
      header: 'Debt',
      minWidth: 296,
      sortable: true,
      isRowHeader: true,
      fixed: true,
      cell: (row) => <DebtCell row={row} />,
    },
    {
      id: 'score',
      header: 'Score',
      width: 64,
      align: 'right',
      sortable: true,
      sortsFirst: 'desc',
      fixed: true,
      cell: (row) =>
        row.score === null ? <Unset>not set</Unset> : <b className="text-form font-semibold">{row.score.toFixed(1)}</b>,
    },
    {
      id: 'severity',
      header: 'Severity',
      width: 92,
      sortable: true,
      sortsFirst: 'desc',
      dropOrder: 2,
      cell: (row) => <SeverityBar value={row.severity} />,
    },
    {
      id: 'effort',
      header: 'Effort',
      width: 64,
      align: 'right',
      sortable: true,
      sortsFirst: 'desc',
      dropOrder: 4,
      cell: (row) => days(row.effortDays),
    },
    {
      id: 'state',
      header: 'State',
      width: 112,
      sortable: true,
      cell: (row) => <StateCell row={row} today={context.today} />,
    },
    { id: 'owner', header: 'Owner', width: 58, sortable: true, dropOrder: 5, cell: (row) => <OwnerCell row={row} /> },
    {
      id: 'scored',
      header: 'Scored',
      width: 64,
      align: 'right',
      sortable: true,
      sortsFirst: 'desc',
      dropOrder: 6,
      cell: (row) => <AgeCell at={row.scoredAt} today={context.today} unset="never" warnsWhenStale />,
    },
  ];
}

function furtherColumns(context: ColumnContext): DataColumn<RankedRow>[] {
  return [
    {
      id: 'team',
      header: 'Team',
      width: 112,
      sortable: true,
      dropOrder: 10,
      cell: (row) => (row.team ? <span className="truncate">{row.team.name}</span> : <Unset />),
    },
    {
      id: 'interest',
      header: 'Interest',
      headerHint: 'Hours a month that it costs today',
      width: 80,
      align: 'right',
      sortable: true,
      sortsFirst: 'desc',
      dropOrder: 11,
      cell: (row) => (row.interestHoursPerMonth === null ? <Unset /> : `${row.interestHoursPerMonth} h/mo`),
    },
    {
      id: 'quadrant',
      header: 'Quadrant',
      width: 164,
      dropOrder: 12,
      cell: (row) => (row.quadrant ? quadrantGuides[row.quadrant].label : <Unset />),
    },
    {
      id: 'labels',
      header: 'Labels',
      width: 132,
      dropOrder: 13,
      cell: (row) =>
        row.labels.length > 0 ? (
          <span className="block truncate" title={row.labels.join(', ')}>
            {row.labels.join(', ')}
          </span>
        ) : (
          <Unset>none</Unset>
        ),
    },
    {
      id: 'revisit',
      header: 'Revisit',
      width: 104,
      align: 'right',
      sortable: true,
      dropOrder: 14,
      cell: (row) => day(row.revisitOn),
    },
    {
      id: 'incurred',
      header: 'Incurred',
      width: 104,
      align: 'right',
      sortable: true,
      dropOrder: 15,
      cell: (row) => day(row.incurredOn),
    },
    {
      id: 'created',
      header: 'Created',
      width: 76,
      align: 'right',
      sortable: true,
      sortsFirst: 'desc',
      dropOrder: 16,
      cell: (row) => <AgeCell at={row.createdAt} today={context.today} />,
    },
    {
      id: 'updated',
      header: 'Changed',
      width: 80,
      align: 'right',
      sortable: true,
      sortsFirst: 'desc',
      dropOrder: 17,
      cell: (row) => <AgeCell at={row.updatedAt} today={context.today} />,
    },
  ];
}

/** Every column of the backlog, the usual ones first. */
export function backlogColumns(context: ColumnContext): DataColumn<RankedRow>[] {
  return [...usualColumns(context), ...furtherColumns(context)];
}

/** The columns shown when the view does not say which. */
export const usualColumnIds = ['rank', 'key', 'title', 'score', 'severity', 'effort', 'state', 'owner', 'scored'];
