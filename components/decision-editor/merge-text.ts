import { mergeText } from '@/server/domain/merging/merge';
import { type KeyedSection, keyedSections } from './section';

export type DraftText = { title: string; productSentence: string; body: string };

/** One part of a decision's text in its three versions; null where a side does not have it. */
export type Part = {
  /** `title`, `productSentence`, or the key of a section. */
  key: string;
  label: string;
  base: string | null;
  theirs: string | null;
  mine: string | null;
};

export type TextMerge = {
  /** What both changed differently: a person chooses. */
  conflicts: Part[];
  /** What only one side changed; it is taken over. */
  theirsOnly: Part[];
  mineOnly: Part[];
};

export type Side = 'theirs' | 'mine' | 'both';

export type Choices = { chosen: Readonly<Record<string, Side>>; texts: Readonly<Record<string, string>> };

/** Blank lines around a section belong to its neighbours as much as to it: they make no difference. */
function isSame(a: string | null, b: string | null): boolean {
  return a === b || (a !== null && b !== null && a.trimEnd() === b.trimEnd());
}

function labelOf(section: KeyedSection): string {
  return section.heading || 'The beginning';
}

/** The parts in the order in which a reader of either side meets them. */
function partsOf(base: DraftText, theirs: DraftText, mine: DraftText): Part[] {
  const sides = { base: keyedSections(base.body), theirs: keyedSections(theirs.body), mine: keyedSections(mine.body) };
  const at = (side: keyof typeof sides, key: string) => sides[side].find((one) => one.key === key)?.text ?? null;
  const order = mergedOrder(sides.base, sides.theirs, sides.mine);
  const labels = new Map([...sides.base, ...sides.theirs, ...sides.mine].map((one) => [one.key, labelOf(one)]));
  return [
    { key: 'title', label: 'Title', base: base.title, theirs: theirs.title, mine: mine.title },
    {
      key: 'productSentence',
      label: 'Product sentence',
      base: base.productSentence,
      theirs: theirs.productSentence,
      mine: mine.productSentence,
    },
    ...order.map((key) => ({
      key: `section:${key}`,
      label: labels.get(key) ?? key,
      base: at('base', key),
      theirs: at('theirs', key),
      mine: at('mine', key),
    })),
  ];
}

/**
 * Keys of all sections: in the order of the side that moved them, each of the other side's own put behind the section it
 * follows there.
 */
function mergedOrder(
  base: readonly KeyedSection[],
  theirs: readonly KeyedSection[],
  mine: readonly KeyedSection[],
): string[] {
  const keys = (list: readonly KeyedSection[]) => list.map((one) => one.key);
  const shared = (list: readonly KeyedSection[], of: readonly KeyedSection[]) => {
    const there = new Set(keys(of));
    return keys(list)
      .filter((key) => there.has(key))
      .join('\n');
  };
  const mineMoved = shared(mine, base) !== shared(base, mine);
  const [first, second] = mineMoved ? [mine, theirs] : [theirs, mine];
  const order = keys(first);
  const insert = (list: readonly KeyedSection[]) => {
    let after = -1;
    for (const key of keys(list)) {
      const there = order.indexOf(key);
      if (there >= 0) {
        after = there;
        continue;
      }
      order.splice(after + 1, 0, key);
      after += 1;
    }
  };
  insert(second);
  insert(base);
  return order;
}

/** Sorts the parts of a text by who changed them since `base`. Without a base everything that differs is a conflict. */
export function mergeTexts(base: DraftText | null, theirs: DraftText, mine: DraftText): TextMerge {
  const merge: TextMerge = { conflicts: [], theirsOnly: [], mineOnly: [] };
  for (const part of partsOf(base ?? theirs, theirs, mine)) {
    if (isSame(part.theirs, part.mine)) continue;
    if (!base) merge.conflicts.push({ ...part, base: null });
    else if (isSame(part.base, part.mine)) merge.theirsOnly.push(part);
    else if (isSame(part.base, part.theirs)) merge.mineOnly.push(part);
    else merge.conflicts.push(part);
  }
  return merge;
}

/**
 * Both sides of one part put together: word by word where the changes are apart, mine under theirs where one wrote over
 * the other, so that "both" loses nothing. Null for lines such as the title, which cannot stand twice.
 */
export function bothOf(part: Part): string | null {
  const { base, theirs, mine } = part;
  if (theirs === null || mine === null) return null;
  const merged = base === null ? null : mergeText(base, theirs, mine);
  if (merged !== null || !part.key.startsWith('section:')) return merged;
  const [heading = '', ...lines] = mine.split('\n');
  const own = theirs.startsWith(`${heading}\n`) ? lines.join('\n') : mine;
  return `${theirs.trimEnd()}\n\n${own.trim()}\n`;
}

/** "Both" where the two can be put together without one writing over the other. The rest waits for a person. */
export function firstChoices(merge: TextMerge): Choices {
  const chosen: Record<string, Side> = {};
  for (const part of merge.conflicts) {
    const { base, theirs, mine } = part;
    if (base !== null && theirs !== null && mine !== null && mergeText(base, theirs, mine) !== null) {
      chosen[part.key] = 'both';
    }
  }
  return { chosen, texts: {} };
}

function chosenText(part: Part, { chosen, texts }: Choices): string | null {
  const side = chosen[part.key];
  if (side === 'mine') return part.mine;
  if (side === 'both') return texts[part.key] ?? bothOf(part) ?? part.theirs;
  return part.theirs;
}

/** Sections meet with a blank line between them, whichever side they come from. */
function joined(texts: readonly string[]): string {
  return texts.reduce((whole, text) => {
    if (whole === '' || text === '') return whole + text;
    const isApart = whole.endsWith('\n\n') || (whole.endsWith('\n') && text.startsWith('\n'));
    return whole + (isApart ? '' : whole.endsWith('\n') ? '\n' : '\n\n') + text;
  }, '');
}

/** The text that comes out: what either side changed alone, and what was chosen where both did. */
export function mergedText(base: DraftText | null, theirs: DraftText, mine: DraftText, choices: Choices): DraftText {
  const merge = mergeTexts(base, theirs, mine);
  const values = new Map<string, string | null>();
  for (const part of partsOf(base ?? theirs, theirs, mine)) {
    // Alike but for blank lines: those of the side that touched them.
    values.set(part.key, isSame(part.theirs, part.mine) && part.theirs === part.base ? part.mine : part.theirs);
  }
  for (const part of merge.mineOnly) values.set(part.key, part.mine);
  for (const part of merge.conflicts) values.set(part.key, chosenText(part, choices));
  const sections = [...values].filter(([key]) => key.startsWith('section:')).flatMap(([, text]) => text ?? []);
  return {
    title: values.get('title') ?? mine.title,
    productSentence: values.get('productSentence') ?? '',
    body: joined(sections),
  };
}
