import { passageCarrier } from '@/server/domain/anchoring/carry';
import { documentText } from '@/server/domain/anchoring/document-text';
import { anchorOf, locate, type Passage, passageFinder } from '@/server/domain/anchoring/passage';
import { invalid } from '@/server/platform/errors';
import type { Anchor } from '../contract';

type Revision = { number: number; body: string };
type Anchored = {
  id: string;
  quote: string | null;
  prefix: string | null;
  suffix: string | null;
  revision: number | null;
  changedInRevision: number | null;
};

const shownLength = 80;

function shown(quote: string): string {
  return quote.length > shownLength ? `${[...quote].slice(0, shownLength).join('')}…` : quote;
}

function existingWords(numbers: readonly number[]): string {
  const last = numbers.at(-1) ?? 0;
  return numbers.length === last
    ? last === 1
      ? 'there is revision 1'
      : `there are revisions 1 to ${last}`
    : `there are revisions ${numbers.slice(-20).join(', ')}`;
}

/** Where the last stretch of revisions without the passage begins; null when the newest has it. */
function firstMissing(passage: Passage, chosenIn: string, later: readonly Revision[]): number | null {
  let missing: number | null = null;
  for (const { number, body } of later.toReversed()) {
    if (passageCarrier(chosenIn, documentText(body))(passage)) return missing;
    missing = number;
  }
  return missing;
}

/**
 * The columns of an anchor that stands in its revision; its surroundings are read from the text, whatever was sent. `existing`
 * are the numbers of the record's revisions, none for a record without them; `revisions` those from the anchor's own on.
 */
export function provenAnchor(anchor: Anchor, existing: readonly number[], revisions: readonly Revision[]) {
  if (existing.length === 0) throw invalid('anchor', 'this record has no revisions: comment on it as a whole.');
  const [chosen, ...later] = revisions;
  if (!chosen || chosen.number !== anchor.revision) {
    throw invalid(
      'anchor.revision',
      `there is no revision ${anchor.revision} of this decision; ${existingWords(existing)}.`,
    );
  }
  const text = documentText(chosen.body);
  const range = passageFinder(text)(anchor, { isKnown: true });
  const passage = range && anchorOf(text, range.start, range.end);
  if (!passage) {
    const why = `“${shown(anchor.quote)}” does not stand in revision ${anchor.revision}; send the words as a reader sees them.`;
    throw invalid('anchor.quote', why);
  }
  return { ...passage, revision: anchor.revision, changedInRevision: firstMissing(passage, text, later) };
}

/** Which threads' passages are missing for the first time in a text, and which are back. */
export function presence(threads: readonly Anchored[], revisions: readonly Revision[], body: string) {
  const after = documentText(body);
  const carriers = new Map<number, (passage: Passage) => boolean>();
  const carrierOf = (number: number | null) => {
    const chosen = revisions.find((revision) => revision.number === number);
    if (number === null || !chosen) return (passage: Passage) => locate(after, passage) !== null;
    const carrier = carriers.get(number) ?? passageCarrier(documentText(chosen.body), after);
    carriers.set(number, carrier);
    return carrier;
  };
  const missing: string[] = [];
  const back: string[] = [];
  for (const { id, quote, prefix, suffix, revision, changedInRevision } of threads) {
    if (quote === null) continue;
    const isThere = carrierOf(revision)({ quote, prefix: prefix ?? '', suffix: suffix ?? '' });
    if (!isThere && changedInRevision === null) missing.push(id);
    if (isThere && changedInRevision !== null) back.push(id);
  }
  return { missing, back };
}
