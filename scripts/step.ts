/** Runs one step and prints what came of it with the time it took. The text is a function of the result when it depends on it. */
export async function step<T>(done: string | ((result: T) => string), work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const result = await work();
  const text = typeof done === 'string' ? done : done(result);
  console.log(`  ✓ ${text.padEnd(46)} ${seconds(startedAt)}`);
  return result;
}

/** Time since a moment of `performance.now()`, as "1.2 s". */
export function seconds(startedAt: number): string {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`.padStart(7);
}
