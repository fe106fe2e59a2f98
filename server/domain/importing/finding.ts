import { IMPORT_LIMIT } from '@/server/domain/importing/import-limit';

export type FindingSeverity = 'error' | 'warning' | 'info';

export type FindingCode =
  // the file
  | 'encodingGuessed'
  | 'loneQuote'
  | 'emptyRow'
  | 'missingCells'
  | 'extraCells'
  | 'emptyHeader'
  | 'rowCap'
  | 'noRows'
  | 'noTitleColumn'
  | 'timeZoneNeeded'
  | 'ambiguousDate'
  | 'mixedDateOrder'
  // one row
  | 'titleMissing'
  | 'titleTooLong'
  | 'titleFormula'
  | 'controlCharacters'
  | 'valueTrimmed'
  | 'guardRemoved'
  | 'textTooLong'
  | 'factorInvalid'
  | 'effortInvalid'
  | 'effortRounded'
  | 'effortZero'
  | 'interestInvalid'
  | 'dateInvalid'
  | 'dateInFuture'
  | 'updatedBeforeCreated'
  | 'descriptionCut'
  | 'unknownState'
  | 'unknownStatusCategory'
  | 'unknownResolution'
  | 'resolutionWithoutClosing'
  | 'unknownQuadrant'
  | 'unknownMember'
  | 'ambiguousMember'
  | 'unknownTeam'
  | 'unknownService'
  | 'unknownMention'
  | 'noAssignee'
  | 'subtaskWithoutParent'
  | 'labelDropped'
  | 'severalValues'
  // the plan
  | 'duplicateKey'
  | 'duplicateRow'
  | 'alike'
  | 'mergedHere'
  | 'deletedHere'
  | 'matchedByKey';

/**
 * One thing that was dropped, guessed, repaired or refused. `row` counts data rows from 1 (the header is not
 * counted, so it is one less than the number a spreadsheet shows); null where the whole file is meant.
 */
export interface Finding {
  row: number | null;
  column: string | null;
  code: FindingCode;
  severity: FindingSeverity;
  message: string;
  suggestion: string;
}

/** Findings that say the same thing about several rows, for a preview a person can read. */
export interface FindingGroup {
  code: FindingCode;
  severity: FindingSeverity;
  /** Skipped rows are listed apart from doubts: nothing is wrong with them. */
  section: 'error' | 'skipped' | 'warning' | 'info';
  column: string | null;
  /** The first rows only, at most `IMPORT_LIMIT.rowsPerGroup`; `count` is the true number. */
  rows: number[];
  count: number;
  message: string;
  suggestion: string;
}

const SKIPPED: ReadonlySet<FindingCode> = new Set(['mergedHere', 'deletedHere', 'duplicateKey', 'duplicateRow']);
const SECTION_ORDER = { error: 0, skipped: 1, warning: 2, info: 3 } as const;

/** Collects findings of any number in bounded memory: a capped flat list and capped groups with true counts. */
export interface FindingLog {
  /** `subject` separates groups of one code: two unknown teams are two lines, forty rows of one team are one. */
  add(finding: Finding, subject?: string): void;
  /** Errors first, then warnings, then information; in file order within each; capped for output. */
  list(): Finding[];
  groups(): FindingGroup[];
  count(severity: FindingSeverity): number;
}

export function createFindingLog(): FindingLog {
  const flat: Record<FindingSeverity, Finding[]> = { error: [], warning: [], info: [] };
  const counts: Record<FindingSeverity, number> = { error: 0, warning: 0, info: 0 };
  const groups = new Map<string, FindingGroup>();

  const groupFor = (finding: Finding, subject: string): FindingGroup => {
    const exact = `${finding.code}\u0000${finding.column ?? ''}\u0000${subject}`;
    const found = groups.get(exact);
    if (found) return found;
    // Past the cap the subject is dropped, so that a column of fifty thousand unknown names stays one line.
    const key = groups.size >= IMPORT_LIMIT.groups ? finding.code : exact;
    const kept = groups.get(key);
    if (kept) return kept;
    const { code, severity, column, message, suggestion } = finding;
    const section = SKIPPED.has(code) ? 'skipped' : severity;
    const group: FindingGroup = { code, severity, section, column, rows: [], count: 0, message, suggestion };
    groups.set(key, group);
    return group;
  };

  return {
    add(finding, subject = '') {
      counts[finding.severity] += 1;
      if (flat[finding.severity].length < IMPORT_LIMIT.findingsListed) flat[finding.severity].push(finding);
      const group = groupFor(finding, subject);
      group.count += 1;
      if (finding.row !== null && group.rows.length < IMPORT_LIMIT.rowsPerGroup) group.rows.push(finding.row);
    },
    list: () => [...flat.error, ...flat.warning, ...flat.info].slice(0, IMPORT_LIMIT.findingsListed),
    groups: () =>
      [...groups.values()].sort(
        (a, b) => SECTION_ORDER[a.section] - SECTION_ORDER[b.section] || (a.rows[0] ?? 0) - (b.rows[0] ?? 0),
      ),
    count: (severity) => counts[severity],
  };
}
