'use client';

import { Fragment } from 'react';
import type { RegisterImportPreview } from '@/server/modules/register-import/contract';

type Term = { count: number; label: string; detail: string };

function termsOf(preview: RegisterImportPreview): Term[] {
  const { created, updated, unchanged, kept, skipped } = preview;
  const again: Term[] = [
    { count: updated, label: 'to update', detail: 'changed in the files' },
    { count: unchanged, label: 'unchanged', detail: 'same as here' },
    { count: kept, label: 'left as they are', detail: 'edited or deleted here' },
  ];
  return [
    { count: created, label: 'to create', detail: created === 0 ? 'none' : 'new in this register' },
    ...again.filter(({ count }) => count > 0),
    { count: skipped.length, label: 'kept aside', detail: skipped.length === 0 ? 'none' : 'no records' },
  ];
}

/** Files = records to create, to update, unchanged, left alone + files that are no records. */
export function OutcomeEquation({ preview }: { preview: RegisterImportPreview }) {
  const terms = termsOf(preview);
  const sum = terms.reduce((total, { count }) => total + count, 0);
  return (
    <section
      aria-label="What would come of it"
      className="mt-4 grid grid-cols-2 gap-x-4 gap-y-3 border-y border-line py-3 sm:flex sm:flex-wrap sm:items-center sm:gap-x-10"
    >
      <TermView count={preview.files} label={preview.files === 1 ? 'file' : 'files'} detail="in all" />
      {terms.map((term, index) => (
        <Fragment key={term.label}>
          <span aria-hidden className="text-title font-normal text-ink-3 max-sm:hidden">
            {/* One file can hold several records. */}
            {index > 0 ? '+' : sum === preview.files ? '=' : '→'}
          </span>
          <TermView {...term} />
        </Fragment>
      ))}
    </section>
  );
}

function TermView({ count, label, detail }: Term) {
  return (
    <div className="flex items-start gap-2.5">
      <span className="text-title font-semibold tabular-nums">{count.toLocaleString('en-GB')}</span>
      <span className="pt-0.5 leading-4.5">
        <span className="block">{label}</span>
        <span className="block text-label text-ink-2">{detail}</span>
      </span>
    </div>
  );
}
