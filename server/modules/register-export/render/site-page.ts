import { statusLabels } from '@/server/domain/decision/status';
import type { ExportRecord, ReadRelationType } from '@/server/domain/decision-record/record';
import { dateToDay } from '@/server/domain/field/day';
import { dayText } from '@/server/domain/scoring/day';
import { escapeHtml } from './site-html';

export type SitePlace = { workspace: string; register: string; description: string; at: Date };
export type PageRecord = { record: ExportRecord; revision: number; revisedAt: Date | null };
/** A relation from the side of the page it stands on; without `href` its other end is not in the site. */
export type PageRelation = { type: ReadRelationType | 'neededBy'; partial: boolean; text: string; href: string | null };

const words: Record<PageRelation['type'], string> = {
  supersedes: 'Supersedes',
  supersededBy: 'Superseded by',
  amends: 'Amends',
  amendedBy: 'Amended by',
  dependsOn: 'Depends on',
  neededBy: 'Needed by',
  relates: 'Relates to',
  conflicts: 'Conflicts with',
};

function document(title: string, root: string, main: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${root}style.css">
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`;
}

export const nameOf = ({ number, title }: ExportRecord): string => (number === null ? title : `${number}. ${title}`);

const days = (day: string | null): string => (day === null ? '' : dayText(day));

function factsOf({ record, revision, revisedAt }: PageRecord, relations: readonly PageRelation[]): string {
  const { status, rawStatus } = record;
  const isOther = rawStatus !== '' && rawStatus.toLowerCase() !== status;
  const facts: [string, string][] = [
    ['Status', `${statusLabels[status]}${isOther ? ` (the file says “${rawStatus}”)` : ''}`],
    ['Date', days(record.date) || record.rawDate],
    ['Deciders', record.deciders.join(', ')],
    ['Consulted', record.consulted.join(', ')],
    ['Informed', record.informed.join(', ')],
    ['Tags', record.tags.join(', ')],
    ['Services', record.services.join(', ')],
    ['Revisit on', days(record.revisitOn)],
    ['Revisit when', record.revisitCondition],
    ['Expires on', days(record.expiresOn)],
    ['Revision', `${revision}${revisedAt ? `, ${dayText(dateToDay(revisedAt))}` : ''}`],
  ];
  const plain = facts.filter(([, value]) => value !== '').map(([term, value]) => [term, escapeHtml(value)] as const);
  const linked = relations.map(({ type, partial, text, href }) => {
    const shown = escapeHtml(text);
    return [
      `${words[type]}${partial ? ', in part' : ''}`,
      href === null ? shown : `<a href="${escapeHtml(href)}">${shown}</a>`,
    ] as const;
  });
  return [...plain, ...linked].map(([term, value]) => `<dt>${term}</dt><dd>${value}</dd>`).join('\n');
}

export function recordPage(
  place: SitePlace,
  page: PageRecord,
  { relations, body }: { relations: readonly PageRelation[]; body: string },
): string {
  const { record } = page;
  const sentence =
    record.productSentence === '' ? '' : `<p class="sentence">${escapeHtml(record.productSentence)}</p>\n`;
  return document(
    `${nameOf(record)} · ${place.register}`,
    '../',
    `<p class="kicker"><a href="../index.html">${escapeHtml(place.register)}</a>${record.number === null ? '' : ` / <span class="number">${record.number}</span>`}</p>
<h1>${escapeHtml(record.title)}</h1>
${sentence}<dl>
${factsOf(page, relations)}
</dl>
<article class="record">
${body}
</article>
<footer>Exported from ${escapeHtml(place.workspace)} on ${dayText(dateToDay(place.at))}.</footer>`,
  );
}

export function indexPage(place: SitePlace, rows: readonly { record: ExportRecord; href: string }[]): string {
  const body = rows
    .map(
      ({ record, href }) =>
        `<tr><td class="number">${record.number ?? ''}</td><td><a href="${escapeHtml(href)}">${escapeHtml(record.title)}</a></td><td><span class="chip">${statusLabels[record.status]}</span></td><td class="number">${escapeHtml(days(record.date))}</td></tr>`,
    )
    .join('\n');
  const inForce = rows.filter(({ record }) => record.status === 'accepted').length;
  const about = place.description === '' ? '' : `<p>${escapeHtml(place.description)}</p>\n`;
  return document(
    place.register,
    '',
    `<h1>${escapeHtml(place.register)}</h1>
${about}<p class="note">${rows.length === 1 ? 'One decision' : `${rows.length} decisions`}, ${inForce} in force. Exported from ${escapeHtml(place.workspace)} on ${dayText(dateToDay(place.at))}.</p>
<div class="scroll">
<table>
<thead><tr><th scope="col">No.</th><th scope="col">Title</th><th scope="col">Status</th><th scope="col">Date</th></tr></thead>
<tbody>
${body}
</tbody>
</table>
</div>`,
  );
}
