import type { FilterOptions } from '@/components/backlog/use-filter-options';
import { isDay } from '@/server/domain/field/day';
import { dayText } from '@/server/domain/scoring/day';
import { quadrantGuides } from '@/server/domain/scoring/quadrant';
import { rangeText, scoreRange, unansweredFactors } from '@/server/domain/scoring/score';
import { closureLabels, stateLabels } from '@/server/domain/scoring/state';
import type { DebtEdit, DebtField } from './debt-edit';
import { verdictText } from './verdict-text';

type Names = Pick<FilterOptions, 'people' | 'teams' | 'services'>;

function day(text: string): string {
  return isDay(text) ? dayText(text) : text;
}

function stateText({ state, closedAs, acceptedUntil, mergedInto }: DebtEdit['state']): string {
  if (state === 'accepted' && acceptedUntil) return `Accepted until ${day(acceptedUntil)}`;
  if (state !== 'withdrawn' || !closedAs) return stateLabels[state];
  return `Withdrawn: ${closureLabels[closedAs].toLowerCase()}${mergedInto ? `, ${mergedInto}` : ''}`;
}

const writers: { [Field in DebtField]: (edit: DebtEdit, names: Names) => string } = {
  title: (edit) => edit.title,
  state: (edit) => stateText(edit.state),
  score: ({ score }) => (unansweredFactors(score).length === 4 ? '' : rangeText(scoreRange(score))),
  productSentence: (edit) => edit.productSentence,
  description: (edit) => edit.description,
  services: (edit, names) =>
    edit.services.map((key) => names.services.find((one) => one.value === key)?.label ?? key).join(', '),
  owner: (edit, names) => (edit.owner ? (names.people.find((one) => one.id === edit.owner)?.name ?? 'somebody') : ''),
  team: (edit, names) => (edit.team ? (names.teams.find((one) => one.value === edit.team)?.label ?? edit.team) : ''),
  labels: (edit) => edit.labels.join(', '),
  effortDays: (edit) => (edit.effortDays ? `${edit.effortDays} d` : ''),
  interestHoursPerMonth: (edit) => (edit.interestHoursPerMonth ? `${edit.interestHoursPerMonth} h a month` : ''),
  quadrant: ({ quadrant }) => {
    if (quadrant.notDebtReason) return `Not debt: ${verdictText(quadrant.notDebtReason)}`;
    return quadrant.quadrant ? quadrantGuides[quadrant.quadrant].label : '';
  },
  repaymentPlan: (edit) => edit.repaymentPlan,
  revisitOn: (edit) => (edit.revisitOn ? day(edit.revisitOn) : ''),
  revisitTrigger: (edit) => edit.revisitTrigger,
  incurredOn: (edit) => (edit.incurredOn ? day(edit.incurredOn) : ''),
};

/** A field as a person reads it; what is empty is said in words. */
export function fieldText(field: DebtField, edit: DebtEdit, names: Names): string {
  return writers[field](edit, names) || 'not set';
}
