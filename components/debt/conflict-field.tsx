'use client';

import type { ReactNode } from 'react';
import type { FilterOptions } from '@/components/backlog/use-filter-options';
import { LedgerRow } from '@/components/ui/ledger';
import { type RadioCard, RadioCards } from '@/components/ui/radio-cards';
import { Textarea } from '@/components/ui/textarea';
import { changeCause, explainRescore, type ScoreChange, signedText } from '@/server/domain/scoring/explain';
import { completeFactors, scoreText, scoreThirds } from '@/server/domain/scoring/score';
import { bothOf, type Decisions, isTextField, type Side, type Sides } from './conflict';
import { type DebtEdit, type DebtField, fieldLabels } from './debt-edit';
import { fieldText } from './field-text';
import { SideScore, scoreMoves } from './side-score';
import { SideText } from './side-text';

export type ConflictFieldProps = {
  field: DebtField;
  sides: Sides;
  decisions: Decisions;
  onChange: (decisions: Decisions) => void;
  options: FilterOptions;
  reasons: { theirs: string; mine: string };
  /** What the sides are called, for a phone, where they stand under each other. */
  names: { theirs: string; mine: string };
};

type Cards = { title: ReactNode; description?: ReactNode };

function cardOf(side: 'theirs' | 'mine', { field, sides, options, reasons }: ConflictFieldProps): Cards {
  const { base } = sides;
  const edit = sides[side];
  if (field === 'score') {
    const quoted = reasons[side] ? `. “${reasons[side]}”` : '';
    return {
      title: <SideScore base={base.score} score={edit.score} />,
      description: `${scoreMoves(base.score, edit.score)}${quoted}`,
    };
  }
  if (isTextField(field)) {
    return {
      title: (
        <span className="block max-h-64 overflow-y-auto font-normal whitespace-pre-line [overflow-wrap:anywhere]">
          <SideText base={base[field]} text={edit[field]} />
        </span>
      ),
    };
  }
  return { title: <span className="font-normal">{fieldText(field, edit, options)}</span> };
}

/** "all of it cost, −4.7", or both parts where both moved. */
function causeText(change: ScoreChange): string {
  const cause = changeCause(change);
  const { severityEffectSixths: severity, costEffectSixths: cost } = change;
  if (cause === null) return 'nothing moves';
  if (severity !== 0 && cost !== 0) return `${signedText(severity)} by severity, ${signedText(cost)} by cost`;
  return `all of it ${cause}, ${signedText(change.changeSixths)}`;
}

function bothCard(both: Partial<DebtEdit>, { field, sides, options }: ConflictFieldProps): Cards {
  if (both.score) {
    const theirs = completeFactors(sides.theirs.score);
    const merged = completeFactors(both.score);
    const change = theirs && merged ? explainRescore(theirs, merged) : null;
    const moved =
      theirs && merged && change
        ? `: ${scoreText(scoreThirds(theirs))} → ${scoreText(scoreThirds(merged))}, ${causeText(change)}`
        : '';
    return {
      title: <SideScore base={sides.base.score} score={both.score} />,
      description: `Your change on top of theirs, each with its reason${moved}.`,
    };
  }
  if (isTextField(field))
    return { title: <span className="font-normal text-ink-2">Put together from the two. Change it as you like.</span> };
  return {
    title: <span className="font-normal">{fieldText(field, { ...sides.theirs, ...both }, options)}</span>,
    description: 'What either of you added, without what either of you took out.',
  };
}

/** One field that two people changed: theirs, yours, or both where the two can be put together. */
export function ConflictField(props: ConflictFieldProps) {
  const { field, sides, decisions, onChange, options } = props;
  const both = bothOf(field, sides);
  const was = fieldText(field, sides.base, options);
  const cards: RadioCard<Side>[] = [
    { value: 'theirs', aside: <span className="sm:hidden">{props.names.theirs}</span>, ...cardOf('theirs', props) },
    { value: 'mine', aside: <span className="sm:hidden">{props.names.mine}</span>, ...cardOf('mine', props) },
    ...(both ? [{ value: 'both' as const, wide: true, aside: 'Both', ...bothCard(both, props) }] : []),
  ];
  const chosen = decisions.chosen[field] ?? null;
  const text = isTextField(field) ? (decisions.texts[field] ?? both?.[field] ?? '') : '';
  return (
    <LedgerRow
      title={fieldLabels[field]}
      note={
        <span className="line-clamp-5 [overflow-wrap:anywhere]">
          was {isTextField(field) && sides.base[field] ? `“${was}”` : was}
        </span>
      }
      labels={128}
    >
      <RadioCards
        label={fieldLabels[field]}
        layout="grid"
        cards={cards}
        value={chosen}
        onChange={(side) => onChange({ ...decisions, chosen: { ...decisions.chosen, [field]: side } })}
      />
      {chosen === 'both' && isTextField(field) ? (
        <Textarea
          aria-label={`${fieldLabels[field]}, put together`}
          className="mt-2"
          value={text}
          onChange={(event) => onChange({ ...decisions, texts: { ...decisions.texts, [field]: event.target.value } })}
        />
      ) : null}
    </LedgerRow>
  );
}
