import type { RecordLayout } from '@/server/domain/decision-record/record';
import type {
  PlannedRecord,
  RecordFinding,
  RegisterImportPreview,
  RegisterImportStatus,
} from '@/server/modules/register-import/contract';

/** "1 file", "1,234 files": a figure with its noun. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? noun : plural}`;
}

export function sizeText(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte');
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const layoutWords: Record<RecordLayout, string> = {
  madr4: 'MADR 4',
  madr3: 'MADR 3',
  madr2: 'MADR 2',
  madr1: 'MADR 1',
  'adr-tools': 'adr-tools',
  nygard: 'Nygard',
  log4brains: 'Log4brains',
  docusaurus: 'Docusaurus',
  jekyll: 'Jekyll',
  table: 'a table',
  rst: 'reStructuredText',
  adoc: 'AsciiDoc',
  'json-adr': 'JSON-ADR',
  markdown: 'other Markdown',
};
const words: Readonly<Record<string, string>> = layoutWords;

/** "22 files, 18 kB · 19 as MADR 4, 3 as adr-tools". */
export function fileText({ files, byteLength, layouts }: RegisterImportPreview): string {
  const read = layouts.map(({ layout, count }) => `${count.toLocaleString('en-GB')} as ${words[layout] ?? layout}`);
  return `${counted(files, 'file')}, ${sizeText(byteLength)}${read.length > 0 ? ` · ${read.join(', ')}` : ''}`;
}

type Counts = Pick<RegisterImportPreview, 'created' | 'updated'>;

/** What the button does: "Import 17 decisions". */
export function importLabel({ created, updated }: Counts): string {
  const count = created + updated;
  if (count === 0) return 'Nothing to import';
  return created === 0 ? `Update ${counted(count, 'decision')}` : `Import ${counted(count, 'decision')}`;
}

/** What the bar at the bottom promises. */
export function promiseText({ created, updated, records }: RegisterImportPreview): string {
  const count = created + updated;
  if (records.length === 0) return 'There is no decision record among these files. Nothing is written.';
  if (count === 0) return 'Nothing is written: the register already has all that these files say.';
  const together =
    count === 1
      ? 'It comes in whole or not at all'
      : `All ${count.toLocaleString('en-GB')} come in together or not at all`;
  return `Nothing is written yet. ${together}, and every file is kept as it is.`;
}

/** "17 created, 2 updated". */
export function outcomeText({ created, updated, unchanged, kept }: RegisterImportStatus): string {
  const parts = [
    created > 0 ? `${created.toLocaleString('en-GB')} created` : '',
    updated > 0 ? `${updated.toLocaleString('en-GB')} updated` : '',
    unchanged > 0 ? `${unchanged.toLocaleString('en-GB')} unchanged` : '',
    kept > 0 ? `${kept.toLocaleString('en-GB')} kept as edited here` : '',
  ].filter(Boolean);
  return parts.join(', ') || 'no records among the files';
}

const severityOrder = { error: 0, warning: 1, info: 2 } as const;

export type FindingGroup = { code: string; severity: RecordFinding['severity']; findings: RecordFinding[] };

/** Findings of one kind together, the gravest first and of those the most frequent. */
export function groupFindings(findings: readonly RecordFinding[]): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.code}`;
    const group = groups.get(key);
    if (group) group.findings.push(finding);
    else groups.set(key, { code: finding.code, severity: finding.severity, findings: [finding] });
  }
  return [...groups.values()].sort(
    (a, b) => severityOrder[a.severity] - severityOrder[b.severity] || b.findings.length - a.findings.length,
  );
}

/** "found → expected", as its two halves. */
export function halvesOf(message: string): { found: string; expected: string } {
  const at = message.indexOf(' → ');
  if (at < 0) return { found: message, expected: '' };
  return { found: message.slice(0, at), expected: message.slice(at + 3) };
}

function doubt({ status, findings }: PlannedRecord): number {
  if (findings.some(({ severity }) => severity === 'error')) return 0;
  if (status === 'unknown') return 1;
  return findings.some(({ severity }) => severity === 'warning') ? 2 : 3;
}

const settled: Record<PlannedRecord['action'], number> = { create: 0, update: 0, keep: 1, unchanged: 2 };

/** What would be written before what is left alone, of those the least certain first, then by path. */
export function leastCertainFirst(records: readonly PlannedRecord[]): PlannedRecord[] {
  return [...records].sort(
    (a, b) => settled[a.action] - settled[b.action] || doubt(a) - doubt(b) || (a.path < b.path ? -1 : 1),
  );
}
