'use client';

import { Fragment, type ReactNode, useState } from 'react';
import { TextButton } from '@/components/ui/text-link';
import type { ImportPreview } from '@/server/modules/debt-import/contract';
import { counted } from './import-words';
import { OutcomeDialog, type OutcomePart } from './outcome-dialog';

type Term = { count: number; label: string; detail: string; part: OutcomePart | null };

const nf = (count: number) => count.toLocaleString('en-GB');

function termsOf(preview: ImportPreview): Term[] {
  const { rows, created, createdClosed, updated, unchanged, skipped, keyRange } = preview;
  const range = keyRange && keyRange.first !== keyRange.last ? `${keyRange.first} to ${keyRange.last}` : '';
  const skips = preview.findingGroups
    .filter((group) => group.section === 'skipped')
    .map((group) => skipWords[group.code] ?? '');
  return [
    { count: rows, label: rows === 1 ? 'row in the file' : 'rows in the file', detail: range, part: null },
    { count: created, label: 'created', detail: createdText(created, createdClosed), part: 'created' },
    { count: updated, label: 'updated', detail: 'show the changes', part: 'updated' },
    { count: unchanged, label: 'unchanged', detail: 'same as here', part: 'unchanged' },
    { count: skipped, label: 'skipped', detail: [...new Set(skips)].filter(Boolean).join(', '), part: 'skipped' },
  ];
}

const skipWords: Record<string, string> = {
  mergedHere: 'merged',
  deletedHere: 'deleted',
  duplicateKey: 'repeated',
  duplicateRow: 'repeated',
};

function createdText(created: number, closed: number): string {
  if (closed === 0) return created === 1 ? 'open' : 'all open';
  return created === closed ? 'all closed' : `${nf(created - closed)} open, ${nf(closed)} closed`;
}

/** Rows = created + updated + unchanged + skipped; each part opens to its rows. */
export function OutcomeEquation({ preview }: { preview: ImportPreview }) {
  const [open, setOpen] = useState<OutcomePart | null>(null);
  const terms = termsOf(preview);
  return (
    <section
      aria-label="What would come of it"
      className="mt-4 grid grid-cols-2 gap-x-4 gap-y-3 border-y border-line py-3 sm:flex sm:flex-wrap sm:items-center sm:justify-between"
    >
      {terms.map((term, index) => (
        <Fragment key={term.label}>
          {index > 0 ? (
            <span aria-hidden className="text-title font-normal text-ink-3 max-sm:hidden">
              {index === 1 ? '=' : '+'}
            </span>
          ) : null}
          <TermView term={term} onOpen={setOpen} />
        </Fragment>
      ))}
      <OutcomeDialog preview={preview} part={open} onClose={() => setOpen(null)} />
    </section>
  );
}

function TermView({ term, onOpen }: { term: Term; onOpen: (part: OutcomePart) => void }) {
  const { count, label, detail, part } = term;
  let second: ReactNode = detail;
  if (part && count > 0) {
    second = (
      <TextButton look="quiet" className="-mb-px" onClick={() => onOpen(part)}>
        {detail || 'show them'}
        <span className="sr-only">
          : {counted(count, 'row')} {label}
        </span>
      </TextButton>
    );
  } else if (part) second = 'none';
  return (
    <div className="flex items-start gap-2.5">
      <span className="text-title font-semibold tabular-nums">{nf(count)}</span>
      <span className="pt-0.5 leading-4.5">
        <span className="block">{label}</span>
        <span className="block text-label text-ink-2">{second}</span>
      </span>
    </div>
  );
}
