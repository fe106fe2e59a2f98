import { type Factors, highestFactor, lowestFactor, scoreThirds } from '@/server/domain/scoring/score';
import { seededRandom } from '@/server/domain/scoring/seeded-random';

export interface Rank {
  /** Competition rank: 1 + how many score strictly more. */
  rank: number;
  /** True when another item has the same score. */
  tied: boolean;
}

/** "5 =" when tied, "5" when not. */
export function rankText({ rank, tied }: Rank): string {
  return tied ? `${rank} =` : String(rank);
}

/** Ranks by score, highest first, ties sharing a rank (1, 2 =, 2 =, 4). Independent of the order of the items. */
export function rankByScore(items: Iterable<{ id: string; scoreThirds: number }>): Map<string, Rank> {
  const countByScore = new Map<number, number>();
  const scoreById = new Map<string, number>();
  for (const item of items) {
    scoreById.set(item.id, item.scoreThirds);
  }
  for (const score of scoreById.values()) {
    countByScore.set(score, (countByScore.get(score) ?? 0) + 1);
  }
  const rankByScoreValue = new Map<number, Rank>();
  let above = 0;
  for (const [score, count] of [...countByScore].sort(([a], [b]) => b - a)) {
    rankByScoreValue.set(score, { rank: above + 1, tied: count > 1 });
    above += count;
  }
  const ranks = new Map<string, Rank>();
  for (const [id, score] of scoreById) {
    const rank = rankByScoreValue.get(score);
    if (rank) ranks.set(id, rank);
  }
  return ranks;
}

export interface StabilityOptions {
  /** How many places count as the top. */
  top: number;
  seed: number;
  /** 1,000 unless told; fewer are drawn beyond 1,000 contenders. */
  draws?: number;
}

export interface Stability {
  /** How many draws were made. */
  draws: number;
  /** Share of draws, 0 to 1, in which each item was among the top; ties at the cut all count as in. */
  shareById: Map<string, number>;
}

interface Contender {
  id: string;
  f: Factors;
}

const highestScoreThirds = 75;
const fullDraws = 1_000;
const fullContenders = 1_000;
const fewestDraws = 200;

function clamp(value: number): number {
  return Math.min(highestFactor, Math.max(lowestFactor, value));
}

function shifted(f: Factors, by: number): number {
  return scoreThirds({
    impact: clamp(f.impact + by),
    likelihood: clamp(f.likelihood + by),
    velocityTax: clamp(f.velocityTax + by),
    remediationCost: clamp(f.remediationCost + by),
  });
}

function increment(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

/** The lowest score that is in the top: fewer than `top` items score more. `counts[s]` items have score s. */
function cutScore(counts: Uint32Array, top: number): number {
  let above = 0;
  for (let score = highestScoreThirds; score > 0; score -= 1) {
    above += counts[score] ?? 0;
    if (above >= top) return score;
  }
  return 0;
}

/** Drops items that cannot reach the top in any draw: exact, because `top` items always score at least the safe score. */
function contendersOf(items: readonly Contender[], top: number): Contender[] {
  const counts = new Uint32Array(highestScoreThirds + 1);
  for (const item of items) increment(counts, shifted(item.f, -1));
  const safeScore = cutScore(counts, top);
  const contenders = items.filter((item) => shifted(item.f, 1) >= safeScore);
  // The stream of random numbers is dealt out in this order, so the result does not depend on the caller's.
  return contenders.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** The 81 scores that one item can draw, each factor −1, 0 or +1 with equal odds, clamped to 1–5. */
function drawTable(f: Factors): Uint8Array {
  const table = new Uint8Array(81);
  const shifts = [-1, 0, 1];
  let at = 0;
  for (const i of shifts) {
    for (const l of shifts) {
      for (const v of shifts) {
        const severity = clamp(f.impact + i) + clamp(f.likelihood + l) + clamp(f.velocityTax + v);
        for (const c of shifts) {
          table[at] = severity * clamp(f.remediationCost + c);
          at += 1;
        }
      }
    }
  }
  return table;
}

function factorKey(f: Factors): string {
  return `${f.impact}${f.likelihood}${f.velocityTax}${f.remediationCost}`;
}

function countHits(contenders: readonly Contender[], top: number, draws: number, seed: number): Uint32Array {
  const random = seededRandom(seed);
  const tableByFactors = new Map<string, Uint8Array>();
  const tables = contenders.map(({ f }) => {
    const table = tableByFactors.get(factorKey(f)) ?? drawTable(f);
    tableByFactors.set(factorKey(f), table);
    return table;
  });
  const hits = new Uint32Array(contenders.length);
  const drawn = new Uint8Array(contenders.length);
  const counts = new Uint32Array(highestScoreThirds + 1);
  for (let draw = 0; draw < draws; draw += 1) {
    counts.fill(0);
    for (const [index, table] of tables.entries()) {
      const score = table[Math.floor(random() * 81)] ?? 0;
      drawn[index] = score;
      increment(counts, score);
    }
    const cut = cutScore(counts, top);
    for (let index = 0; index < drawn.length; index += 1) {
      if ((drawn[index] ?? 0) >= cut) increment(hits, index);
    }
  }
  return hits;
}

/** Averages over items with the same factors, whose true share is the same: fewer draws, less noise. */
function pool(contenders: readonly Contender[], hits: Uint32Array): number[] {
  const sums = new Map<string, { hits: number; items: number }>();
  for (const [index, { f }] of contenders.entries()) {
    const sum = sums.get(factorKey(f)) ?? { hits: 0, items: 0 };
    sums.set(factorKey(f), { hits: sum.hits + (hits[index] ?? 0), items: sum.items + 1 });
  }
  return contenders.map(({ f }) => {
    const sum = sums.get(factorKey(f));
    return sum ? sum.hits / sum.items : 0;
  });
}

/**
 * Share of seeded draws in which each item stays in the top: every factor −1, 0 or +1 with equal odds, clamped to
 * 1–5 (maths §1). The same seed and items give the same shares in any order. Beyond 1,000 contenders fewer draws
 * (at least 200) are made and items with equal factors are pooled, so that 50,000 items stay affordable.
 */
export function rankStability(
  items: readonly { id: string; factors: Factors }[],
  { top, seed, draws = fullDraws }: StabilityOptions,
): Stability {
  const shareById = new Map(items.map((item) => [item.id, 0]));
  if (top <= 0 || items.length === 0) return { draws: 0, shareById };
  const contenders = contendersOf(
    items.map((item) => ({ id: item.id, f: item.factors })),
    top,
  );
  const isSampled = contenders.length > fullContenders;
  const affordable = Math.max(fewestDraws, Math.floor((fullDraws * fullContenders) / contenders.length));
  const made = isSampled ? Math.min(draws, affordable) : draws;
  const hits = countHits(contenders, top, made, seed);
  const smoothed = isSampled ? pool(contenders, hits) : hits;
  for (const [index, { id }] of contenders.entries()) {
    shareById.set(id, (smoothed[index] ?? 0) / made);
  }
  return { draws: made, shareById };
}
