'use client';

import { useQuery } from '@tanstack/react-query';
import { Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTRPC } from '@/components/query/trpc';
import { TextLink } from '@/components/ui/text-link';
import { hasStem, stemsOf } from '@/server/domain/debt/likeness';
import { debtPath } from './debt-path';
import { StateChip } from './state-chip';

const waitMs = 250;
const counts = ['None', 'One looks', 'Two look', 'Three look'];

function useLater(value: string): string {
  const [later, setLater] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), waitMs);
    return () => clearTimeout(timer);
  }, [value]);
  return later;
}

/** A title with the words it shares with what is being written set in bold. */
function SharedWords({ title, stems }: { title: string; stems: readonly string[] }) {
  const parts = title.split(/([\p{L}\p{N}]+)/u);
  return parts.map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one title in their order, which never changes
    hasStem(part, stems) ? <b key={index}>{part}</b> : part,
  );
}

export type SimilarDebtsProps = { workspace: string; title: string; onPick: () => void };

/** Debts that look like the one being written: writing a thing down twice splits its history. */
export function SimilarDebts({ workspace, title, onPick }: SimilarDebtsProps) {
  const trpc = useTRPC();
  const typed = useLater(title.trim().slice(0, 300));
  const stems = stemsOf(typed);
  const { data } = useQuery({
    ...trpc.debt.similar.queryOptions({ workspace, title: typed }),
    enabled: stems.length > 0,
    placeholderData: (old) => old,
  });
  if (!data || data.length === 0 || stems.length === 0) return null;
  return (
    <section className="mt-2" aria-live="polite">
      <p className="mb-1.5 flex items-center gap-2 text-label text-ink-2">
        <Copy aria-hidden className="size-3.5" />
        {counts[data.length] ?? `${data.length} look`} alike. Is it one of them?
      </p>
      <ul>
        {data.map((row) => (
          <li key={row.key} className="flex min-h-8 items-center gap-3 border-t border-line py-1">
            <span className="key shrink-0 text-ink-3">{row.key}</span>
            <span className="min-w-0 flex-1 truncate">
              <SharedWords title={row.title} stems={stems} />
              <span className="ml-2 text-label text-ink-2">
                {row.services.map((service) => service.name).join(', ')}
              </span>
            </span>
            <StateChip state={row.state} className="max-sm:hidden" />
            <span className="w-9 text-right font-semibold tabular-nums">
              {row.score === null ? '–' : row.score.toFixed(1)}
            </span>
            <TextLink
              look="bare"
              className="text-label"
              aria-label={`This one, ${row.key}`}
              href={debtPath(workspace, row.key)}
              onClick={onPick}
            >
              This one
            </TextLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
