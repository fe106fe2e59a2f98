'use client';

import { Archive, ArrowRight, Check, CircleDashed, CircleHelp, Clock, type LucideIcon, Minus } from 'lucide-react';
import { Fragment } from 'react';
import { cn } from '@/components/ui/cn';
import { Select, type SelectOption } from '@/components/ui/select';
import { IMPORT_FIELD_LABEL, type ImportField, importFieldSchema } from '@/server/domain/importing/import-field';
import type { ImportPreview } from '@/server/modules/debt-import/contract';
import { counted } from './import-words';

type Column = ImportPreview['mapping'][number];

const keep = 'keep';
const options: SelectOption<ImportField | typeof keep>[] = [
  { value: keep, label: 'Keep as it is' },
  ...importFieldSchema.options.map((value) => ({ value, label: IMPORT_FIELD_LABEL[value] })),
];

const looks: Record<Column['certainty'], { icon: LucideIcon; label: string; ink: string }> = {
  unmapped: { icon: CircleDashed, label: 'Not mapped', ink: 'text-warn' },
  guess: { icon: CircleHelp, label: 'Guess', ink: 'text-warn' },
  needsZone: { icon: Clock, label: 'Needs a zone', ink: 'text-warn' },
  partlyKnown: { icon: CircleHelp, label: 'Partly known', ink: 'text-warn' },
  certain: { icon: Check, label: 'Certain', ink: 'text-ok' },
  kept: { icon: Archive, label: 'Kept', ink: 'text-ink-3' },
  empty: { icon: Minus, label: 'Empty', ink: 'text-ink-3' },
};

const explained: ReadonlySet<Column['certainty']> = new Set(['unmapped', 'guess', 'kept']);

type Props = { column: Column; onChoose: (column: string, field: ImportField | null) => void };

/** One column of the file: its first values, the field it becomes, and how sure that is. */
export function ColumnRow({ column, onChoose }: Props) {
  const { column: name, positions, certainty, known, field } = column;
  const { icon: Icon, label, ink } = looks[certainty];
  const note = explained.has(certainty) ? column.note : null;
  const sure = certainty === 'partlyKnown' && known ? `${known.known} of ${known.of} known` : label;
  return (
    <tr className="border-b border-line last:border-b-0 max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:gap-y-1 max-sm:py-2 sm:h-9">
      <th scope="row" className="py-1.5 text-left font-normal max-sm:py-0">
        <span className="font-medium [overflow-wrap:anywhere]">{name}</span>
        {positions.length > 1 ? (
          <span className="ml-2 text-label whitespace-nowrap text-ink-2">{counted(positions.length, 'column')}</span>
        ) : null}
      </th>
      <td className="py-1.5 max-sm:order-3 max-sm:col-span-2 max-sm:py-0">
        <Samples column={column} />
        {note ? <span className="block text-label text-ink-2">{note}</span> : null}
      </td>
      <td className="max-sm:order-4 max-sm:col-span-2">
        <span className="flex items-center gap-1">
          <ArrowRight aria-hidden className="-ml-2 size-3.5 shrink-0 text-ink-3 max-sm:hidden" />
          <Select
            aria-label={`${name} becomes`}
            size="md"
            look={field === null && certainty === 'unmapped' ? 'framed' : 'plain'}
            options={options}
            value={field ?? (certainty === 'unmapped' ? null : keep)}
            placeholder="Choose a field"
            disabled={certainty === 'empty'}
            onChange={(value) => onChoose(name, value === keep ? null : value)}
            className="min-w-0 flex-1 px-2"
          />
        </span>
      </td>
      <td className="max-sm:order-2">
        <span className={cn('flex items-center gap-1.5 whitespace-nowrap', ink)}>
          <Icon aria-hidden className="size-3.5 shrink-0" />
          {sure}
        </span>
      </td>
    </tr>
  );
}

/** The first values; names that nobody has here are marked, those that are not among them follow. */
function Samples({ column: { samples, known } }: { column: Column }) {
  const unknown = known?.unknown ?? [];
  const values = known ? [...new Set([...samples, ...unknown])] : samples;
  if (values.length === 0) return <span className="text-label text-ink-3">no values</span>;
  return (
    <span className="block truncate font-mono text-label" title={values.join(', ')}>
      {values.map((value, index) => (
        <Fragment key={value}>
          {index > 0 ? ', ' : ''}
          {unknown.includes(value) ? (
            <span className="text-warn underline decoration-dotted underline-offset-4">
              {value}
              <span className="sr-only"> (not here)</span>
            </span>
          ) : (
            value
          )}
        </Fragment>
      ))}
    </span>
  );
}
