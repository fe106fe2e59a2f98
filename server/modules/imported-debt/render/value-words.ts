import type { DraftField } from '@/server/domain/importing/draft-fields';
import { halfDaysToDays } from '@/server/domain/scoring/cost';
import { notDebtLabels, quadrantGuides } from '@/server/domain/scoring/quadrant';
import { closureLabels, stateLabels } from '@/server/domain/scoring/state';

export type NamesById = ReadonlyMap<string, string>;

const valueLength = 160;
const minutesPerHour = 60;

function labelOf(labels: Readonly<Record<string, string | { label: string }>>, value: string): string {
  const label = labels[value];
  return typeof label === 'object' ? label.label : (label ?? value);
}

function wordsOf(field: DraftField, value: string, names: NamesById): string {
  if (field === 'state') return labelOf(stateLabels, value);
  if (field === 'closedAs') return labelOf(closureLabels, value);
  if (field === 'quadrant') return labelOf(quadrantGuides, value);
  if (field === 'notDebtReason') return labelOf(notDebtLabels, value);
  if (field === 'effortHalfDays') return `${halfDaysToDays(Number(value))} d`;
  if (field === 'interestMinutesPerMonth') return `${Number(value) / minutesPerHour} h a month`;
  return names.get(value) ?? value;
}

/** A value of a debt as a person reads it: labels and names instead of codes and ids, units with figures. */
export function valueWords(field: DraftField, value: unknown, names: NamesById): string {
  if (value === null || value === undefined || value === '') return 'not set';
  if (Array.isArray(value)) return value.map((one) => valueWords(field, one, names)).join(', ') || 'none';
  const text = wordsOf(field, String(value), names);
  return text.length > valueLength ? `${text.slice(0, valueLength)}…` : text;
}
