import { invalid } from './errors';

const deepest = 32;

/**
 * Refuses in a whole input what Postgres cannot hold: NUL, for every field there is and every field there will be.
 * Throws `invalid` naming the field, also for what is nested more than 32 levels deep.
 */
export function checkInputTree(root: unknown): void {
  // Parts can be shared, which superjson can write down: each is looked into once.
  const seen = new Set<object>();
  const waiting: { path: string; depth: number; value: unknown }[] = [{ path: '', depth: 0, value: root }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { path, depth, value } = next;
    if (typeof value === 'string' && value.includes('\u0000')) throw invalid(path || 'body', 'no control characters');
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (depth === deepest) throw invalid('body', `is nested more than ${deepest} levels deep.`);
    for (const [key, inner] of Object.entries(value)) {
      // zod passes over this one name without a word, and every other unknown one is refused.
      if (key === '__proto__') throw invalid(path ? `${path}.${key}` : key, 'is not a known field');
      if (key.includes('\u0000')) throw invalid(path || 'body', 'has a field whose name contains a control character');
      waiting.push({ path: path ? `${path}.${key}` : key, depth: depth + 1, value: inner });
    }
  }
}
