import { documentDay, type ExportDocument, type ExportRow, rowSeverity } from '@/server/domain/export/export-document';
import { methodOf } from '@/server/domain/export/method';
import { type ExportSummary, type RankedRow, summarise } from '@/server/domain/export/summary';
import { halfDaysToDays } from '@/server/domain/scoring/cost';
import { dayText } from '@/server/domain/scoring/day';
import { notDebtText } from '@/server/domain/scoring/quadrant';
import { rankText } from '@/server/domain/scoring/ranking';
import { scoreText } from '@/server/domain/scoring/score';
import { floorText } from '@/server/domain/scoring/severity-floor';
import { acceptanceStatus, closureLabels, stateLabels } from '@/server/domain/scoring/state';

// Control characters, and the marks that reorder what surrounds them: an export must read the same everywhere.
const hidden = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]+/g;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * Somebody's text as one line of Markdown that shows exactly that text: no markup, no HTML, no new table cell.
 * Right-to-left text is isolated, so that it cannot reorder the cells around it.
 */
export function plainInline(text: string): string {
  const oneLine = text.replace(hidden, ' ').replace(/\s+/g, ' ').trim();
  const escaped = oneLine
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    // Readers of Markdown link bare addresses by themselves, and would show the escapes above inside one.
    .replace(/:\/\/|@|www\./gi, (sign) => `${sign.slice(0, -1)}\\${sign.slice(-1)}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
  return rightToLeft.test(oneLine) ? `\u2068${escaped}\u2069` : escaped;
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

function effortText(halfDays: number | null): string {
  return halfDays === null ? 'not set' : `${halfDaysToDays(halfDays)} d`;
}

function stateText(row: ExportRow, today: string): string {
  const label = stateLabels[row.state];
  if (row.notDebtReason !== null)
    return `${label}, not debt: ${plainInline(notDebtText(row.notDebtReason).toLowerCase())}`;
  if (row.closedAs !== null && row.state === 'withdrawn')
    return `${label}: ${closureLabels[row.closedAs].toLowerCase()}`;
  if (row.state !== 'accepted' || row.acceptedUntil === null) return label;
  const expired = acceptanceStatus(row.acceptedUntil, today) === 'expired';
  return `${label} until ${dayText(row.acceptedUntil)}${expired ? ', expired' : ''}`;
}

function named(text: string | null, missing: string): string {
  return text === null || text.trim() === '' ? missing : plainInline(text);
}

function tailCells(row: ExportRow, today: string): string[] {
  return [
    effortText(row.effortHalfDays),
    stateText(row, today),
    named(row.owner, 'nobody'),
    named(row.services.join(', '), 'none'),
  ];
}

function* head(document: ExportDocument, summary: ExportSummary): Generator<string> {
  const time = document.generatedAt.slice(11, 16);
  yield `# Technical debt of ${plainInline(document.workspaceName)}\n\n`;
  yield `${dayText(documentDay(document))}, ${time} UTC. ${plainInline(document.filterSentence)}. `;
  yield `Scored by the ${plainInline(document.model.name)} model, version ${document.model.version}.\n\n`;
  yield '## In short\n\n';
  for (const figure of summary.figures) yield `- **${figure.label}**: ${figure.text}\n`;
  yield '\n';
}

function laneItem({ row, factors, scoreThirds }: RankedRow, today: string): string {
  const facts = [
    `impact ${factors.impact}, likelihood ${factors.likelihood}`,
    `score ${scoreText(scoreThirds)}`,
    `effort ${effortText(row.effortHalfDays)}`,
    `state ${stateText(row, today)}`,
    `owner ${named(row.owner, 'nobody')}`,
  ];
  return `- **${plainInline(row.key)}** ${plainInline(row.title)}: ${facts.join('; ')}\n`;
}

function* lane(document: ExportDocument, summary: ExportSummary): Generator<string> {
  const today = documentDay(document);
  yield '## Decide explicitly\n\n';
  yield `At the severity floor (${floorText(document.floor)}), whatever the score.\n\n`;
  if (summary.undecided.length === 0) yield 'Nothing waits for a decision.\n';
  for (const item of summary.undecided) yield laneItem(item, today);
  if (summary.decided.length > 0) {
    yield '\nDecided already:\n\n';
    for (const item of summary.decided) yield laneItem(item, today);
  }
  yield '\n';
}

function* ranking(document: ExportDocument, summary: ExportSummary): Generator<string> {
  const today = documentDay(document);
  yield '## Ranked\n\n';
  if (summary.ranked.length === 0) {
    yield 'Nothing in this view has a score.\n\n';
    return;
  }
  yield tableRow(['#', 'Key', 'Debt', 'Score', 'Severity', 'Effort', 'State', 'Owner', 'Services']);
  yield tableRow(['--:', '---', '---', '--:', '--:', '--:', '---', '---', '---']);
  for (const { row, rank, scoreThirds } of summary.ranked) {
    yield tableRow([
      rankText(rank),
      plainInline(row.key),
      plainInline(row.title),
      scoreText(scoreThirds),
      rowSeverity(row)?.toFixed(1) ?? '',
      ...tailCells(row, today),
    ]);
  }
  yield '\n';
}

function* others(title: string, rows: readonly ExportRow[], today: string): Generator<string> {
  if (rows.length === 0) return;
  yield `## ${title}\n\n`;
  yield tableRow(['Key', 'Debt', 'Effort', 'State', 'Owner', 'Services']);
  yield tableRow(['---', '---', '--:', '---', '---', '---']);
  for (const row of rows) yield tableRow([plainInline(row.key), plainInline(row.title), ...tailCells(row, today)]);
  yield '\n';
}

const sentencesShown = 10;

function* sentences(summary: ExportSummary): Generator<string> {
  const first = summary.ranked.slice(0, sentencesShown);
  if (first.length === 0) return;
  yield '## What they mean for a user\n\n';
  for (const { row } of first) {
    yield `- **${plainInline(row.key)}** ${plainInline(row.title)}: ${named(row.productSentence, 'not written yet')}\n`;
    if (row.repaymentPlan.trim() !== '') yield `  - Plan: ${plainInline(row.repaymentPlan)}\n`;
  }
  yield '\n';
}

function* method(document: ExportDocument): Generator<string> {
  const { formula, anchors, factors, notes } = methodOf(document.floor);
  yield `## Method\n\n${formula}.\n\n`;
  yield tableRow(['Factor', ...anchors.map(String)]);
  yield tableRow(['---', ...anchors.map(() => '---')]);
  for (const { label, hint, levels } of factors) {
    const anchored = levels.filter(({ level }) => anchors.includes(level)).map(({ sentence }) => sentence);
    yield tableRow([`${label} (${hint.toLowerCase()})`, ...anchored]);
  }
  yield '\n2 and 4 lie between their neighbours.\n';
  for (const note of notes) yield `\n**${note.title}.** ${note.text}\n`;
}

/**
 * The document that a meeting reads, piece by piece: figures with their coverage, the lane of explicit decisions,
 * the ranked table, what the first ten mean for a user, and the method. GitHub-flavoured Markdown.
 */
export function* markdownPieces(document: ExportDocument): Generator<string, void, undefined> {
  const summary = summarise(document);
  const today = documentDay(document);
  yield* head(document, summary);
  yield* lane(document, summary);
  yield* ranking(document, summary);
  yield* others('Not scored', summary.unscored, today);
  yield* others('Closed', summary.closed, today);
  yield* sentences(summary);
  yield* method(document);
}
