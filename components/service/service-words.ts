import { dayText } from '@/server/domain/scoring/day';
import type { ServiceFilters, ServiceRecord, ServiceSortField } from '@/server/modules/service/contract';

const minutesPerDay = 1440;

export const sourceLabels: Record<NonNullable<ServiceRecord['availabilitySource']>, string> = {
  sla: 'SLA',
  slo: 'SLO',
  measured: 'measured',
  assumed: 'assumed',
};

export const sortLabels: Record<ServiceSortField, string> = {
  name: 'name',
  key: 'key',
  team: 'team',
  tier: 'tier',
  openDebts: 'open debts',
  worstSeverity: 'worst severity',
  availability: 'availability',
  createdAt: 'day of entry',
  updatedAt: 'last change',
};

/** A ratio as per cent, with two decimals at least and all that it has: 0.9995 as "99.95 %". */
export function percentText(ratio: number): string {
  const percent = Number((ratio * 100).toPrecision(12));
  const decimals = String(percent).split('.')[1]?.length ?? 0;
  return `${percent.toFixed(Math.min(Math.max(decimals, 2), 6))} %`;
}

/** "Oct 2026" of a plain day. */
function monthText(day: string): string {
  return dayText(day).split(' ').slice(1).join(' ');
}

/** Where an availability figure comes from: "measured, Oct 2026". */
export function sourceText(
  service: Pick<ServiceRecord, 'availabilitySource' | 'availabilityAsOf' | 'sloWindowDays'>,
): string {
  const { availabilitySource: source, availabilityAsOf, sloWindowDays } = service;
  if (source === null) return '';
  const label = sourceLabels[source];
  if (source === 'slo' && sloWindowDays !== null) return `${label}, ${sloWindowDays} d`;
  return availabilityAsOf === null ? label : `${label}, ${monthText(availabilityAsOf)}`;
}

/** How long a service may be down in a window: 0.9995 in 30 days as "21.6 min in 30 days". */
export function downtimeText(ratio: number, windowDays: number): string {
  const minutes = (1 - ratio) * windowDays * minutesPerDay;
  const said = minutes >= 120 ? `${(minutes / 60).toFixed(1)} h` : `${minutes.toFixed(1)} min`;
  return `${said} in ${windowDays} days`;
}

function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length > 1 ? `${items.slice(0, -1).join(', ')} or ${last}` : last;
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

export function tierWords({ tier }: ServiceFilters): string {
  return capitalised(tier ? listed(tier) : 'any tier');
}

export function teamWords({ team }: ServiceFilters, names: ReadonlyMap<string, string>): string {
  return team ? listed(team.map((key) => names.get(key) ?? key)) : 'any team';
}

export function externalWords({ external }: ServiceFilters): string {
  if (external === undefined) return 'ours and external';
  return external ? 'external only' : 'ours only';
}
