import { describe, expect, test } from 'vitest';
import { comparedOf } from './revision-choice';

const revisions = [4, 3, 2, 1].map((number) => ({ number }));

describe('the revisions that are compared', () => {
  test('are the latest and the one before, unless the address says otherwise', () => {
    expect(comparedOf('', revisions)).toEqual({ from: 3, to: 4 });
    expect(comparedOf('from=1&to=3', revisions)).toEqual({ from: 1, to: 3 });
    expect(comparedOf('to=3', revisions)).toEqual({ from: 2, to: 3 });
    expect(comparedOf('from=1', revisions)).toEqual({ from: 1, to: 4 });
  });

  test('are ones that exist, whatever the address names', () => {
    expect(comparedOf('from=9&to=x', revisions)).toEqual({ from: 3, to: 4 });
  });

  test('are none while there is one', () => {
    expect(comparedOf('from=1&to=1', [{ number: 1 }])).toBeNull();
  });
});
