import { describe, expect, it } from 'vitest';
import { rowStep } from './row-step';

describe('rowStep', () => {
  it.each([
    ['ArrowDown', -1, 0],
    ['ArrowDown', 4, 4],
    ['j', 1, 2],
    ['ArrowUp', -1, 0],
    ['k', 3, 2],
    ['PageDown', -1, 4],
    ['PageUp', 3, 0],
    ['Home', 3, 0],
    ['End', 0, 4],
  ])('%s from %i leads to %i of five rows', (key, from, to) => {
    expect(rowStep(key, from, 5)).toBe(to);
  });

  it('does not move on other keys or in an empty table', () => {
    expect(rowStep('x', 0, 5)).toBeUndefined();
    expect(rowStep('ArrowDown', -1, 0)).toBeUndefined();
  });
});
