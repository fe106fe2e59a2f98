'use client';

import { CalendarDays } from 'lucide-react';
import { Banner } from '@/components/ui/banner';
import { Segments } from '@/components/ui/segments';
import type { RegisterImportPreview } from '@/server/modules/register-import/contract';

type Props = {
  dates: RegisterImportPreview['ambiguousDates'][number];
  onAnswer: (order: 'dayFirst' | 'monthFirst') => void;
};

/** Asks for the order of dates such as 05/02/2018 in one folder; without an answer they stay unset. */
export function DateBar({ dates, onAnswer }: Props) {
  const { folder, example, chosen } = dates;
  return (
    <Banner
      icon={CalendarDays}
      tone={chosen === null ? 'warn' : 'neutral'}
      className="mt-4"
      title={chosen === null ? 'Does the day or the month come first?' : 'The dates are read in one order.'}
      actions={
        <Segments
          label={`Order of the dates in ${folder || 'the top folder'}`}
          segments={[
            { value: 'dayFirst', label: 'Day first' },
            { value: 'monthFirst', label: 'Month first' },
          ]}
          value={chosen}
          onChange={onAnswer}
        />
      }
    >
      <code className="font-mono">{example}</code> in{' '}
      {folder ? <code className="font-mono">{folder}</code> : 'the top folder'} can be read two ways.{' '}
      {chosen === null ? 'Without an answer such dates stay unset; the files keep them.' : ''}
    </Banner>
  );
}
