/** A card and where it would like to stand: level with its passage, or null where that is nowhere to be seen. */
export type WantedCard = { id: string; at: number | null; height: number };

export const cardGap = 12;

function placeDown(cards: readonly WantedCard[], from: number, tops: Map<string, number>): number {
  let free = from;
  for (const { id, at, height } of cards) {
    const top = Math.max(free, at ?? free);
    tops.set(id, top);
    free = top + height + cardGap;
  }
  return free;
}

/**
 * The tops of cards that never overlap, in their order, each as near to its passage as the others let it be. The active one
 * stands level with its passage: those before it make room upwards, as far as `from`, where the first may begin. Answers
 * the tops by id, and how high all of it is.
 */
export function placeCards(cards: readonly WantedCard[], active: string | null, from: number) {
  const tops = new Map<string, number>();
  const at = cards.findIndex((card) => card.id === active);
  const chosen = cards[at];
  if (!chosen || chosen.at === null) return { tops, height: Math.max(0, placeDown(cards, from, tops) - cardGap) };
  const before = cards.slice(0, at);
  placeDown(before, from, tops);
  const needed = before.reduce((sum, card) => sum + card.height + cardGap, from);
  const top = Math.max(chosen.at, needed);
  tops.set(chosen.id, top);
  let limit = top;
  for (const { id, height } of before.toReversed()) {
    limit = Math.min(tops.get(id) ?? 0, limit - cardGap - height);
    tops.set(id, limit);
  }
  const end = placeDown(cards.slice(at + 1), top + chosen.height + cardGap, tops);
  return { tops, height: end - cardGap };
}
