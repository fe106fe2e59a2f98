import { type DebtDraft, originalOf } from '@/server/domain/importing/debt-draft';
import { type DraftFields, fieldsOfDraft } from '@/server/domain/importing/draft-fields';
import { completeFactors, scoreThirds, severityThirds } from '@/server/domain/scoring/score';
import { newId } from '@/server/platform/ids';
import type { NewRows } from '../repo';

/** What every row of one import has in common. */
export type ImportRun = {
  importId: string;
  system: string;
  fileName: string;
  memberId: string | null;
  at: Date;
  header: readonly string[];
};

const hashPrefix = '#';

/** The key under which a row's origin is kept; a row without a key of its own is known by what it says. */
export function sourceKeyOf(draft: DebtDraft): string {
  return draft.sourceKey ?? `${hashPrefix}${draft.contentHash}`;
}

/** The other way round: the key that the other system gave, or null. */
export function givenKeyOf(storedKey: string | null): string | null {
  return storedKey?.startsWith(hashPrefix) ? null : storedKey;
}

export function reasonOf(run: ImportRun): string {
  return `Imported from ${run.fileName}.`;
}

function instant(day: string | null, at: Date): string {
  return day ? `${day}T00:00:00Z` : at.toISOString();
}

/** The columns that follow from the factors. A score that the file dates keeps its date. */
export function scoreColumns(fields: DraftFields, scoredOn: string | null, at: Date) {
  const factors = completeFactors(fields);
  return {
    factors,
    columns: {
      scoreThirds: factors && scoreThirds(factors),
      severityThirds: factors && severityThirds(factors),
      scoredAt: factors && instant(scoredOn, at),
    },
  };
}

function debtRow(run: ImportRun, draft: DebtDraft, fields: DraftFields, id: string, number: number) {
  const at = run.at.toISOString();
  const { serviceIds: _, ...columns } = fields;
  return {
    ...columns,
    ...scoreColumns(fields, draft.scoredOn, run.at).columns,
    id,
    number,
    stateReason: '',
    stateChangedAt: instant(draft.closedOn, run.at),
    revisitTrigger: '',
    mergedIntoId: null,
    importId: run.importId,
    createdById: run.memberId,
    createdAt: at,
    updatedAt: at,
    version: 1,
    deletedAt: null,
    deletedById: null,
  };
}

function sourceRow(run: ImportRun, draft: DebtDraft, fields: DraftFields, debtId: string) {
  const at = run.at.toISOString();
  return {
    id: newId(),
    debtId,
    system: run.system,
    key: sourceKeyOf(draft),
    url: null,
    original: originalOf(run.header, draft.cells),
    read: fields,
    contentHash: draft.contentHash,
    importId: run.importId,
    createdAt: at,
    updatedAt: at,
  };
}

/** The rows of all tables that a list of drafts becomes; `firstNumber` and those after it are theirs. */
export function rowsOfDrafts(run: ImportRun, drafts: readonly DebtDraft[], firstNumber: number): NewRows {
  const rows: NewRows = { debts: [], sources: [], services: [], scores: [] };
  for (const [index, draft] of drafts.entries()) {
    const id = newId();
    const fields = fieldsOfDraft(draft);
    rows.debts.push(debtRow(run, draft, fields, id, firstNumber + index));
    rows.sources.push(sourceRow(run, draft, fields, id));
    for (const serviceId of fields.serviceIds) rows.services.push({ debtId: id, serviceId });
    const { factors, columns } = scoreColumns(fields, draft.scoredOn, run.at);
    if (factors) {
      rows.scores.push({
        id: newId(),
        debtId: id,
        ...factors,
        reason: reasonOf(run),
        scoredById: run.memberId,
        scoredAt: columns.scoredAt,
      });
    }
  }
  return rows;
}
