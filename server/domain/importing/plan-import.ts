import { quoted } from '@/server/domain/importing/clean-text';
import type { DebtDraft } from '@/server/domain/importing/debt-draft';
import type { Finding, FindingGroup, FindingLog } from '@/server/domain/importing/finding';

/** What the workspace already holds, deleted and merged debts included; they are what makes a re-import harmless. */
export interface ExistingDebt {
  debtKey: string;
  title: string;
  sourceKey: string | null;
  /** `DebtDraft.contentHash` of the last import, or null for a debt that was typed in here. */
  contentHash: string | null;
  deleted: boolean;
  /** Key of the debt this one was merged into. */
  mergedInto: string | null;
}

export type SkipReason = 'merged' | 'deleted' | 'duplicate';

export type ImportAction =
  | { kind: 'create'; draft: DebtDraft }
  | { kind: 'update'; draft: DebtDraft; debtKey: string }
  | { kind: 'unchanged'; row: number; debtKey: string }
  | { kind: 'skip'; row: number; reason: SkipReason; debtKey: string | null };

export interface ImportPlan {
  /** rows = created + updated + unchanged + skipped, always. */
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  skipped: number;
  /** Of the created ones, how many come in closed (resolved or withdrawn). */
  createdClosed: number;
  /** True when any row has an error: an import runs as a whole or not at all. */
  blocked: boolean;
  /** At most 1,000, errors first; `findingGroups` has the true counts. */
  findings: Finding[];
  findingGroups: FindingGroup[];
  findingCounts: { error: number; warning: number; info: number };
  /** In file order. */
  actions: ImportAction[];
}

const foldTitle = (title: string): string => title.toLowerCase().replace(/\s+/g, ' ').trim();

/**
 * Decides for every draft whether it creates, updates or leaves a debt, or is skipped. Matches by source key, else by
 * content hash, else by the key of a Paydown export. Of rows with one source key the last counts. Idempotent: a file
 * planned against what it created changes nothing.
 */
export function planImport(drafts: Iterable<DebtDraft>, existing: Iterable<ExistingDebt>, log: FindingLog): ImportPlan {
  const known = indexExisting(existing);
  const all = [...drafts];
  const lastRowOf = new Map<string, number>();
  for (const draft of all) {
    const identity = identityOf(draft);
    if (identity !== null) lastRowOf.set(identity, draft.row);
  }
  const seen: Seen = { hashes: new Map(), titles: new Map() };
  const actions = all.map((draft) => decide(draft, known, lastRowOf, seen, log));
  const count = (kind: ImportAction['kind']): number =>
    actions.reduce((sum, one) => sum + (one.kind === kind ? 1 : 0), 0);
  const isClosed = (one: ImportAction): boolean =>
    one.kind === 'create' && (one.draft.state === 'resolved' || one.draft.state === 'withdrawn');
  return {
    rows: actions.length,
    created: count('create'),
    updated: count('update'),
    unchanged: count('unchanged'),
    skipped: count('skip'),
    createdClosed: actions.reduce((sum, one) => sum + (isClosed(one) ? 1 : 0), 0),
    blocked: log.count('error') > 0,
    findings: log.list(),
    findingGroups: log.groups(),
    findingCounts: { error: log.count('error'), warning: log.count('warning'), info: log.count('info') },
    actions,
  };
}

interface Known {
  bySource: Map<string, ExistingDebt>;
  byHash: Map<string, ExistingDebt>;
  byKey: Map<string, ExistingDebt>;
}

interface Seen {
  /** Content hash of a row without a key, to the first row that has it. */
  hashes: Map<string, number>;
  titles: Map<string, DebtDraft>;
}

// Jira keys are upper case whatever somebody typed; one issue in two spellings must not become two debts.
const foldKey = (key: string): string => key.trim().toUpperCase();

function indexExisting(existing: Iterable<ExistingDebt>): Known {
  const known: Known = { bySource: new Map(), byHash: new Map(), byKey: new Map() };
  for (const debt of existing) {
    if (debt.sourceKey !== null) setLiving(known.bySource, foldKey(debt.sourceKey), debt);
    else if (debt.contentHash !== null) setLiving(known.byHash, debt.contentHash, debt);
    known.byKey.set(foldKey(debt.debtKey), debt);
  }
  return known;
}

/** A living debt is found before a deleted one that has the same key. */
function setLiving(index: Map<string, ExistingDebt>, key: string, debt: ExistingDebt): void {
  const found = index.get(key);
  if (!found || (found.deleted && !debt.deleted)) index.set(key, debt);
}

function identityOf(draft: DebtDraft): string | null {
  if (draft.sourceKey !== null) return `source ${foldKey(draft.sourceKey)}`;
  return draft.debtKey === null ? null : `debt ${foldKey(draft.debtKey)}`;
}

