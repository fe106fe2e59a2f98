import type { ReactNode } from 'react';
import { cn } from './cn';

export type Definition = {
  term: string;
  /** null or undefined is said in words: "not set". */
  value: ReactNode;
  note?: ReactNode;
};

export type DefinitionListProps = {
  items: readonly Definition[];
  /** `rows` sets the term at the left (84 px), `columns` above its value. */
  layout?: 'rows' | 'columns';
  unset?: string;
  className?: string;
};

/** Facts about one thing. */
export function DefinitionList({ items, layout = 'rows', unset = 'not set', className }: DefinitionListProps) {
  const rows = layout === 'rows';
  return (
    <dl
      className={cn(
        rows ? 'flex flex-col gap-y-2' : 'grid grid-cols-[repeat(auto-fit,minmax(136px,1fr))] gap-x-6 gap-y-3',
        className,
      )}
    >
      {items.map((item) => (
        <div key={item.term} className={cn(rows && 'grid grid-cols-[76px_minmax(0,1fr)] gap-x-2')}>
          <dt className="text-label leading-5 text-ink-3">{item.term}</dt>
          <dd className={cn('min-w-0 [overflow-wrap:anywhere]', !rows && 'font-medium')}>
            {item.value ?? <span className="font-normal text-ink-3">{unset}</span>}
            {item.note ? <span className="block text-label font-normal text-ink-2">{item.note}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
