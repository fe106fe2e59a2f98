'use client';

import { Clock } from 'lucide-react';
import { useMemo } from 'react';
import { Banner } from '@/components/ui/banner';
import { Combobox } from '@/components/ui/combobox';
import { timeText } from '@/components/ui/local-time';
import type { ImportPreview } from '@/server/modules/debt-import/contract';
import { offsetText, ownZone, zoneNames } from './zone-text';

type Props = {
  example: NonNullable<ImportPreview['zoneExample']>;
  isJira: boolean;
  timeZone: string;
  isChosen: boolean;
  onChange: (timeZone: string) => void;
};

/** Asks for the zone of times that name none; the browser's own is applied until another is chosen. */
export function ZoneBar({ example, isJira, timeZone, isChosen, onChange }: Props) {
  const { instant } = example;
  const own = ownZone();
  const options = useMemo(
    () =>
      zoneNames(timeZone).map((value) => ({
        value,
        label: value === timeZone ? `${value}, ${offsetText(value, new Date(instant))}` : value,
        secondary: value === own && value !== timeZone ? 'this browser' : undefined,
      })),
    [own, timeZone, instant],
  );
  return (
    <Banner
      icon={Clock}
      tone={isChosen ? 'neutral' : 'warn'}
      className="mt-4"
      title={isChosen ? 'The dates are read in one time zone.' : 'Which time zone are the dates in?'}
      actions={
        <Combobox
          label="Time zone of the file"
          size="md"
          className="w-72 max-w-full text-body"
          options={options}
          value={timeZone}
          onChange={(zone) => (zone ? onChange(zone) : undefined)}
          searchPlaceholder="Search a zone or a city"
          empty="No zone has this name."
        />
      }
    >
      {isJira ? 'Jira leaves it out.' : 'The file leaves it out.'} <code className="font-mono">{example.text}</code>{' '}
      would be {timeText(new Date(instant), 'day-time', 'UTC')} UTC.
    </Banner>
  );
}
