import type { ChecklistKey } from '@/server/domain/decision/checklist';
import {
  type DecisionStatus,
  type DecisionTrigger,
  type ImplementationState,
  isOpenDecision,
  type RelationType,
} from '@/server/domain/decision/status';
import { dateToDay } from '@/server/domain/field/day';
import { dayText } from '@/server/domain/scoring/day';
import type { ActRecord, DecisionRecord, RelationRecord } from '@/server/modules/decision/contract';
import { statusLooks } from './status-look';

export const triggerLabels: Readonly<Record<DecisionTrigger, { title: string; description: string }>> = {
  dataFlow: { title: 'Data flow', description: 'It changes how data flows.' },
  newTechnology: { title: 'New technology', description: 'It brings in a technology.' },
  deprecation: { title: 'Deprecation', description: 'It retires a system.' },
  externalIntegration: { title: 'External integration', description: 'It touches an integration with others.' },
};

export const implementationLabels: Readonly<Record<ImplementationState, string>> = {
  notStarted: 'Not started',
  inProgress: 'In progress',
  done: 'Done',
  notNeeded: 'Not needed',
};

/** The design-review questions of the handbook, and how an open one is named in a line. */
export const questions: Readonly<Record<ChecklistKey, { full: string; short: string }>> = {
  scenario: { full: 'Does it handle what users do?', short: 'does it handle what users do' },
  cost: { full: 'What does it cost to run?', short: 'what does it cost to run' },
  change: { full: 'How hard is it to change in six months?', short: 'how hard is it to change' },
  rollback: { full: 'What is the rollback?', short: 'what is the rollback' },
  teams: { full: 'Which teams does it depend on, and are they confirmed?', short: 'which teams does it depend on' },
};

type Numbered = { number: number | null; status: DecisionStatus };

/** "12", or why there is no number: it is given on acceptance. */
export function numberWords({ number, status }: Numbered): string {
  if (number !== null) return String(number);
  return isOpenDecision(status) ? 'no number yet' : 'no number';
}

/** How one names a record in a sentence: "platform 12", or its title before there is a number. */
export function decisionName(decision: { number: number | null; title: string; register: { slug: string } }): string {
  return decision.number === null ? `“${decision.title}”` : `${decision.register.slug} ${decision.number}`;
}

/** Another record as a relation names it: "7", "storefront 7" from elsewhere, "a draft" without a number. */
export function endName(end: NonNullable<RelationRecord['decision']>, register: string): string {
  const elsewhere = end.register.slug !== register;
  if (end.number !== null) return elsewhere ? `${end.register.slug} ${end.number}` : String(end.number);
  const said =
    end.status === 'draft'
      ? 'a draft'
      : end.status === 'unknown'
        ? 'a record'
        : `${end.status === 'accepted' ? 'an' : 'a'} ${end.status} record`;
  return elsewhere ? `${said} in ${end.register.slug}` : said;
}

type Side = { whole: string; part: string };

export const relationVerbs: Readonly<Record<RelationType, { from: Side; to: Side }>> = {
  supersedes: {
    from: { whole: 'supersedes', part: 'supersedes part of' },
    to: { whole: 'superseded by', part: 'superseded in part by' },
  },
  amends: {
    from: { whole: 'amends', part: 'amends part of' },
    to: { whole: 'amended by', part: 'amended in part by' },
  },
  dependsOn: {
    from: { whole: 'rests on', part: 'rests on part of' },
    to: { whole: 'carries', part: 'carries in part' },
  },
  relates: {
    from: { whole: 'relates to', part: 'relates to part of' },
    to: { whole: 'relates to', part: 'relates to' },
  },
  conflicts: {
    from: { whole: 'conflicts with', part: 'conflicts with part of' },
    to: { whole: 'conflicts with', part: 'conflicts in part with' },
  },
};

/** A relation from this record's side: "supersedes part of 7, rates only". */
export function relationText(relation: RelationRecord, register: string): string {
  const verb = relationVerbs[relation.type][relation.direction][relation.partial ? 'part' : 'whole'];
  const { decision: end } = relation;
  if (!end) return `${verb} a record that is not here`;
  const isSaid = end.status === 'accepted' || end.number === null;
  return [
    `${verb} ${endName(end, register)}`,
    ...(isSaid ? [] : [statusLooks[end.status].label.toLowerCase()]),
    ...(relation.note ? [relation.note] : []),
  ].join(', ');
}

/** A recorded act in a sentence: "Mira Kaur accepted revision 4". */
export function actText(act: ActRecord): string {
  const by = act.by ?? 'Somebody';
  if (act.kind === 'reaffirm')
    return `${by} reaffirmed it${act.revisitOn ? `, to ask again on ${dayText(act.revisitOn)}` : ''}`;
  if (act.kind === 'conditionMet') return `${by} said that its condition is met`;
  switch (act.to) {
    case 'accepted':
      return act.from === 'deprecated' || act.from === 'superseded'
        ? `${by} put it back in force`
        : `${by} accepted revision ${act.revision}`;
    case 'draft':
      return `${by} took it back to draft`;
    case 'proposed':
      return `${by} proposed revision ${act.revision}`;
    case 'rejected':
      return `${by} rejected revision ${act.revision}`;
    case 'deprecated':
      return `${by} deprecated it`;
    case 'superseded':
      return `${by} marked it as superseded`;
    default:
      return `${by} changed its status`;
  }
}

/** Why it asks to be looked at, in a few words: "Due since 13 Nov 2026". */
export function dueText(decision: Pick<DecisionRecord, 'due' | 'conditionMetAt' | 'expiresOn' | 'revisitOn'>): string {
  const { due, conditionMetAt, expiresOn, revisitOn } = decision;
  if (due === 'conditionMet') {
    return `Its condition is met${conditionMetAt ? ` since ${dayText(dateToDay(conditionMetAt))}` : ''}`;
  }
  if (due === 'expired') return `It expired${expiresOn ? ` on ${dayText(expiresOn)}` : ''}`;
  return `It is due${revisitOn ? ` since ${dayText(revisitOn)}` : ''}`;
}

/** A list in a sentence: "a", "a and b", "a, b and c". */
export function listText(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}
