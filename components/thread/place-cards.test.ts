import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardGap, placeCards } from './place-cards';

const card = (id: string, at: number | null, height = 100) => ({ id, at, height });

describe('the cards beside a text', () => {
  test('stand level with their passages where there is room', () => {
    const { tops, height } = placeCards([card('a', 40), card('b', 300)], null, 0);
    expect([...tops.values()]).toEqual([40, 300]);
    expect(height).toBe(400);
  });

  test('stand under each other where there is none', () => {
    const { tops } = placeCards([card('a', 40), card('b', 60), card('c', null)], null, 24);
    expect([...tops.values()]).toEqual([40, 152, 264]);
  });

  test('make room for the active one as far as the top allows', () => {
    const cards = [card('a', 200), card('b', 210), card('c', 220), card('d', 230)];
    const { tops } = placeCards(cards, 'b', 0);
    expect(Object.fromEntries(tops)).toEqual({ a: 98, b: 210, c: 322, d: 434 });
    expect(placeCards(cards, 'd', 0).tops.get('d')).toBe(336);
  });

  test('never overlap and keep their order, whatever their places and heights', () => {
    const some = fc.array(fc.record({ at: fc.option(fc.nat(3000)), height: fc.integer({ min: 20, max: 400 }) }), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(some, fc.nat(40), (list, active) => {
        const cards = list.map((one, index) => ({ id: `${index}`, ...one }));
        const { tops, height } = placeCards(cards, `${active}`, 30);
        let free = 30;
        for (const one of cards) {
          expect(tops.get(one.id)).toBeGreaterThanOrEqual(free);
          free = (tops.get(one.id) ?? 0) + one.height + cardGap;
        }
        expect(height).toBe(Math.max(0, free - cardGap));
      }),
    );
  });
});
