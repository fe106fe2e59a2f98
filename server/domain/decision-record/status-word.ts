import type { DecisionStatus } from '@/server/domain/decision/status';
import { decodeEntities, dropComments, dropEmphasis } from '@/server/domain/decision-record/record-text';

export interface StatusReading {
  status: DecisionStatus;
  /** `standard`: a status of the formats; `mapped`: another word for one; `partly`, `several` and `none` as they say. */
  how: 'standard' | 'decorated' | 'mapped' | 'partly' | 'several' | 'none' | 'placeholder';
}

/** Words that lead a status, and what they mean. Anything else is "unknown": a status is never guessed. */
const WORDS: Readonly<Record<string, { status: DecisionStatus; isStandard: boolean }>> = {
  proposed: { status: 'proposed', isStandard: true },
  accepted: { status: 'accepted', isStandard: true },
  rejected: { status: 'rejected', isStandard: true },
  deprecated: { status: 'deprecated', isStandard: true },
  superseded: { status: 'superseded', isStandard: true },
  superceded: { status: 'superseded', isStandard: true },
  draft: { status: 'proposed', isStandard: false },
  pending: { status: 'proposed', isStandard: false },
  review: { status: 'proposed', isStandard: false },
  proposal: { status: 'proposed', isStandard: false },
  approved: { status: 'accepted', isStandard: false },
  active: { status: 'accepted', isStandard: false },
  adopted: { status: 'accepted', isStandard: false },
  implemented: { status: 'accepted', isStandard: false },
  replaced: { status: 'superseded', isStandard: false },
};

const DECORATION = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|[\u{1f1e6}-\u{1f1ff}]|\ufe0f|\u200d|\u20e3/gu;

/** A status as a file has it, without comments, entities, emphasis, pictures and outer punctuation. */
export function cleanStatus(raw: string): string {
  const text = dropEmphasis(
    decodeEntities(dropComments(raw))
      .replace(DECORATION, ' ')
      .replace(/[*_`~]{2,}/g, ''),
  );
  return text
    .replace(/^[\s"'“”‘’.:;–—-]+/, '')
    .trimEnd()
    .replace(/^[*_`]/, '')
    .trim();
}

const isWrapped = (text: string, open: string, close: string): boolean =>
  text.length > 2 && text.startsWith(open) && text.endsWith(close) && !text.slice(1, -1).includes(open);

/** Text of an unfilled template: `{YYYY-MM-DD …}`, `[proposed | accepted]`, `<status>`, `insert date`. */
export function isPlaceholder(raw: string): boolean {
  const text = dropEmphasis(dropComments(raw));
  if (/^insert\b/i.test(text)) return true;
  if (text.includes('](')) return false;
  const isBraced = isWrapped(text, '{', '}') || isWrapped(text, '[', ']') || isWrapped(text, '<', '>');
  return isBraced && !text.includes('://') && !text.includes('@') && /[\s|/,]|yyyy/i.test(text);
}

function leadingWord(text: string): { word: string; rest: string } {
  const inReview = /^(?:in|under)[ -]review\b/i.exec(text);
  if (inReview) return { word: 'review', rest: text.slice(inReview[0].length) };
  const match = /^([a-z]{1,20})(?![a-z0-9_])/i.exec(text);
  const word = match?.[1] ?? '';
  return { word: word.toLowerCase(), rest: text.slice(word.length) };
}

/** `accepted | proposed`, `proposed/accepted`, `proposed, rejected, accepted`: a choice that nobody made. */
function isChoice(rest: string): boolean {
  const match = /^\s*(?:\||\/|,|\bor\b)\s*(?:or\s+)?([a-z]{1,20})(?![a-z0-9_])/i.exec(rest);
  const word = match?.[1]?.toLowerCase();
  if (word === undefined || !(word in WORDS)) return false;
  // "Accepted, superseded by X" says when, not which.
  const after = rest.slice(match?.[0].length ?? 0);
  return !/^\s*by\b/i.test(after);
}

/** Reads a status by its leading word. `draft` is a status of its own where the format has one (log4brains). */
export function readStatus(raw: string, options: { hasDraft: boolean }): StatusReading {
  if (isPlaceholder(raw)) {
    const inner = dropEmphasis(dropComments(raw)).slice(1, -1).trim();
    if (/[|/,]|\.\.\.|…/.test(inner) || !(leadingWord(inner).word in WORDS))
      return { status: 'unknown', how: 'placeholder' };
  }
  const cleaned = cleanStatus(raw);
  const isBraced = isWrapped(cleaned, '{', '}') || (isWrapped(cleaned, '[', ']') && !cleaned.includes(']('));
  const text = isBraced ? cleaned.slice(1, -1).trim() : cleaned;
  if (text === '') return { status: 'unknown', how: 'none' };
  if (/^part(?:ly|ial|ially)\s+(?:super[sc]ede|replace)/i.test(text)) return { status: 'accepted', how: 'partly' };
  const { word, rest } = leadingWord(text);
  const known = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  if (!known) return { status: 'unknown', how: 'none' };
  if (isChoice(rest)) return { status: 'unknown', how: 'several' };
  if (word === 'draft' && options.hasDraft) return { status: 'draft', how: 'standard' };
  if (!known.isStandard) return { status: known.status, how: 'mapped' };
  return { status: known.status, how: raw.trim().toLowerCase().startsWith(word) ? 'standard' : 'decorated' };
}
