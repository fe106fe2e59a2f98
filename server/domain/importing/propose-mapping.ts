import { knownName } from '@/server/domain/importing/column-alias';
import { type ColumnMapping, groupColumns } from '@/server/domain/importing/column-mapping';
import { customFieldName, normaliseName } from '@/server/domain/importing/column-name';
import type { ImportContext } from '@/server/domain/importing/debt-draft';
import {
  DATE_FIELDS,
  FACTOR_FIELDS,
  type ImportField,
  importFieldSchema,
  MULTIPLE_FIELDS,
  slotOf,
} from '@/server/domain/importing/import-field';
import type { CsvRow } from '@/server/domain/importing/parse-csv';
import { parseDate } from '@/server/domain/importing/parse-date';
import { readFactor, readNumber } from '@/server/domain/importing/read-number';
import type { Recognition } from '@/server/domain/importing/recognise';
import { createNameIndex } from '@/server/domain/importing/resolve-name';

/** Names that mean a field often, not always. */
const GUESSES: ReadonlySet<string> = new Set(
  'cost,effort,velocity,drag,tax,interest,days,hours,reference,ref,id,number,issue number,name,subject,debt,issue,author,autor,creator,creator name,created by,system,systems,plan,since,size,notes,details,kosten,coste,costo,cout,custo,type'.split(
    ',',
  ),
);

/** What a Jira custom field may become: its name is anybody's invention, so it never stands in for a native column. */
const CUSTOM_FIELDS: ReadonlySet<ImportField> = new Set<ImportField>([
  ...FACTOR_FIELDS,
  'effortDays',
  'effortHours',
  'interestHoursPerMonth',
  'quadrant',
  'notDebtReason',
  'owner',
  'team',
  'services',
  'incurredOn',
  'revisitOn',
  'acceptedUntil',
  'repaymentPlan',
  'productSentence',
]);

interface Candidate {
  group: ColumnMapping;
  field: ImportField;
  rank: number;
  guess: boolean;
  note: string | null;
}

/**
 * Proposes what each column becomes, in file order: from names first and values second, so that column order never
 * matters. `addKnowledge` then says what of it is known here.
 */
export function proposeMapping(
  header: readonly string[],
  rows: readonly CsvRow[],
  recognition: Recognition,
): ColumnMapping[] {
  const groups = groupColumns(header, rows);
  const candidates = groups.flatMap((group) => candidateFor(group, rows, recognition));
  addKeyByValue(candidates, groups, recognition);
  takeBest(candidates);
  standInForIncurredOn(groups, candidates);
  for (const group of groups) {
    if (group.field === null) describeUnmapped(group, recognition);
  }
  return groups;
}

function candidateFor(group: ColumnMapping, rows: readonly CsvRow[], recognition: Recognition): Candidate[] {
  const custom = recognition.format === 'jira' && customFieldName(group.column) !== null;
  const name = normaliseName(group.column);
  if (recognition.dialect === 'paydown' && (name === 'key' || name === 'source')) {
    const field = name === 'key' ? 'debtKey' : 'sourceKey';
    return [{ group, field, rank: 0, guess: false, note: null }];
  }
  const known = knownName(group.column);
  const field = importFieldSchema.safeParse(known?.concept).data;
  if (!known || !field) return [];
  // An empty column decides nothing, except that a title column which is empty everywhere has to be complained about.
  if (group.empty && field !== 'title') return [];
  if (custom && !CUSTOM_FIELDS.has(field)) return [];
  let guess = custom ? field !== 'team' && field !== 'owner' : GUESSES.has(name);
  if (isFactor(field) && (custom || guess) && !mostly(group, rows, (value) => readFactor(value).ok)) return [];
  if ((field === 'effortDays' || field === 'effortHours') && custom && !mostly(group, rows, isNumber)) return [];
  let note: string | null = null;
  if (field === 'effortSeconds') {
    guess = true;
    note = 'Bare numbers are read as seconds; 8 hours make a day.';
  }
  if (field === 'services' && name !== 'services' && name !== 'service') guess = true;
  return [{ group, field, rank: known.rank + (custom ? 1_000 : 0), guess, note }];
}

const isFactor = (field: ImportField): boolean => FACTOR_FIELDS.some((factor) => factor === field);
const isNumber = (value: string): boolean => readNumber(value).ok;

