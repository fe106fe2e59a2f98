import { z } from 'zod';

/** Everything a column can become. A column that becomes none of these is kept with the original row. */
export const importFieldSchema = z.enum([
  'title',
  'sourceKey',
  'debtKey',
  'description',
  'state',
  'statusCategory',
  'resolution',
  'impact',
  'likelihood',
  'velocityTax',
  'remediationCost',
  'effortDays',
  'effortHours',
  'effortSeconds',
  'interestHoursPerMonth',
  'quadrant',
  'notDebtReason',
  'owner',
  'reporter',
  'team',
  'services',
  'labels',
  'incurredOn',
  'createdAt',
  'closedOn',
  'revisitOn',
  'acceptedUntil',
  'scoredOn',
  'repaymentPlan',
  'productSentence',
]);

export type ImportField = z.infer<typeof importFieldSchema>;

export const IMPORT_FIELD_LABEL: Readonly<Record<ImportField, string>> = {
  title: 'Title',
  sourceKey: 'Source key',
  debtKey: 'Key in Paydown',
  description: 'Notes',
  state: 'State',
  statusCategory: 'State, by category',
  resolution: 'Closed as',
  impact: 'Impact, 1 to 5',
  likelihood: 'Likelihood, 1 to 5',
  velocityTax: 'Velocity tax, 1 to 5',
  remediationCost: 'Remediation cost, 1 to 5',
  effortDays: 'Effort, in days',
  effortHours: 'Effort, in hours',
  effortSeconds: 'Effort, in seconds',
  interestHoursPerMonth: 'Interest, hours per month',
  quadrant: 'Quadrant',
  notDebtReason: 'Not debt because',
  owner: 'Owner',
  reporter: 'Reported by',
  team: 'Team',
  services: 'Services',
  labels: 'Labels',
  incurredOn: 'Incurred on',
  createdAt: 'Created at the source',
  closedOn: 'Closed on',
  revisitOn: 'Revisit on',
  acceptedUntil: 'Accepted until',
  scoredOn: 'Scored on',
  repaymentPlan: 'Repayment plan',
  productSentence: 'Product sentence',
};

/** Several columns may feed one of these; any other field takes one column (and its repeats, first value wins). */
export const MULTIPLE_FIELDS: ReadonlySet<ImportField> = new Set<ImportField>(['services', 'labels']);

/** What a field takes the place of: effort is given once, in whichever unit. */
export function slotOf(field: ImportField): string {
  return field.startsWith('effort') ? 'effort' : field;
}

export const FACTOR_FIELDS = ['impact', 'likelihood', 'velocityTax', 'remediationCost'] as const;
export type FactorField = (typeof FACTOR_FIELDS)[number];

export const DATE_FIELDS = [
  'incurredOn',
  'createdAt',
  'closedOn',
  'revisitOn',
  'acceptedUntil',
  'scoredOn',
] as const satisfies readonly ImportField[];
export type DateField = (typeof DATE_FIELDS)[number];

/** A user's own choice: column name to field, or null to keep the column as it is. */
export const columnChoiceSchema = z.record(
  // It is kept as JSON, in which Postgres takes neither NUL nor half an emoji.
  z.string().refine((name) => name.isWellFormed() && !name.includes('\u0000'), 'no broken or control characters'),
  importFieldSchema.nullable(),
);
export type ColumnChoice = z.infer<typeof columnChoiceSchema>;
