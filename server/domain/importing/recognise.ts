import { knownName } from '@/server/domain/importing/column-alias';
import { customFieldName, normaliseName } from '@/server/domain/importing/column-name';
import type { CsvRow } from '@/server/domain/importing/parse-csv';

export type ImportFormat = 'jira' | 'csv';
export type ImportDialect = 'cloud' | 'server' | 'dataPipeline' | 'paydown';

export interface Recognition {
  format: ImportFormat;
  /** `paydown` is Paydown's own CSV export; null for any other plain CSV. */
  dialect: ImportDialect | null;
  /** 0 to 1: how sure the format is. */
  confidence: number;
  /** Distinct project prefixes of the issue keys, in order of appearance, at most 20. */
  projectKeys: string[];
  /** Positions of columns whose values are all distinct issue keys, whatever their header says. */
  keyPositions: number[];
}

const ROWS_LOOKED_AT = 200;
const ISSUE_KEY = /^[A-Z][A-Z0-9_]{0,29}-\d{1,10}$/;
const PROJECT_KEYS_LISTED = 20;

/** Paydown's own export; its Key is not a source key, so it must not be taken for a tracker's. */
const PAYDOWN_HEADINGS = ['key', 'title', 'state', 'velocity tax', 'remediation cost', 'product sentence'];

/** Tells a Jira export of any language, column order and generation from other CSV, by its header and its keys. */
export function recognise(header: readonly string[], rows: readonly CsvRow[]): Recognition {
  const names = new Set(header.map(normaliseName));
  const keyPositions = findKeyPositions(header, rows);
  if (PAYDOWN_HEADINGS.every((name) => names.has(name))) {
    return { format: 'csv', dialect: 'paydown', confidence: 1, projectKeys: [], keyPositions };
  }
  const projectKeys = listProjectKeys(rows, keyPositions[0]);
  const score = jiraScore(header, keyPositions.length > 0);
  if (score < 0.5) return { format: 'csv', dialect: null, confidence: 1 - score, projectKeys, keyPositions };
  return {
    format: 'jira',
    dialect: jiraDialect(header, names),
    confidence: Math.min(1, score),
    projectKeys,
    keyPositions,
  };
}

function findKeyPositions(header: readonly string[], rows: readonly CsvRow[]): number[] {
  const sample = rows.slice(0, ROWS_LOOKED_AT);
  return header.flatMap((_, position) => {
    const values = sample.map((row) => (row.cells[position] ?? '').trim());
    const matching = values.filter((value) => ISSUE_KEY.test(value));
    const unique = new Set(matching).size === matching.length || sample.length > 20;
    return matching.length > 0 &&
      matching.length === values.length &&
      unique &&
      new Set(matching).size * 2 > matching.length
      ? [position]
      : [];
  });
}

function jiraScore(header: readonly string[], hasKeys: boolean): number {
  const concepts = new Set(header.map((name) => knownName(name)?.concept));
  const names = new Set(header.map(normaliseName));
  let score = hasKeys ? 0.25 : 0;
  if (concepts.has('issueId')) score += 0.25;
  if (concepts.has('issueType')) score += 0.2;
  if (concepts.has('statusCategory')) score += 0.2;
  if (concepts.has('projectKey')) score += 0.2;
  if (header.some((name) => customFieldName(name) !== null)) score += 0.3;
  if (names.has('issue key') || names.has('work item key')) score += 0.3;
  if (hasKeys && concepts.has('issueType') && concepts.has('state')) score += 0.15;
  if (names.has('instance url') && names.has('issue type')) score += 0.5;
  // Without a title or a key it cannot be read as Jira, however much of the rest is there.
  if (!concepts.has('title') || !(concepts.has('sourceKey') || hasKeys)) score = Math.min(score, 0.4);
  // GitLab and Plane also have an id and a project, but never an issue type.
  if (!concepts.has('issueType') && !names.has('issue key') && !concepts.has('statusCategory')) score -= 0.2;
  return Math.max(0, Math.min(1, score));
}

function jiraDialect(header: readonly string[], names: ReadonlySet<string>): ImportDialect {
  if (names.has('instance url') || (names.has('project key') && header.includes('issue_type'))) return 'dataPipeline';
  const server = header.some((name) => /\/s$|\/en$|\/es$/.test(name)) || header.includes('Due Date');
  const cloud = names.has('status category') || names.has('assignee id') || names.has('project lead id');
  return server && !cloud ? 'server' : 'cloud';
}

function listProjectKeys(rows: readonly CsvRow[], position: number | undefined): string[] {
  if (position === undefined) return [];
  const keys = new Set<string>();
  for (const row of rows) {
    const key = (row.cells[position] ?? '').trim();
    if (ISSUE_KEY.test(key)) keys.add(key.slice(0, key.lastIndexOf('-')));
    if (keys.size === PROJECT_KEYS_LISTED) break;
  }
  return [...keys];
}
