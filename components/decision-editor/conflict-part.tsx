'use client';

import { SideText } from '@/components/debt/side-text';
import { LedgerRow } from '@/components/ui/ledger';
import { type RadioCard, RadioCards } from '@/components/ui/radio-cards';
import { Textarea } from '@/components/ui/textarea';
import { bothOf, type Choices, type Part, type Side } from './merge-text';

export type ConflictPartProps = { part: Part; choices: Choices; onChange: (choices: Choices) => void; by: string };

/** A section is named at the left: its own heading line would say it again. */
function shown(part: Part, side: 'base' | 'theirs' | 'mine'): string {
  const text = part[side];
  if (text === null) return '';
  if (!part.key.startsWith('section:')) return text;
  const lines = text.split('\n');
  return (/^ {0,3}#/.test(lines[0] ?? '') ? lines.slice(1).join('\n') : text).trim();
}

function SideOf({ part, side }: { part: Part; side: 'theirs' | 'mine' }) {
  if (part[side] === null) return <span className="text-ink-3">taken out</span>;
  return (
    <span className="block max-h-80 overflow-y-auto font-normal whitespace-pre-line [overflow-wrap:anywhere]">
      {part.base === null ? shown(part, side) : <SideText base={shown(part, 'base')} text={shown(part, side)} />}
    </span>
  );
}

/** One part that two people changed: theirs, yours, or both, which can be changed further. */
export function ConflictPart({ part, choices, onChange, by }: ConflictPartProps) {
  const both = bothOf(part);
  const cards: RadioCard<Side>[] = [
    { value: 'theirs', title: <SideOf part={part} side="theirs" />, aside: <span className="sm:hidden">{by}</span> },
    { value: 'mine', title: <SideOf part={part} side="mine" />, aside: <span className="sm:hidden">you</span> },
    ...(both === null
      ? []
      : [
          {
            value: 'both' as const,
            wide: true,
            aside: 'Both',
            title: <span className="font-normal text-ink-2">Put together from the two. Change it as you like.</span>,
          },
        ]),
  ];
  const chosen = choices.chosen[part.key] ?? null;
  return (
    <LedgerRow title={part.label} note={part.base === null ? 'differs' : 'both changed'}>
      <RadioCards
        label={part.label}
        layout="grid"
        cards={cards}
        value={chosen}
        onChange={(side) => onChange({ ...choices, chosen: { ...choices.chosen, [part.key]: side } })}
      />
      {chosen === 'both' && both !== null ? (
        <Textarea
          aria-label={`${part.label}, put together`}
          face={part.key.startsWith('section:') ? 'code' : 'interface'}
          className="mt-2"
          value={choices.texts[part.key] ?? both}
          onChange={(event) => onChange({ ...choices, texts: { ...choices.texts, [part.key]: event.target.value } })}
        />
      ) : null}
    </LedgerRow>
  );
}
