import { decodeEntities, dropComments } from '@/server/domain/decision-record/record-text';
import { isPlaceholder } from '@/server/domain/decision-record/status-word';

export interface TitleReading {
  title: string;
  /** The number that stands before the title, null when none does. */
  number: number | null;
}

const NAMED =
  /^(?:[\w&' -]{1,60} [-–—] )?(?:[\w]{1,20}-)?(?:M?ADR|RFC|RFD)(?:[-# ]{0,2}(?:[A-Za-z]{1,12}-)?(\d{1,6}))?\s{0,3}(?:[:.–—]|-(?=\s))\s{0,3}(?=\S)/i;
const WORDED =
  /^(?:architecture|architectural|architectural design) decision(?: record)?s?(?: ?#?(\d{1,6}))?\s{0,3}[:.–—-]\s{0,3}(?=\S)/i;
const RFD = /^(?:RFD|RFC)\s(\d{1,6})\s(?=\S)/;
const NUMBERED = /^#?(\d{1,6})\s?[.:)]\s{1,3}(?=\S)/;
const SPACED = /^(?:M?ADR[- #]?(?=\d{1,6}\s)|(?=0\d{2,5}\s|\d{4,6}\s))(\d{1,6})\s{1,3}(?=\S)/i;
const DASHED = /^#?(\d{1,6})\s{0,2}[-–—]\s{1,3}(?=\S)/;
const SECTIONS = new Set(['status', 'context', 'decision', 'consequences', 'date', 'deciders', 'summary', 'problem']);

/** The heading of a section that somebody wrote at the first level. */
export function isSectionName(heading: string): boolean {
  return SECTIONS.has(heading.trim().replace(/:$/, '').toLowerCase());
}

/**
 * A title without what stands before it: `12. `, `ADR 004: `, `Architecture Decision Record: `. One prefix is taken,
 * and a title is never cut at its first dot: "Use Node.js" stays.
 */
export function readTitle(heading: string, fileNumber: number | null): TitleReading {
  const text = decodeEntities(dropComments(heading)).replace(/\s+/g, ' ').trim();
  const match = NAMED.exec(text) ?? WORDED.exec(text) ?? RFD.exec(text) ?? NUMBERED.exec(text);
  if (match) {
    return { title: text.slice(match[0].length), number: match[1] === undefined ? null : Number(match[1]) };
  }
  const spaced = SPACED.exec(text);
  if (spaced && Number(spaced[1]) === fileNumber) return { title: text.slice(spaced[0].length), number: fileNumber };
  const dashed = DASHED.exec(text);
  // "2021 - a review" keeps its year unless that is what the file is numbered.
  if (dashed && Number(dashed[1]) === fileNumber) return { title: text.slice(dashed[0].length), number: fileNumber };
  return { title: text, number: null };
}

/** The heading of an unfilled template. */
export function isTemplateTitle(heading: string): boolean {
  const text = dropComments(heading).trim();
  const bare = text.replace(/^(?:NUMBER\.|#?\d{0,6}[.:]?|ADR[- ]?\d{0,6}:?)\s{0,3}/i, '');
  if (isPlaceholder(text) || isPlaceholder(bare)) return true;
  if (/^\{[^{}]{1,200}\}$|^<[^<>]{1,200}>$/.test(bare) || /^\[[^[\]]{1,200}\]$/.test(bare)) return true;
  return (
    /^(?:title|short title|your title|NUMBER\. TITLE|TITLE|title of (?:the )?(?:adr|decision))$/.test(text) ||
    isTemplateName(text)
  );
}

function isTemplateName(text: string): boolean {
  return /^(?:[\w&' -]{0,60}[ -])?(?:adr|madr|(?:architectur(?:e|al) )?decision(?: record)?) template$/i.test(text);
}
