import { describe, expect, it } from 'vitest';
import { passwordProblem } from './password';

const email = 'ana.silva@northwind.example';

describe('a new password', () => {
  it.each([
    ['short', /at least 10/],
    ['ninechars', /at least 10/],
    ['🐢'.repeat(9), /at least 10 characters, this has 9/],
    ['x'.repeat(201), /at most 200/],
    ['password123', /most common/],
    ['Qwertyuiop', /most common/],
    ['1234567890', /most common/],
    ['Ana.Silva@Northwind.example', /e-mail/],
  ])('is refused when it is %s', (password, reason) => {
    expect(passwordProblem(password, email)).toMatch(reason);
  });

  it.each(['a quiet harbour', 'aaaaaaaaab', '🐢'.repeat(10), '          .', 'x'.repeat(200)])(
    'needs no mix of kinds of characters: %s',
    (password) => {
      expect(passwordProblem(password, email)).toBeNull();
    },
  );
});
