import { expect, it } from 'vitest';
import { methodsSentence, rolesSentence } from './role-words';

it('counts people by role, the highest first', () => {
  const of = (...roles: ('viewer' | 'editor' | 'admin' | 'owner')[]) => rolesSentence(roles.map((role) => ({ role })));
  expect(of('viewer', 'editor', 'owner', 'editor')).toBe('an owner, 2 editors and a viewer');
  expect(of('owner')).toBe('an owner');
  expect(of('owner', 'admin')).toBe('an owner and an admin');
});

it('names how someone signs in', () => {
  expect(methodsSentence(['password', 'github'])).toBe('Password, GitHub');
  expect(methodsSentence([])).toBe('Nothing yet');
});
