'use client';

import { decisionPath } from '@/components/decision/decision-path';
import { DecisionStatusChip } from '@/components/decision/status-chip';
import { TextLink } from '@/components/ui/text-link';
import { SettingsCell, SettingsTable } from '@/components/workspace/settings-table';
import { dayText } from '@/server/domain/scoring/day';
import type { StatusChange } from './timeline-years';

type TimelineTableProps = { workspace: string; register: string; changes: readonly StatusChange[] };

const columns = [
  { label: 'Day', className: 'text-right' },
  { label: 'No.', className: 'text-right' },
  { label: 'Decision' },
  { label: 'Became' },
  { label: 'By' },
  { label: 'Why' },
];

/** The same changes as a table. */
export function TimelineTable({ workspace, register, changes }: TimelineTableProps) {
  const phoneLine = 'max-sm:h-auto max-sm:py-0.5';
  return (
    <SettingsTable label="Changes of status" head={columns}>
      {changes.map((change, index) => (
        <tr
          // biome-ignore lint/suspicious/noArrayIndexKey: a decision can change to one status twice in a day
          key={`${change.decisionId}-${index}`}
          className="max-sm:flex max-sm:flex-col max-sm:py-2"
        >
          <SettingsCell className={`${phoneLine} whitespace-nowrap text-ink-2 tabular-nums sm:text-right`}>
            {dayText(change.day)}
          </SettingsCell>
          <SettingsCell className={`${phoneLine} text-ink-2 tabular-nums max-sm:empty:hidden sm:text-right`}>
            {change.number}
          </SettingsCell>
          <SettingsCell className={`${phoneLine} sm:w-[38%]`}>
            <TextLink look="title" href={decisionPath(workspace, register, change.decisionId)}>
              {change.title}
            </TextLink>
          </SettingsCell>
          <SettingsCell className={phoneLine}>
            <DecisionStatusChip status={change.to} bare className="align-middle" />
          </SettingsCell>
          <SettingsCell className={`${phoneLine} whitespace-nowrap text-ink-2`}>{change.by ?? '–'}</SettingsCell>
          <SettingsCell className={`${phoneLine} text-ink-2 sm:w-[32%]`}>{change.reason || '–'}</SettingsCell>
        </tr>
      ))}
    </SettingsTable>
  );
}