function decide(
  draft: DebtDraft,
  known: Known,
  lastRowOf: ReadonlyMap<string, number>,
  seen: Seen,
  log: FindingLog,
): ImportAction {
  const repeated = findRepeat(draft, lastRowOf, seen, log);
  if (repeated) return repeated;
  noteAlike(draft, seen, log);
  const match = findMatch(draft, known, log);
  if (!match) return { kind: 'create', draft };
  if (match.mergedInto !== null || match.deleted) return skipGone(draft, match, log);
  if (match.contentHash === draft.contentHash) return { kind: 'unchanged', row: draft.row, debtKey: match.debtKey };
  return { kind: 'update', draft, debtKey: match.debtKey };
}

function findRepeat(
  draft: DebtDraft,
  lastRowOf: ReadonlyMap<string, number>,
  seen: Seen,
  log: FindingLog,
): ImportAction | null {
  const identity = identityOf(draft);
  const last = identity === null ? undefined : lastRowOf.get(identity);
  if (last !== undefined && last !== draft.row) {
    const key = draft.sourceKey ?? draft.debtKey ?? '';
    addTo(
      log,
      draft,
      'duplicateKey',
      'warning',
      `${key} is in rows ${draft.row} and ${last}.`,
      `Expected one. Row ${last} counts.`,
    );
    return { kind: 'skip', row: draft.row, reason: 'duplicate', debtKey: null };
  }
  if (identity !== null) return null;
  const first = seen.hashes.get(draft.contentHash);
  if (first === undefined) {
    seen.hashes.set(draft.contentHash, draft.row);
    return null;
  }
  addTo(
    log,
    draft,
    'duplicateRow',
    'warning',
    `Row ${draft.row} says the same as row ${first}.`,
    `Expected one. Row ${first} counts.`,
  );
  return { kind: 'skip', row: draft.row, reason: 'duplicate', debtKey: null };
}

function addTo(
  log: FindingLog,
  draft: DebtDraft,
  code: Finding['code'],
  severity: Finding['severity'],
  message: string,
  suggestion: string,
): void {
  // Every such message names its own rows, so each is a line of its own.
  log.add({ row: draft.row, column: null, code, severity, message, suggestion }, String(draft.row));
}

function noteAlike(draft: DebtDraft, seen: Seen, log: FindingLog): void {
  const title = foldTitle(draft.title);
  if (title === '') return;
  const other = seen.titles.get(title);
  if (!other) {
    seen.titles.set(title, draft);
    return;
  }
  const message = `Same title: ${nameOf(other)} and ${nameOf(draft)}`;
  log.add({
    row: draft.row,
    column: null,
    code: 'alike',
    severity: 'warning',
    message,
    suggestion: 'Expected one. Both come in, marked as alike.',
  });
}

const nameOf = (draft: DebtDraft): string => draft.sourceKey ?? draft.debtKey ?? `row ${draft.row}`;

function findMatch(draft: DebtDraft, known: Known, log: FindingLog): ExistingDebt | null {
  if (draft.sourceKey !== null) {
    const bySource = known.bySource.get(foldKey(draft.sourceKey));
    // Bare numbers start again in every spreadsheet, so a number alone does not make it the same debt.
    if (bySource && /^\d+$/.test(draft.sourceKey)) noteRename(draft, bySource, log);
    if (bySource) return bySource;
  } else {
    const byHash = known.byHash.get(draft.contentHash);
    if (byHash) return byHash;
  }
  const byKey = draft.debtKey === null ? undefined : known.byKey.get(foldKey(draft.debtKey));
  // The same key in another workspace's export is another debt when its source says so.
  if (!byKey || (byKey.sourceKey !== null && draft.sourceKey !== null)) return null;
  noteRename(draft, byKey, log);
  return byKey;
}

function noteRename(draft: DebtDraft, match: ExistingDebt, log: FindingLog): void {
  if (match.contentHash === draft.contentHash || foldTitle(match.title) === foldTitle(draft.title)) return;
  const message = `${match.debtKey} is called ${quoted(match.title)} here and ${quoted(draft.title)} in the file.`;
  const suggestion = 'It will be renamed. If these are two debts, empty the key in the file and import again.';
  addTo(log, draft, 'matchedByKey', 'warning', message, suggestion);
}

function skipGone(draft: DebtDraft, match: ExistingDebt, log: FindingLog): ImportAction {
  const name = draft.sourceKey ?? match.debtKey;
  if (match.mergedInto !== null) {
    addTo(
      log,
      draft,
      'mergedHere',
      'info',
      `${name} was merged into ${match.mergedInto} here.`,
      `Nothing to do. It stays linked to ${match.mergedInto}.`,
    );
    return { kind: 'skip', row: draft.row, reason: 'merged', debtKey: match.mergedInto };
  }
  addTo(
    log,
    draft,
    'deletedHere',
    'warning',
    `${name} was deleted here.`,
    `Restore ${match.debtKey} first, then import again.`,
  );
  return { kind: 'skip', row: draft.row, reason: 'deleted', debtKey: match.debtKey };
}
