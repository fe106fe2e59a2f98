/**
 * The place in another view that goes with a place in this one. `from` and `to` are the heights at which the same points
 * stand in both, ascending and equally many; between two points it is as far along in one view as in the other.
 */
export function stepAlong(at: number, from: readonly number[], to: readonly number[]): number {
  const next = from.findIndex((height) => height > at);
  if (next === -1) return to.at(-1) ?? 0;
  if (next === 0) return to[0] ?? 0;
  const [a, b, c, d] = [from[next - 1] ?? 0, from[next] ?? 0, to[next - 1] ?? 0, to[next] ?? 0];
  return b === a ? c : c + ((at - a) / (b - a)) * (d - c);
}