function mostly(group: ColumnMapping, rows: readonly CsvRow[], test: (value: string) => boolean): boolean {
  let passed = 0;
  let seen = 0;
  for (const { cells } of rows) {
    const value = firstValue(cells, group.positions);
    if (value === '') continue;
    seen += 1;
    if (test(value)) passed += 1;
    if (seen === 500) break;
  }
  return passed * 2 > seen;
}

/** The first value that is not empty among a column's repeats. */
function firstValue(cells: readonly string[], positions: readonly number[]): string {
  for (const position of positions) {
    const value = cells[position];
    if (value !== undefined && value !== '') return value;
  }
  return '';
}

/** A header in an unknown language still gives its keys away by their shape; other trackers call theirs an id. */
function addKeyByValue(candidates: Candidate[], groups: ColumnMapping[], recognition: Recognition): void {
  if (recognition.dialect === 'paydown' || candidates.some((candidate) => candidate.field === 'sourceKey')) return;
  const byShape = (group: ColumnMapping): boolean =>
    group.positions.some((position) => recognition.keyPositions.includes(position));
  const isId = (group: ColumnMapping): boolean => knownName(group.column)?.concept === 'issueId';
  const group =
    groups.find((one) => byShape(one) && (isId(one) || knownName(one.column) === null)) ??
    (recognition.format === 'csv' ? groups.find((one) => isId(one) && !one.empty) : undefined);
  if (!group) return;
  const note = byShape(group)
    ? 'Its values look like issue keys.'
    : 'Rows with the same value count as the same issue.';
  candidates.push({ group, field: 'sourceKey', rank: 2_000, guess: true, note });
}

function takeBest(candidates: Candidate[]): void {
  const taken = new Set<string>();
  const inOrder = [...candidates].sort(
    (a, b) => a.rank - b.rank || (a.group.positions[0] ?? 0) - (b.group.positions[0] ?? 0),
  );
  for (const { group, field, guess, note } of inOrder) {
    const slot = slotOf(field);
    if (!MULTIPLE_FIELDS.has(field) && taken.has(slot)) {
      group.certainty = 'kept';
      group.note = 'Another column fits this field better.';
      continue;
    }
    taken.add(slot);
    group.field = field;
    group.certainty = guess ? 'guess' : 'certain';
    group.note = note;
  }
}

/** Trackers do not know when a debt was incurred; the day the issue was created is the nearest they have. */
function standInForIncurredOn(groups: ColumnMapping[], candidates: Candidate[]): void {
  if (candidates.some((candidate) => candidate.field === 'incurredOn')) return;
  const created = groups.find((group) => group.field === 'createdAt');
  if (!created) return;
  created.field = 'incurredOn';
  created.note = 'The day it was created stands in for the day it was incurred.';
}

function describeUnmapped(group: ColumnMapping, recognition: Recognition): void {
  if (group.empty) return;
  const concept = knownName(group.column)?.concept ?? null;
  const custom = customFieldName(group.column) !== null;
  if (concept === 'storyPoints' || concept === 'estimate') {
    group.certainty = 'unmapped';
    group.note = 'Points are not days. Choose a field, or leave them with the original.';
  } else if (concept === 'computed' && !custom) {
    group.certainty = 'kept';
    group.note = 'Paydown computes this from the factors.';
  } else if (concept === 'comment') {
    group.certainty = 'kept';
    group.note = 'Comments stay with the original row.';
  } else if (concept !== null || custom || recognition.format === 'jira' || group.note !== null) {
    group.certainty = 'kept';
    group.note ??= 'Kept with the original row.';
  } else {
    group.certainty = 'unmapped';
    group.note = 'No field has this name. Choose one, or leave it with the original.';
  }
}

/** Adds what depends on this workspace and this moment: names nobody has here, times without a zone. */
export function addKnowledge(
  groups: readonly ColumnMapping[],
  rows: readonly CsvRow[],
  context: ImportContext,
): ColumnMapping[] {
  const names = createNameIndex(context);
  return groups.map((group) => {
    const lookUp = names.for(group.field);
    if (lookUp) {
      const known = lookUp.coverage(rows, group.positions);
      const partly = group.certainty === 'certain' && known.known < known.of;
      return { ...group, known, certainty: partly ? 'partlyKnown' : group.certainty };
    }
    const isDate = DATE_FIELDS.some((field) => field === group.field);
    const zoneless = isDate && context.timeZone === null && group.samples.some(isZonelessTime);
    return zoneless ? { ...group, certainty: 'needsZone' } : group;
  });
}

function isZonelessTime(sample: string): boolean {
  const date = parseDate(sample, 'dayFirst');
  return date !== null && date.time !== null && date.offsetMinutes === null;
}
