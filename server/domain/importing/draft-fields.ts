import type { DebtDraft } from '@/server/domain/importing/debt-draft';

/** The fields of a debt that an import can write, in the units of the database. Days are `YYYY-MM-DD`. */
export interface DraftFields {
  title: string;
  description: string;
  productSentence: string;
  repaymentPlan: string;
  state: DebtDraft['state'];
  closedAs: DebtDraft['closedAs'];
  impact: number | null;
  likelihood: number | null;
  velocityTax: number | null;
  remediationCost: number | null;
  effortHalfDays: number | null;
  interestMinutesPerMonth: number | null;
  quadrant: DebtDraft['quadrant'];
  notDebtReason: string | null;
  ownerId: string | null;
  teamId: string | null;
  serviceIds: string[];
  labels: string[];
  incurredOn: string | null;
  revisitOn: string | null;
  acceptedUntil: string | null;
  reportedBy: string;
}

export type DraftField = keyof DraftFields;

const minutesPerHour = 60;

function unique(values: readonly (string | null | undefined)[]): string[] {
  return [...new Set(values.filter((value): value is string => typeof value === 'string' && value !== ''))].sort();
}

/** What a row says, as a debt would store it. A withdrawn row that does not say why will not be fixed. */
export function fieldsOfDraft(draft: DebtDraft): DraftFields {
  const hours = draft.interestHoursPerMonth;
  return {
    title: draft.title,
    description: draft.description,
    productSentence: draft.productSentence ?? '',
    repaymentPlan: draft.repaymentPlan ?? '',
    state: draft.state,
    closedAs: closingOf(draft),
    ...draft.factors,
    effortHalfDays: draft.effortHalfDays,
    interestMinutesPerMonth: hours === null ? null : Math.round(hours * minutesPerHour),
    quadrant: draft.notDebtReason === null ? draft.quadrant : null,
    notDebtReason: draft.notDebtReason,
    ownerId: draft.owner?.id ?? null,
    teamId: draft.team?.id ?? null,
    serviceIds: unique(draft.services.map((service) => service.id)),
    labels: unique(draft.labels),
    incurredOn: draft.incurredOn,
    revisitOn: draft.revisitOn,
    acceptedUntil: draft.state === 'accepted' ? draft.acceptedUntil : null,
    reportedBy: draft.reporter?.name ?? '',
  };
}

function closingOf({ state, closedAs }: DebtDraft): DraftFields['closedAs'] {
  if (state === 'resolved') return 'fixed';
  if (state !== 'withdrawn') return null;
  return closedAs === null || closedAs === 'fixed' ? 'wontFix' : closedAs;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

/**
 * The fields that the source changed since it was last read: only these are written again, so that what people wrote
 * in Paydown since then stays. `lastRead` is null for a debt that has not come from this source before: then every
 * field that the row fills counts, and its gaps leave what is there. State and closure change together.
 */
export function changedAtSource(lastRead: Partial<DraftFields> | null, read: DraftFields): DraftField[] {
  const names = Object.keys(read).filter((name): name is DraftField => name in read);
  const changed = lastRead
    ? names.filter((name) => !same(lastRead[name], read[name]))
    : names.filter((name) => isFilled(read[name]));
  const closure: DraftField[] = ['state', 'closedAs', 'acceptedUntil'];
  return changed.some((name) => closure.includes(name)) ? [...new Set([...changed, ...closure])] : changed;
}

function isFilled(value: unknown): boolean {
  return value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}
