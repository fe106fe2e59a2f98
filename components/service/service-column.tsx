'use client';

import { Globe } from 'lucide-react';
import type { DataColumn } from '@/components/table/data-column';
import { cn } from '@/components/ui/cn';
import { SeverityBar } from '@/components/ui/severity-bar';
import { displayScore } from '@/server/domain/scoring/score';
import type { ServiceRecord } from '@/server/modules/service/contract';
import { percentText, sourceText } from './service-words';

function Unset({ children }: { children: string }) {
  return <span className="text-ink-3">{children}</span>;
}

function NameCell({ service }: { service: ServiceRecord }) {
  return (
    <span className="block min-w-0">
      <span className="flex items-center gap-2">
        <span className="truncate font-medium group-hover/row:text-accent-text">{service.key}</span>
        {service.external ? (
          <span className="inline-flex shrink-0 items-center gap-1 text-label text-ink-2">
            <Globe aria-hidden className="size-3.25" />
            external
          </span>
        ) : null}
      </span>
      <span className="block truncate text-label text-ink-2">{service.name}</span>
    </span>
  );
}

function AvailabilityCell({ service }: { service: ServiceRecord }) {
  if (service.availability === null) return <Unset>not set</Unset>;
  const assumed = service.availabilitySource === 'assumed';
  return (
    <span className="block">
      <span className="block font-medium">{percentText(service.availability)}</span>
      <span className={cn('block truncate text-label text-ink-2', assumed && 'dotted')}>{sourceText(service)}</span>
    </span>
  );
}

export const serviceColumns: DataColumn<ServiceRecord>[] = [
  {
    id: 'key',
    header: 'Service',
    minWidth: 180,
    sortable: true,
    isRowHeader: true,
    fixed: true,
    cell: (service) => <NameCell service={service} />,
  },
  {
    id: 'team',
    header: 'Team',
    width: 116,
    sortable: true,
    dropOrder: 4,
    cell: (service) =>
      service.team ? <span className="block truncate">{service.team.name}</span> : <Unset>none</Unset>,
  },
  {
    id: 'tier',
    header: 'Tier',
    width: 76,
    sortable: true,
    sortsFirst: 'desc',
    dropOrder: 3,
    cell: ({ tier }) => <span className={cn(tier === 'critical' ? 'font-medium' : 'text-ink-2')}>{tier}</span>,
  },
  {
    id: 'openDebts',
    header: 'Debts',
    headerHint: 'Debts that are neither resolved nor withdrawn',
    width: 80,
    align: 'right',
    sortable: true,
    sortsFirst: 'desc',
    cell: ({ openDebts }) =>
      openDebts > 0 ? <b className="text-product font-semibold">{openDebts}</b> : <Unset>none</Unset>,
  },
  {
    id: 'worstSeverity',
    header: 'Worst',
    headerHint: 'The highest severity of its open debts',
    width: 100,
    sortable: true,
    sortsFirst: 'desc',
    dropOrder: 1,
    cell: ({ worstSeverityThirds: worst, openDebts }) =>
      worst === null ? openDebts > 0 ? <Unset>not scored</Unset> : null : <SeverityBar value={displayScore(worst)} />,
  },
  {
    id: 'availability',
    header: 'Availability',
    width: 148,
    align: 'right',
    sortable: true,
    sortsFirst: 'desc',
    dropOrder: 2,
    cell: (service) => <AvailabilityCell service={service} />,
  },
];
