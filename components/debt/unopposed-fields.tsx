'use client';

import { ArrowRight } from 'lucide-react';
import type { FilterOptions } from '@/components/backlog/use-filter-options';
import { cn } from '@/components/ui/cn';
import { LedgerRow } from '@/components/ui/ledger';
import { TextButton } from '@/components/ui/text-link';
import { type Decisions, type Sides, sortSides } from './conflict';
import { type DebtField, fieldLabels } from './debt-edit';
import { fieldText } from './field-text';

export type UnopposedFieldsProps = {
  sides: Sides;
  decisions: Decisions;
  onChange: (decisions: Decisions) => void;
  options: FilterOptions;
  /** Who changed what is saved: "Jonas, saved". */
  them: string;
};

/** Fields that only one of the two changed: taken over unless somebody says otherwise. */
export function UnopposedFields({ sides, decisions, onChange, options, them }: UnopposedFieldsProps) {
  const { theirsOnly, mineOnly, same } = sortSides(sides);
  const toggle = (field: DebtField) => {
    const { undone } = decisions;
    onChange({
      ...decisions,
      undone: undone.includes(field) ? undone.filter((one) => one !== field) : [...undone, field],
    });
  };
  const lines = [
    ...theirsOnly.map(({ field }) => ({
      field,
      to: sides.theirs,
      by: them,
      undo: 'Set back',
      redo: 'Keep it',
    })),
    ...mineOnly.map(({ field }) => ({ field, to: sides.mine, by: 'you', undo: 'Leave out', redo: 'Take it in' })),
  ];
  return (
    <LedgerRow title="No conflict" note={lines.length > 0 ? 'one of you changed it' : undefined} labels={128}>
      <ul className={cn('divide-y divide-line', lines.length > 0 && '-mt-3')}>
        {lines.map(({ field, to, by, undo, redo }) => {
          const isUndone = decisions.undone.includes(field);
          return (
            <li
              key={field}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-0.5 py-2 sm:grid-cols-[80px_minmax(0,1fr)_96px_auto]"
            >
              <span className="font-medium max-sm:col-span-2">{fieldLabels[field]}</span>
              <span className="flex min-w-0 flex-wrap items-baseline gap-x-2 max-sm:col-span-2">
                <span
                  className={cn('line-clamp-2 [overflow-wrap:anywhere]', isUndone ? '' : 'text-ink-3 line-through')}
                >
                  {fieldText(field, sides.base, options)}
                </span>
                <ArrowRight aria-label="to" className="size-3.5 shrink-0 self-center text-ink-3" />
                <span className={cn('line-clamp-3 [overflow-wrap:anywhere]', isUndone && 'text-ink-3 line-through')}>
                  {fieldText(field, to, options)}
                </span>
              </span>
              <span className="text-ink-2">{by}</span>
              <TextButton className="justify-self-end" onClick={() => toggle(field)}>
                {isUndone ? redo : undo}
              </TextButton>
            </li>
          );
        })}
      </ul>
      <p className={cn('text-label text-ink-3', lines.length > 0 && 'mt-2')}>
        {same.length === 0 ? 'Every field differs.' : `The other ${same.length} fields are the same on both sides.`}
      </p>
    </LedgerRow>
  );
}
