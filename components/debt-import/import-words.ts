import type { ImportPreview, ImportStatus } from '@/server/modules/debt-import/contract';

const dialects: Record<NonNullable<ImportPreview['dialect']>, string> = {
  cloud: 'Jira Cloud',
  server: 'Jira Server',
  dataPipeline: 'Jira data pipeline',
  paydown: 'Paydown’s own export',
};

/** "1 row", "1,234 rows": a figure with its noun. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? noun : plural}`;
}

export function sizeText(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte');
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** What the file was taken for, as "Recognised as …" goes on. */
export function formatText({ format, dialect }: Pick<ImportPreview, 'format' | 'dialect'>): string {
  if (dialect) return dialects[dialect];
  return format === 'jira' ? 'Jira' : 'CSV';
}

/** "140 rows, 56 columns, 57 kB, project SHOP". */
export function fileText(preview: ImportPreview): string {
  const { rows, columnCount, byteLength, projectKeys } = preview;
  const before = preview.updated + preview.unchanged;
  const projects =
    projectKeys.length > 0
      ? ` · ${projectKeys.length === 1 ? 'project' : 'projects'} ${projectKeys.slice(0, 4).join(', ')}${projectKeys.length > 4 ? ` and ${projectKeys.length - 4} more` : ''}`
      : '';
  const known = before > 0 ? ` · ${counted(before, 'of these came', 'of these came')} in before` : '';
  return `${counted(rows, 'row')}, ${counted(columnCount, 'column')}, ${sizeText(byteLength)}${projects}${known}`;
}

/** What the button does: "Import 134 debts". */
export function importLabel({ created, updated }: Pick<ImportPreview, 'created' | 'updated'>): string {
  const count = created + updated;
  return count === 0 ? 'Nothing to import' : `Import ${counted(count, 'debt')}`;
}

/** What the bar at the bottom promises, or why nothing can come in yet. */
export function promiseText(preview: ImportPreview): string {
  const { created, updated, blocked, findingCounts } = preview;
  if (blocked) {
    const { error } = findingCounts;
    return `Nothing can come in yet: ${error === 1 ? 'one thing has' : `${error.toLocaleString('en-GB')} things have`} to be right first. They stand at the top of the findings.`;
  }
  const count = created + updated;
  if (count === 0) return 'Nothing is written: the backlog already says all that this file does.';
  const together =
    count === 1
      ? 'It comes in whole or not at all'
      : `All ${count.toLocaleString('en-GB')} come in together or not at all`;
  return `Nothing is written yet. ${together}, and you can undo the import afterwards.`;
}

/** What an undo did, and which debts it left alone. */
export function undoneText({
  deleted,
  restored,
  keptBecauseChanged: kept,
}: NonNullable<ImportStatus['undone']>): string {
  const parts = [
    deleted > 0 ? `${counted(deleted, 'debt')} deleted again` : '',
    restored > 0 ? `${counted(restored, 'debt')} put back to what ${restored === 1 ? 'it was' : 'they were'}` : '',
  ].filter(Boolean);
  const what = parts.length > 0 ? `${parts.join(', ')}.` : 'There was nothing left to take back.';
  if (kept.length === 0) return what;
  const names = kept.slice(0, 5).join(', ');
  const more = kept.length > 5 ? ` and ${kept.length - 5} more` : '';
  const verb = kept.length === 1 ? 'stays: somebody has changed it' : 'stay: somebody has changed them';
  return `${what} ${names}${more} ${verb} since the import.`;
}

/** "128 created, 6 updated". */
export function outcomeText({ created, updated, unchanged, skipped }: ImportStatus): string {
  const parts = [
    created > 0 ? `${created.toLocaleString('en-GB')} created` : '',
    updated > 0 ? `${updated.toLocaleString('en-GB')} updated` : '',
    unchanged > 0 ? `${unchanged.toLocaleString('en-GB')} unchanged` : '',
    skipped > 0 ? `${skipped.toLocaleString('en-GB')} skipped` : '',
  ].filter(Boolean);
  return parts.join(', ') || 'nothing came in';
}

const fieldWords: Record<string, string> = {
  description: 'Notes',
  productSentence: 'Product sentence',
  repaymentPlan: 'Repayment plan',
  closedAs: 'Closed as',
  velocityTax: 'Velocity tax',
  remediationCost: 'Remediation cost',
  effortHalfDays: 'Effort',
  interestMinutesPerMonth: 'Interest',
  notDebtReason: 'Not debt because',
  ownerId: 'Owner',
  teamId: 'Team',
  serviceIds: 'Services',
  incurredOn: 'Incurred on',
  revisitOn: 'Revisit on',
  acceptedUntil: 'Accepted until',
  reportedBy: 'Reported by',
};

export function fieldText(field: string): string {
  return fieldWords[field] ?? `${field.slice(0, 1).toUpperCase()}${field.slice(1)}`;
}
