import { diffFields, mergeList, mergeRecord, mergeText } from '@/server/domain/merging/merge';
import { changedFields, type DebtEdit, type DebtField, fieldLabels } from './debt-edit';

export type Side = 'theirs' | 'mine' | 'both';

export type Sides = { base: DebtEdit; theirs: DebtEdit; mine: DebtEdit };

export const textFields = ['title', 'productSentence', 'description', 'repaymentPlan', 'revisitTrigger'] as const;
export type TextField = (typeof textFields)[number];

export function isTextField(field: DebtField): field is TextField {
  return textFields.some((one) => one === field);
}

const listFields = ['services', 'labels'] as const;

/** Both changes of one field put together, or null when only one of them can stand. */
export function bothOf(field: DebtField, { base, theirs, mine }: Sides): Partial<DebtEdit> | null {
  if (isTextField(field)) {
    const merged = mergeText(base[field], theirs[field], mine[field]);
    return merged === null ? null : { [field]: merged };
  }
  const list = listFields.find((one) => one === field);
  if (list) return { [list]: mergeList(base[list], theirs[list], mine[list]) };
  if (field !== 'score') return null;
  const score = mergeRecord(base.score, theirs.score, mine.score);
  return score && { score };
}

/** Which fields differ and by whom, in the order of the page. */
export function sortSides({ base, theirs, mine }: Sides) {
  return diffFields<DebtField>(base, theirs, mine);
}

export type Decisions = {
  /** For the fields both changed; an absent one is not decided yet. */
  chosen: Partial<Record<DebtField, Side>>;
  /** Texts of "Both", as they were changed since. */
  texts: Partial<Record<TextField, string>>;
  /** Fields one side changed that shall not be taken over. */
  undone: readonly DebtField[];
};

/** "Both" where the two can be put together: then neither side loses anything. The rest waits for a person. */
export function firstDecisions(sides: Sides): Decisions {
  const chosen: Partial<Record<DebtField, Side>> = {};
  for (const { field } of sortSides(sides).conflicts) {
    if (bothOf(field, sides)) chosen[field] = 'both';
  }
  return { chosen, texts: {}, undone: [] };
}

function taken(field: DebtField, from: DebtEdit): Partial<DebtEdit> {
  return { [field]: from[field] };
}

function chosenValue(field: DebtField, sides: Sides, { chosen, texts }: Decisions): Partial<DebtEdit> {
  const side = chosen[field];
  if (side === 'mine') return taken(field, sides.mine);
  if (side !== 'both') return {};
  if (isTextField(field) && texts[field] !== undefined) return { [field]: texts[field] };
  return bothOf(field, sides) ?? {};
}

/** The record as it will be: what is stored, with what was decided on top. */
export function resolveSides(sides: Sides, decisions: Decisions): DebtEdit {
  const { conflicts, mineOnly, theirsOnly } = sortSides(sides);
  const parts: Partial<DebtEdit>[] = [
    ...mineOnly.filter(({ field }) => !decisions.undone.includes(field)).map(({ field }) => taken(field, sides.mine)),
    ...theirsOnly.filter(({ field }) => decisions.undone.includes(field)).map(({ field }) => taken(field, sides.base)),
    ...conflicts.map(({ field }) => chosenValue(field, sides, decisions)),
  ];
  return Object.assign({}, sides.theirs, ...parts);
}

/** The fields that still wait for a decision, in words. */
export function undecided(sides: Sides, { chosen }: Decisions): string[] {
  return sortSides(sides)
    .conflicts.filter(({ field }) => !chosen[field])
    .map(({ field }) => fieldLabels[field].toLowerCase());
}

/** How many fields saving would write. */
export function writtenCount(sides: Sides, decisions: Decisions): number {
  return changedFields(sides.theirs, resolveSides(sides, decisions)).length;
}
