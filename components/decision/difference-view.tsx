'use client';

import { useState } from 'react';
import { cn } from '@/components/ui/cn';
import { TextButton } from '@/components/ui/text-link';
import type { SectionDifference } from '@/server/modules/decision-revision/contract';
import { partsBelowHeading } from './difference-text';

const stateWords = { same: 'unchanged', changed: null, added: 'new section', removed: 'section taken out' } as const;

/** What lies between two revisions: section by section, word by word; what did not change is folded. */
export function DifferenceView({ sections }: { sections: readonly SectionDifference[] }) {
  return (
    <div className="flex flex-col divide-y divide-line border-y border-line">
      {sections.map((section, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: headings may repeat, and the list is drawn anew as a whole
        <Section key={index} section={section} />
      ))}
    </div>
  );
}

function Section({ section }: { section: SectionDifference }) {
  const [isShown, setIsShown] = useState(section.state !== 'same');
  const title = section.heading || 'Beginning';
  const word = stateWords[section.state];
  return (
    <section className="py-3">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2
          className={cn(
            'font-serif text-reading font-semibold [overflow-wrap:anywhere]',
            section.state === 'same' && 'text-ink-3',
            section.state === 'removed' && 'line-through decoration-danger',
          )}
        >
          {title}
        </h2>
        {word ? <span className="text-label text-ink-3">{word}</span> : null}
        {section.state === 'same' ? (
          <TextButton
            look="bare"
            className="ml-auto text-label"
            aria-expanded={isShown}
            onClick={() => setIsShown(!isShown)}
          >
            {isShown ? 'Hide' : 'Show'} <span className="sr-only">{title}</span>
          </TextButton>
        ) : null}
      </div>
      {isShown ? (
        <p className="mt-1 max-w-[68ch] font-serif text-reading whitespace-pre-wrap [overflow-wrap:anywhere]">
          {partsBelowHeading(section).map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name but their place, and never move
            <Part key={index} kind={part.kind} text={part.text} />
          ))}
        </p>
      ) : null}
    </section>
  );
}

type PartProps = SectionDifference['parts'][number];

function Part({ kind, text }: PartProps) {
  if (kind === 'same') return text;
  // Whoever cannot see the colours hears it, and sees a line under or through the words.
  if (kind === 'added') {
    return (
      <ins className="rounded-cell bg-ok-soft text-ok decoration-ok/60 underline-offset-4">
        <span className="sr-only">added: </span>
        {text}
      </ins>
    );
  }
  return (
    <del className="rounded-cell bg-danger-soft text-danger">
      <span className="sr-only">removed: </span>
      {text}
    </del>
  );
}
