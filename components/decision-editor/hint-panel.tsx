'use client';

import { Lightbulb } from 'lucide-react';
import { RailSection } from '@/components/decision/rail-section';
import { TextButton } from '@/components/ui/text-link';
import type { DecisionHint } from '@/server/domain/decision/hint';

export type HintPanelProps = { hints: readonly DecisionHint[]; onGo: (heading: string) => void };

/** What a reader may miss. Nothing here keeps anybody from saving. */
export function HintPanel({ hints, onGo }: HintPanelProps) {
  return (
    <RailSection title="Hints" className="mt-0 border-t-0 pt-0">
      {hints.length === 0 ? (
        <p className="text-ink-2">Nothing that a reader would miss.</p>
      ) : (
        <>
          <ul className="flex flex-col gap-2.5">
            {hints.map(({ code, message, heading }) => (
              <li key={`${code} ${heading ?? ''} ${message}`} className="flex gap-2.5">
                <Lightbulb aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" />
                <p className="min-w-0 text-ink-2 [overflow-wrap:anywhere]">
                  {message}
                  {heading ? (
                    <>
                      {' '}
                      <TextButton look="quiet" aria-label={`Go to ${heading}`} onClick={() => onGo(heading)}>
                        Go there
                      </TextButton>
                    </>
                  ) : null}
                </p>
              </li>
            ))}
          </ul>
          <p className="mt-2.5 text-label text-ink-3">
            {hints.length === 1 ? 'A hint, it does not block.' : 'Hints, they do not block.'}
          </p>
        </>
      )}
    </RailSection>
  );
}
