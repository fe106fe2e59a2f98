import type { Home } from '@/server/modules/home/contract';
import { numberText } from './home-words';

export type LedgerKind = Home['lines'][number]['kind'];

export const lineLabels: Readonly<Record<LedgerKind, string>> = {
  new: 'New',
  reopened: 'Reopened',
  resolved: 'Resolved',
  withdrawn: 'Withdrawn',
  deleted: 'Deleted',
};

/** Whether a line of the week adds to the open backlog or takes from it. */
export function signOf(kind: LedgerKind): 1 | -1 {
  return kind === 'new' || kind === 'reopened' ? 1 : -1;
}

/** The identity of the week, read backwards: "63 open today − 2 new + 1 resolved = 62". Lines of nothing are left out. */
export function sumText(home: Home, measure: 'count' | 'effortDays'): string {
  const parts = home.lines
    .filter((line) => line[measure] !== 0)
    .map((line) => `${signOf(line.kind) > 0 ? '−' : '+'} ${numberText(line[measure])} ${line.kind}`);
  const closing = `${numberText(home.closing[measure])} open today`;
  return parts.length > 0 ? `${[closing, ...parts].join(' ')} = ${numberText(home.opening[measure])}` : closing;
}
