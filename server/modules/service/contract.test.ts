import { expect, test } from 'vitest';
import { describeIssues } from '@/server/platform/issues';
import { serviceContract } from './contract';

test.each([
  [{ availability: 99.95 }, 'availability', '99.95 % is 0.9995'],
  [{ tier: 'urgent' }, 'tier', 'one of critical, high, medium, low, not “urgent”'],
  [{ name: '' }, 'name', 'must not be empty'],
  [{ key: 'Checkout Flow' }, 'key', 'small letters, digits and single dashes'],
  [{ sloWindowDays: 4.5 }, 'sloWindowDays', 'a whole number of days, such as 30, not 4.5'],
  [{ colour: 'red' }, 'colour', 'is not a known field'],
  [{ availabilityAsOf: '2026-02-30' }, 'availabilityAsOf', 'a day that exists'],
])(
  'a service with %j is refused by a message that names the field and says what would be right',
  (wrong, path, message) => {
    const base = { workspace: 'acme', key: 'wrong', name: 'Wrong', tier: 'low' };
    const parsed = serviceContract.create.input.safeParse({ ...base, ...wrong });
    const issues = parsed.success ? [] : describeIssues(parsed.error);
    expect(issues).toEqual([{ path, message: expect.stringContaining(message) }]);
  },
);
