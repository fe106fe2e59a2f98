import type { ReactNode } from 'react';

export type DataColumn<Row> = {
  id: string;
  /** Sentence case, short; said in full in `headerHint` where it is cut. */
  header: string;
  headerHint?: string;
  cell: (row: Row) => ReactNode;
  /** Pixels; the one column without takes what is left. */
  width?: number;
  /** The least the flexible column is given before others are left out; 200 unless told. */
  minWidth?: number;
  align?: 'left' | 'right';
  /** The header becomes a button that sorts on the server. */
  sortable?: boolean;
  /** The direction of the first press; figures usually begin with the highest. */
  sortsFirst?: 'asc' | 'desc';
  /** Names the row for screen readers and carries its link; once a table. */
  isRowHeader?: boolean;
  /** Cannot be taken out in the columns menu. */
  fixed?: boolean;
  /** Left out in this order, highest first, where the table is narrow; without it the column always stays. */
  dropOrder?: number;
};

export type Sort = { id: string; desc: boolean };
