import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankByScore, rankStability, rankText } from '@/server/domain/scoring/ranking';
import { scoreThirds } from '@/server/domain/scoring/score';

const level = fc.integer({ min: 1, max: 5 });
const anyFactors = fc.record({ impact: level, likelihood: level, velocityTax: level, remediationCost: level });
const anyBacklog = fc
  .array(anyFactors, { minLength: 1, maxLength: 60 })
  .map((list) => list.map((factors, index) => ({ id: `TD-${index}`, factors })));

describe('ranks', () => {
  test('are shared by ties and then skip, as on a scoreboard', () => {
    const ranks = rankByScore([
      { id: 'a', scoreThirds: 60 },
      { id: 'b', scoreThirds: 33 },
      { id: 'c', scoreThirds: 33 },
      { id: 'd', scoreThirds: 30 },
    ]);
    expect([...ranks].map(([id, rank]) => `${id} ${rankText(rank)}`)).toEqual(['a 1', 'b 2 =', 'c 2 =', 'd 4']);
  });

  test('are one more than the number of items that score higher, in any order of the items', () => {
    fc.assert(
      fc.property(anyBacklog, (backlog) => {
        const items = backlog.map(({ id, factors }) => ({ id, scoreThirds: scoreThirds(factors) }));
        const ranks = rankByScore(items);
        expect(new Map([...rankByScore(items.toReversed())].toSorted())).toEqual(new Map([...ranks].toSorted()));
        for (const item of items) {
          expect(ranks.get(item.id)).toEqual({
            rank: 1 + items.filter((other) => other.scoreThirds > item.scoreThirds).length,
            tied: items.some((other) => other.id !== item.id && other.scoreThirds === item.scoreThirds),
          });
        }
      }),
    );
  });
});

describe('rank stability', () => {
  const clear = { impact: 5, likelihood: 5, velocityTax: 5, remediationCost: 5 };
  const faint = { impact: 1, likelihood: 1, velocityTax: 1, remediationCost: 1 };

  test('is 1 for a clear leader and 0 for what can never reach the top', () => {
    const { draws, shareById } = rankStability(
      [
        { id: 'a', factors: clear },
        { id: 'b', factors: faint },
        { id: 'c', factors: faint },
      ],
      { top: 1, seed: 7 },
    );
    expect(draws).toBe(1_000);
    expect(shareById.get('a')).toBe(1);
    expect(shareById.get('b')).toBe(0);
  });

  test('is 1 for everything when the top has room for all', () => {
    fc.assert(
      fc.property(anyBacklog, (backlog) => {
        const { shareById } = rankStability(backlog, { top: backlog.length, seed: 1, draws: 50 });
        expect([...shareById.values()].every((share) => share === 1)).toBe(true);
      }),
    );
  });

  test('agrees with the exact odds of a duel', () => {
    // b (2,2,2,C2 → 4.0) meets a (2,2,2,C3 → 6.0); exact odds from all 81 × 81 pairs of draws.
    const shifts = [-1, 0, 1];
    const scores = (c: number) =>
      shifts.flatMap((i) => shifts.flatMap((l) => shifts.flatMap((v) => shifts.map((d) => (6 + i + l + v) * (c + d)))));
    const pairs = scores(2).flatMap((b) => scores(3).map((a) => (b >= a ? 1 : 0)));
    const exact = pairs.filter((won) => won === 1).length / pairs.length;
    const { shareById } = rankStability(
      [
        { id: 'a', factors: { impact: 2, likelihood: 2, velocityTax: 2, remediationCost: 3 } },
        { id: 'b', factors: { impact: 2, likelihood: 2, velocityTax: 2, remediationCost: 2 } },
      ],
      { top: 1, seed: 42, draws: 100_000 },
    );
    expect(Math.abs((shareById.get('b') ?? 0) - exact)).toBeLessThan(0.004);
  });

  test('gives the rarest way into the top its odds', () => {
    // b only gets there when it draws its best, 12 thirds (1 in 81), while a draws its worst, 12 too (8 in 81).
    const { shareById } = rankStability(
      [
        { id: 'a', factors: { impact: 1, likelihood: 1, velocityTax: 1, remediationCost: 5 } },
        { id: 'b', factors: { impact: 1, likelihood: 1, velocityTax: 1, remediationCost: 1 } },
      ],
      { top: 1, seed: 5, draws: 100_000 },
    );
    expect(Math.abs((shareById.get('b') ?? 0) - 8 / 6_561)).toBeLessThan(0.0004);
  });

  test('depends on the seed and the items, not on their order', () => {
    fc.assert(
      fc.property(anyBacklog, fc.integer(), (backlog, seed) => {
        const options = { top: 5, seed, draws: 40 };
        const forwards = rankStability(backlog, options).shareById;
        const backwards = rankStability(backlog.toReversed(), options).shareById;
        for (const { id } of backlog) expect(backwards.get(id)).toBe(forwards.get(id));
      }),
    );
  });

  test('keeps every share between 0 and 1 and fills at least the top in every draw', () => {
    fc.assert(
      fc.property(anyBacklog, fc.integer(), (backlog, seed) => {
        const { shareById } = rankStability(backlog, { top: 10, seed, draws: 40 });
        const shares = [...shareById.values()];
        expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
        const total = shares.reduce((sum, share) => sum + share, 0);
        expect(total).toBeGreaterThan(Math.min(10, backlog.length) - 1e-9);
      }),
    );
  });

  test('draws fewer times beyond a thousand contenders and gives equal items equal shares', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => ({
      id: `TD-${index}`,
      factors: { impact: 3, likelihood: 3, velocityTax: 3 + (index % 2), remediationCost: 3 },
    }));
    const { draws, shareById } = rankStability(many, { top: 10, seed: 3 });
    expect(draws).toBe(200);
    expect(shareById.get('TD-0')).toBe(shareById.get('TD-2'));
    expect(shareById.get('TD-1')).toBeGreaterThan(shareById.get('TD-0') ?? 1);
  });

  test('has nothing to say about an empty backlog', () => {
    expect(rankStability([], { top: 10, seed: 1 })).toEqual({ draws: 0, shareById: new Map() });
  });
});
