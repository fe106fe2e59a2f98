import type { FactorField } from '@/server/domain/importing/import-field';

export type DraftState = 'open' | 'planned' | 'inProgress' | 'resolved' | 'accepted' | 'withdrawn';
export type DraftClosing = 'fixed' | 'duplicate' | 'invalid' | 'wontFix' | 'merged';
export type DraftQuadrant = 'deliberatePrudent' | 'deliberateReckless' | 'inadvertentPrudent' | 'inadvertentReckless';

/** A name as the file has it, and the id of who or what it was found to be; null where nobody fits. */
export interface NamedReference {
  name: string;
  id: string | null;
}

/** One row of the file as a debt that does not exist yet. Plain data; nothing here was looked up or written. */
export interface DebtDraft {
  /** Data row, from 1. */
  row: number;
  /** Physical line on which the row starts, from 1; multi-line cells make it run ahead of `row`. */
  line: number;
  sourceKey: string | null;
  /** The key in a Paydown export (`TD-12`): kept if it is free, else a new one is given. */
  debtKey: string | null;
  title: string;
  /** Markdown. */
  description: string;
  state: DraftState;
  closedAs: DraftClosing | null;
  factors: Record<FactorField, number | null>;
  effortHalfDays: number | null;
  interestHoursPerMonth: number | null;
  quadrant: DraftQuadrant | null;
  notDebtReason: string | null;
  owner: NamedReference | null;
  reporter: NamedReference | null;
  team: NamedReference | null;
  services: NamedReference[];
  labels: string[];
  /** Plain days, `YYYY-MM-DD`. */
  incurredOn: string | null;
  closedOn: string | null;
  revisitOn: string | null;
  acceptedUntil: string | null;
  scoredOn: string | null;
  /** UTC instant, known only where the file gives a time of day. */
  createdAt: string | null;
  repaymentPlan: string | null;
  productSentence: string | null;
  /** Hash of what the row means here (not of columns that were kept aside), equal when a re-import changes nothing. */
  contentHash: string;
  /** The cells as they were, in file order; `originalOf` names them. Shared with the parsed file, never copied. */
  cells: readonly string[];
}

export interface ImportMember {
  id: string;
  name: string;
  email: string;
}
export interface ImportTeam {
  id: string;
  name: string;
}
export interface ImportService {
  id: string;
  key: string;
  name: string;
}

/** What the pure importer has to be told. `timeZone` is an IANA name, or null when nobody has chosen one yet. */
export interface ImportContext {
  /** UTC instant of the import. */
  now: string;
  timeZone: string | null;
  members: readonly ImportMember[];
  teams: readonly ImportTeam[];
  services: readonly ImportService[];
}

/** The row as it was: column and value of every non-empty cell, repeated headers repeated, in file order. */
export function originalOf(header: readonly string[], cells: readonly string[]): [string, string][] {
  const pairs: [string, string][] = [];
  cells.forEach((value, index) => {
    if (value !== '') pairs.push([header[index] ?? '', value]);
  });
  return pairs;
}
