import { dayToDate } from '@/server/domain/field/day';
import { type DebtDraft, originalOf } from '@/server/domain/importing/debt-draft';
import { type DraftField, type DraftFields, fieldsOfDraft } from '@/server/domain/importing/draft-fields';
import { factorNames } from '@/server/domain/scoring/score';
import type { Before } from '../contract';
import type { DebtColumns, DebtForUpdate } from '../repo';
import { fieldsOfDebt, fieldsToWrite } from './change';
import { type ImportRun, scoreColumns } from './import-rows';

const dayFields: ReadonlySet<DraftField> = new Set(['incurredOn', 'revisitOn', 'acceptedUntil']);

function columnsOf(fields: Partial<DraftFields>): DebtColumns {
  const entries = Object.entries(fields).flatMap(([name, value]) => {
    if (name === 'serviceIds') return [];
    const isDayField = [...dayFields].some((one) => one === name);
    return [[name, isDayField && typeof value === 'string' ? dayToDate(value) : value]];
  });
  return Object.fromEntries(entries);
}

function pick(fields: DraftFields, names: readonly DraftField[]): Partial<DraftFields> {
  return Object.fromEntries(names.map((name) => [name, fields[name]]));
}

/** What an update writes: only the fields that changed at the source, and what follows from them. */
export function columnsToWrite(run: ImportRun, draft: DebtDraft, debt: DebtForUpdate) {
  const read = fieldsOfDraft(draft);
  const now = fieldsOfDebt(debt);
  const written = pick(read, fieldsToWrite(draft, debt));
  if (written.notDebtReason) written.quadrant = null;
  else if (written.quadrant) written.notDebtReason = null;
  const after = { ...now, ...written };
  const rescored = factorNames.some((name) => after[name] !== now[name]);
  const { factors, columns } = scoreColumns(after, draft.scoredOn, run.at);
  const scoredAt = columns.scoredAt === null ? null : new Date(columns.scoredAt);
  const moved = after.state !== now.state || after.closedAs !== now.closedAs;
  return {
    columns: {
      ...columnsOf(written),
      ...(rescored ? { ...columns, scoredAt } : {}),
      ...(moved ? { stateChangedAt: draft.closedOn ? dayToDate(draft.closedOn) : run.at, stateReason: '' } : {}),
      updatedAt: run.at,
      version: debt.version + 1,
    },
    written: Object.keys(written).filter((name): name is DraftField => name in now),
    serviceIds: written.serviceIds ?? null,
    score: rescored && factors && scoredAt ? { factors, at: scoredAt } : null,
    source: { original: originalOf(run.header, draft.cells), read: { ...read }, contentHash: draft.contentHash },
  };
}

/**
 * What an undo needs of one debt: its fields as they were, the version that the update made (later edits raise it, and
 * are then kept), and what of the row's origin had been read otherwise; null for an origin that is new.
 */
export function valuesBefore(debt: DebtForUpdate, key: string, change: ReturnType<typeof columnsToWrite>): Before {
  const source = debt.sources.find((one) => one.key === key);
  const read = Object.entries(change.source.read);
  const last = typeof source?.read === 'object' ? { ...source.read } : {};
  const lastRead: Record<string, unknown> = last;
  const changed = read.flatMap(([name, value]) =>
    JSON.stringify(value) === JSON.stringify(lastRead[name]) ? [] : [[name, lastRead[name] ?? null] as const],
  );
  return {
    number: debt.number,
    version: change.columns.version,
    fields: pick(fieldsOfDebt(debt), change.written),
    source: { key, was: source ? { read: Object.fromEntries(changed), contentHash: source.contentHash } : null },
  };
}

/** The columns that put a debt back to what it was before an import. */
export function columnsToRestore(fields: Partial<DraftFields>, current: DebtForUpdate, at: Date): DebtColumns {
  const after = { ...fieldsOfDebt(current), ...fields };
  const { columns } = scoreColumns(after, null, current.scoredAt ?? at);
  return {
    ...columnsOf(fields),
    ...columns,
    scoredAt: columns.scoredAt === null ? null : (current.scoredAt ?? at),
    updatedAt: at,
    version: current.version + 1,
  };
}
