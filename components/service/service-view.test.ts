import { expect, test } from 'vitest';
import { listQuery, readView, writeView } from './service-view';

test('an address is read back as the view it was written from', () => {
  const view = {
    filters: { q: 'pay', tier: ['critical' as const], team: ['core', 'web'], external: false },
    sort: 'name',
  };
  expect(readView(writeView(view))).toEqual(view);
  expect(writeView(readView(new URLSearchParams())).toString()).toBe('');
});

test('what an address says wrongly is left out and the rest still counts', () => {
  const view = readView(new URLSearchParams('tier=urgent,low&team=Not a key&external=maybe&sort=--name&q='));
  expect(view).toEqual({ filters: { tier: ['low'] }, sort: '-openDebts' });
});

test('services that are equal in the chosen order stand by name', () => {
  expect(listQuery('acme', { filters: {}, sort: '-openDebts' }).sort).toBe('-openDebts,name');
  expect(listQuery('acme', { filters: {}, sort: '-name' }).sort).toBe('-name');
});
