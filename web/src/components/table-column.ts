import type { ReactNode } from 'react';

/** Anything with an id can be a row. */
export type Row = { readonly id: string };

/** One column of a list: how it is called, what it shows, and what the server sorts it by. */
export type Column<Item> = {
  readonly key: string;
  /** Its head; of a column of buttons it is only spoken. */
  readonly title: string;
  readonly isAction?: boolean;
  readonly show: (item: Item) => ReactNode;
  readonly align?: 'left' | 'right';
  readonly width?: number;
  readonly flex?: number;
  /** The server's name of the sort; without it the column is not sorted. */
  readonly sortBy?: string;
  /** It is sorted with the largest first only. */
  readonly isSortedDown?: boolean;
  /** What stands on top of a card on a phone; one column has it. */
  readonly leads?: boolean;
  /** What it shows is a link to the thing by itself. */
  readonly isLink?: boolean;
};

/** `field` or `-field`, as the API takes it; empty for the server's own order. */
export type SortState = string;
