import { alternatives } from '@/server/domain/backlog/view-sentence';
import { type DecisionStatus, decisionStatuses, isOpenDecision } from '@/server/domain/decision/status';
import { daysBetween } from '@/server/domain/field/day';
import { dayText } from '@/server/domain/scoring/day';
import type { DecisionRow } from '@/server/modules/decision/contract';
import type { ages, DecisionFilters, DecisionSortField } from '@/server/modules/decision-list/contract';

type Age = (typeof ages)[number];

export const ageLabels: Readonly<Record<Age, string>> = {
  month: 'under 30 days',
  year: '30 days to a year',
  older: 'over a year',
};

/** A number, or why there is none: it is given on acceptance. */
export function numberText({ number, status }: Pick<DecisionRow, 'number' | 'status'>): string {
  if (number !== null) return String(number);
  return isOpenDecision(status) ? 'not yet' : 'none';
}

/** "Storefront 38", or the register alone while there is no number. */
export function decisionName({
  register,
  number,
}: Pick<DecisionRow, 'number'> & { register: { name: string } }): string {
  return number === null ? register.name : `${register.name} ${number}`;
}

/** How the coming back of a record is said in a cell; null where it does not come back. */
type RevisitWords = { text: string; tone: 'plain' | 'unset' | 'due'; hint: string };

type Revisit = Pick<DecisionRow, 'status' | 'due' | 'revisitOn' | 'revisitCondition' | 'expiresOn'>;

function dueWords(row: Revisit, today: string): RevisitWords {
  if (row.due === 'conditionMet') return { text: 'condition met', tone: 'due', hint: row.revisitCondition };
  const expired = row.due === 'expired';
  const day = (expired ? row.expiresOn : row.revisitOn) ?? today;
  const late = daysBetween(day, today);
  if (expired) return { text: late > 0 ? `expired ${late} d ago` : 'expires today', tone: 'due', hint: dayText(day) };
  return { text: late > 0 ? `${late} d overdue` : 'due today', tone: 'due', hint: dayText(day) };
}

export function revisitWords(row: Revisit, today: string): RevisitWords | null {
  if (row.due) return dueWords(row, today);
  if (row.status !== 'accepted' && !isOpenDecision(row.status)) return null;
  const { revisitOn, expiresOn, revisitCondition } = row;
  const ends = expiresOn !== null && (revisitOn === null || expiresOn < revisitOn);
  const day = ends ? expiresOn : revisitOn;
  if (day !== null) {
    const left = daysBetween(today, day);
    // A draft may name a day that has passed: it is not due before it is accepted.
    const text = left <= 0 ? dayText(day) : ends ? `ends in ${left} d` : `in ${left} d`;
    return { text, tone: 'plain', hint: `${ends ? 'Expires on' : 'Revisit on'} ${dayText(day)}` };
  }
  if (revisitCondition) return { text: 'on a condition', tone: 'plain', hint: revisitCondition };
  return { text: 'not set', tone: 'unset', hint: 'No day and no condition on which it is looked at again' };
}

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

function counted(count: number): string {
  return small[count] ?? String(count);
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

const dueVerbs = {
  revisit: (count: number) => `${count === 1 ? 'is past its' : 'are past their'} date`,
  expired: (count: number) => `${count === 1 ? 'has' : 'have'} expired`,
  conditionMet: (count: number) => `${count === 1 ? 'has its' : 'have their'} condition met`,
} as const;

/** Why so many are due: "Two are past their date, one has its condition met". */
export function dueSentence(due: readonly Pick<DecisionRow, 'due'>[]): string {
  const clauses = (['revisit', 'expired', 'conditionMet'] as const).flatMap((reason) => {
    const count = due.filter((one) => one.due === reason).length;
    if (count === 0) return [];
    const who = count < due.length ? counted(count) : count === 1 ? 'it' : count === 2 ? 'both' : 'all';
    return [`${who} ${dueVerbs[reason](count)}`];
  });
  return capitalised(clauses.join(', '));
}

const statusWords: Readonly<Record<DecisionStatus, string>> = {
  draft: 'draft',
  proposed: 'proposed',
  accepted: 'accepted',
  rejected: 'rejected',
  deprecated: 'deprecated',
  superseded: 'superseded',
  unknown: 'unknown status',
};

/** "Any status", "Accepted or proposed". */
export function statusText(status: DecisionFilters['status']): string {
  if (!status) return 'Any status';
  return capitalised(
    alternatives(decisionStatuses.filter((one) => status.includes(one)).map((one) => statusWords[one])),
  );
}

/** Values as the sentence says them: by name, two of them at most. */
export function namedText(
  values: readonly string[] | undefined,
  names: ReadonlyMap<string, string>,
  whenAny: string,
): string {
  if (!values) return whenAny;
  const said = values.map((value) => names.get(value) ?? value);
  return said.length > 3 ? `${said.slice(0, 2).join(', ')} or ${said.length - 2} more` : alternatives(said);
}

/** What an order begins with, as the end of "…, latest change first". */
export const sortWords: Readonly<Record<DecisionSortField, { label: string; asc: string; desc: string }>> = {
  since: { label: 'Last change of status', asc: 'earliest change', desc: 'latest change' },
  number: { label: 'Number', asc: 'lowest number', desc: 'highest number' },
  title: { label: 'Title', asc: 'title from A', desc: 'title from Z' },
  status: { label: 'Status', asc: 'drafts', desc: 'superseded' },
  owner: { label: 'Owner', asc: 'owner from A', desc: 'owner from Z' },
  revisit: { label: 'Revisit', asc: 'soonest revisit', desc: 'latest revisit' },
  created: { label: 'Day of entry', asc: 'oldest', desc: 'newest' },
  updated: { label: 'Last edit', asc: 'earliest edit', desc: 'latest edit' },
  relevance: { label: 'Relevance', asc: 'best match', desc: 'best match' },
};
const latestByDefault: readonly DecisionSortField[] = ['since', 'number', 'created', 'updated'];

/** The order in which a field is first sorted when one asks for it. */
export function usualSort(field: DecisionSortField): string {
  return latestByDefault.includes(field) ? `-${field}` : field;
}
