import { describe, expect, it } from 'vitest';
import { originOf, safeReturnPath } from './origin';

describe('the place to return to after signing in', () => {
  it.each(['/', '/w/northwind', '/w/northwind/backlog?sort=-score&q=a%20b#top'])('may be %s', (path) => {
    expect(safeReturnPath(path)).toBe(path);
  });
  it.each([
    '',
    null,
    'w/x',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/a\nb',
    '/a\\b',
  ])('is the front page instead of %j', (path) => {
    expect(safeReturnPath(path)).toBe('/');
  });
});

describe('the origin of a request', () => {
  it.each(['localhost:3000', '127.0.0.1:4000', '[::1]:3000', 'paydown.local'])('is the host %s over HTTP', (host) => {
    expect(originOf(new Headers({ host }))).toBe(`http://${host}`);
  });
  it('does not believe a forwarded host from just anyone', () => {
    const headers = new Headers({
      host: 'localhost:3000',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
    });
    expect(originOf(headers)).toBe('http://localhost:3000');
  });
  it.each(['evil.example/path', 'a b', 'user@evil.example', ''])('is our own address for the host %j', (host) => {
    expect(originOf(new Headers({ host }))).toBe('http://localhost:3000');
  });
});
