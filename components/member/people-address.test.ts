import { describe, expect, it } from 'vitest';
import { everyone, peopleQuery, readPeopleFilter } from './people-address';

describe('the address of the people page', () => {
  it('gives back who was looked for, letter by letter', () => {
    const filter = { text: 'Ruth & ', role: 'editor', team: 'checkout' } as const;
    expect(readPeopleFilter(new URLSearchParams(peopleQuery(filter)))).toEqual(filter);
  });

  it('is empty for everyone', () => {
    expect(peopleQuery(everyone)).toBe('');
    expect(readPeopleFilter(new URLSearchParams())).toEqual(everyone);
  });

  it('leaves out a role that there is not', () => {
    expect(readPeopleFilter(new URLSearchParams('role=king'))).toEqual(everyone);
  });
});
