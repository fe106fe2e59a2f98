import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quadrants } from '@/server/domain/scoring/quadrant';
import { debtStates } from '@/server/domain/scoring/state';
import { filters as filtersShape, groupFields, sortableFields } from '@/server/modules/backlog/contract';
import { type BacklogView, defaultView, isNarrowed, queryText, readView, writeView } from './view-query';

const read = (query: string) => readView(new URLSearchParams(query));
const word = fc.stringMatching(/^[a-z0-9-]{1,20}$/);
const some = <Value>(of: fc.Arbitrary<Value>) => fc.uniqueArray(of, { minLength: 1, maxLength: 4 });
const flag = fc.constant(true as const);
const states = fc.oneof(
  fc.constant({ open: true }),
  fc.constant({ open: false }),
  fc.constant({}),
  some(fc.constantFrom(...debtStates)).map((state) => ({ state })),
);
const filters = fc
  .tuple(
    states,
    fc.record(
      {
        q: fc.string({ minLength: 1, maxLength: 40 }).filter((text) => text.trim() === text),
        team: some(word),
        service: some(word),
        owner: some(word),
        quadrant: some(fc.constantFrom(...quadrants, 'none' as const)),
        label: some(fc.string({ minLength: 1, maxLength: 20 })),
        scored: fc.constantFrom('unscored' as const, 'stale' as const, 'fresh' as const),
        estimated: fc.boolean(),
        floor: flag,
        expiring: flag,
        due: flag,
        import: fc.uuid(),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([state, rest]) => ({ ...rest, ...state }));
const views: fc.Arbitrary<BacklogView> = fc.record({
  filters,
  sort: fc.constantFrom(...sortableFields.flatMap((field) => [field, `-${field}`])),
  group: fc.constantFrom(null, ...groupFields),
  columns: fc.oneof(fc.constant(null), fc.uniqueArray(fc.stringMatching(/^[a-z]{1,9}$/), { maxLength: 4 })),
});

describe('the address of a view', () => {
  test('gives every view back as it was', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(read(queryText(writeView(view)))).toEqual(view);
      }),
    );
  });

  test('is empty for the usual view, and an empty address is the usual view', () => {
    expect(queryText(writeView(defaultView))).toBe('');
    expect(read('')).toEqual(defaultView);
    expect(isNarrowed(defaultView.filters)).toBe(false);
    expect(isNarrowed({ open: true, team: ['payments'] })).toBe(true);
  });

  test('never fails, whatever somebody typed, and what it gives the server takes', () => {
    const names = [
      'q',
      'state',
      'team',
      'label',
      'scored',
      'estimated',
      'floor',
      'sort',
      'group',
      'import',
      'quadrant',
    ];
    const pairs = fc.array(fc.tuple(fc.constantFrom(...names), fc.string({ maxLength: 300 })), { maxLength: 8 });
    fc.assert(
      fc.property(pairs, (typed) => {
        const view = readView(new URLSearchParams(typed));
        expect(filtersShape.safeParse(view.filters).success).toBe(true);
      }),
    );
  });

  test('leaves out what it cannot read and keeps the rest', () => {
    expect(read('state=planned,nonsense&quadrant=none,x&scored=old&sort=colour&team=a,,b')).toEqual({
      ...defaultView,
      filters: { state: ['planned'], quadrant: ['none'], team: ['a', 'b'] },
    });
  });

  test('keeps a label with a comma in one piece', () => {
    expect(read('label=a%2C+b&label=c').filters.label).toEqual(['a, b', 'c']);
  });
});
