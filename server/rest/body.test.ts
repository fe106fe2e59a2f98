import { expect, test } from 'vitest';
import { AppError } from '@/server/platform/errors';
import { parseJson } from './body';

function refusalOf(text: string): string {
  try {
    parseJson(new TextEncoder().encode(text));
  } catch (error) {
    if (error instanceof AppError) return error.userMessage;
    throw error;
  }
  return 'was read';
}

const long = `{"text": "${'x'.repeat(200_000)}",\n"next": nope}`;

test.each([
  ['{"a": }', 'line 1, column 7'],
  ['{"key": "a",\n "name": }', 'line 2, column 10'],
  ['{"a": 1,}', 'line 1, column 9'],
  ['[1, 2', 'line 1, column 6'],
  ['{"a": "b', 'line 1, column 9'],
  ["{'a': 1}", 'line 1, column 2'],
  ['{"a": 1} trailing', 'line 1, column 10'],
  ['{"a": "tab\there"}', 'line 1, column 11'],
  [long, 'line 2, column 10'],
])('%.30j is refused with the place of its first bad character', (text, where) => {
  expect(refusalOf(text)).toBe(`body: is not JSON: it cannot be read at ${where}.`);
});

test('a byte order mark before the value is no error', () => {
  expect(parseJson(new Uint8Array([0xef, 0xbb, 0xbf, 0x31]))).toBe(1);
});
