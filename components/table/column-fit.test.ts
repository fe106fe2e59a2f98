import { describe, expect, it } from 'vitest';
import { droppedColumns } from './column-fit';

const columns = [
  { id: 'rank', width: 40 },
  { id: 'title', minWidth: 220 },
  { id: 'score', width: 80 },
  { id: 'effort', width: 80, dropOrder: 1 },
  { id: 'scored', width: 60, dropOrder: 2 },
];

describe('droppedColumns', () => {
  it('leaves nothing out while all columns fit, and before the width is known', () => {
    expect(droppedColumns(columns, 480)).toEqual([]);
    expect(droppedColumns(columns, null)).toEqual([]);
  });

  it('leaves out the highest drop order first and no more than it must', () => {
    expect(droppedColumns(columns, 479)).toEqual(['scored']);
    expect(droppedColumns(columns, 400)).toEqual(['scored', 'effort']);
  });

  it('keeps the columns that have no drop order even when they do not fit', () => {
    expect(droppedColumns(columns, 100)).toEqual(['scored', 'effort']);
  });
});
