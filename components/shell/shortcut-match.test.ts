import { describe, expect, it } from 'vitest';
import { nextStep, pressedKeys } from './shortcut-match';

function press(key: string, rest: Partial<Parameters<typeof pressedKeys>[0]> = {}) {
  return pressedKeys({ key, code: '', metaKey: false, ctrlKey: false, altKey: false, shiftKey: false, ...rest });
}

describe('pressedKeys', () => {
  it.each([
    ['c', {}, 'c'],
    ['C', { shiftKey: true }, 'shift+c'],
    ['k', { metaKey: true }, 'mod+k'],
    ['k', { ctrlKey: true }, 'mod+k'],
    ['?', { shiftKey: true }, '?'],
    ['ArrowDown', {}, 'arrowdown'],
    ['Enter', { ctrlKey: true }, 'mod+enter'],
  ])('reads %s with %o as %s', (key, rest, expected) => {
    expect(press(key, rest)).toBe(expected);
  });

  it('takes the letter printed on the key where the layout types another alphabet', () => {
    expect(press('с', { code: 'KeyC' })).toBe('c');
  });
});

describe('nextStep', () => {
  const registered = ['c', 'g b', 'g h', 'mod+k'];

  it('waits after the first key of a sequence and runs on the second', () => {
    expect(nextStep('', 'g', registered)).toEqual({ kind: 'wait', pressed: 'g' });
    expect(nextStep('g', 'b', registered)).toEqual({ kind: 'run', keys: 'g b' });
  });

  it('takes a key that ends no sequence as a fresh press', () => {
    expect(nextStep('g', 'c', registered)).toEqual({ kind: 'run', keys: 'c' });
    expect(nextStep('g', 'x', registered)).toEqual({ kind: 'none' });
  });
});
