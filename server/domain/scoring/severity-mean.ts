import { scoreText } from '@/server/domain/scoring/score';

const lowestThirds = 3;
const highestThirds = 15;

/** The mean of severities given as the sum of their thirds, with one decimal: 420 thirds over 60 debts is "2.3". */
export function meanSeverityText(thirdsSum: number, count: number): string | null {
  return count > 0 ? (thirdsSum / 3 / count).toFixed(1) : null;
}

/** The severities that round to a whole number from 1 to 5: for 4 they are "3.7", "4.0" and "4.3". */
export function severitiesRoundingTo(severity: number): string[] {
  return [-1, 0, 1]
    .map((step) => severity * 3 + step)
    .filter((thirds) => thirds >= lowestThirds && thirds <= highestThirds)
    .map(scoreText);
}
