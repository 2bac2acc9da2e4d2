import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableFooter from '@mui/material/TableFooter';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ReactNode } from 'react';
import { ScrollTable } from '@/components/scroll-table';

/** One column of a table that shows all its rows at once. */
export type SheetColumn<Item> = {
  readonly key: string;
  readonly title: string;
  readonly show: (item: Item) => ReactNode;
  /** Figures stand on the right, under each other. */
  readonly isFigure?: boolean;
  /** What stands below the column, like its sum. */
  readonly foot?: ReactNode;
};

type Props<Item> = {
  readonly label: string;
  readonly items: readonly Item[];
  readonly columns: readonly SheetColumn<Item>[];
  readonly keyOf: (item: Item, index: number) => string | number;
  /** What does not count any more is struck through, and stays readable. */
  readonly isVoid?: (item: Item) => boolean;
  readonly maxHeight?: number;
};

const VOID = { '& td': { textDecoration: 'line-through', color: 'text.secondary' } };
const FOOT = { '& td': { borderTop: 2, borderColor: 'divider', color: 'text.primary', fontSize: '0.875rem' } };

/** A sheet of rows like a schedule or a statement: it scrolls by itself, and its head stays in sight. */
export function SheetTable<Item>({ label, items, columns, keyOf, isVoid, maxHeight }: Props<Item>) {
  const hasFoot = columns.some((column) => column.foot !== undefined);
  const align = (column: SheetColumn<Item>) => (column.isFigure === true ? 'right' : 'left');
  return (
    <ScrollTable label={label} {...(maxHeight !== undefined && { maxHeight })}>
      <Table size="small" stickyHeader={maxHeight !== undefined}>
        <TableHead>
          <TableRow>
            {columns.map((column) => (
              <TableCell key={column.key} align={align(column)}>
                {column.title}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map((item, index) => (
            <TableRow key={keyOf(item, index)} sx={isVoid?.(item) === true ? VOID : {}}>
              {columns.map((column) => (
                <TableCell key={column.key} align={align(column)} sx={{ whiteSpace: 'nowrap' }}>
                  {column.show(item)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
        {hasFoot && (
          <TableFooter>
            <TableRow sx={FOOT}>
              {columns.map((column) => (
                <TableCell key={column.key} align={align(column)}>
                  {column.foot}
                </TableCell>
              ))}
            </TableRow>
          </TableFooter>
        )}
      </Table>
    </ScrollTable>
  );
}
