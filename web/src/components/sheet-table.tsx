import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableFooter from '@mui/material/TableFooter';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useTheme } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FoldedRow } from '@/components/folded-row';
import { HiddenText } from '@/components/hidden-text';
import { ScrollTable } from '@/components/scroll-table';

/** One column of a table that shows all its rows at once. */
export type SheetColumn<Item> = {
  readonly key: string;
  readonly title: string;
  readonly show: (item: Item) => ReactNode;
  /** Names may be long, and take several lines where there is little room. */
  readonly isName?: boolean;
  /** Figures stand on the right, under each other. */
  readonly isFigure?: boolean;
  /** On a phone it is folded away below its row. */
  readonly isDetail?: boolean;
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
const NARROW = { '& th, & td': { px: 0.75, fontSize: '0.8125rem' } };

/** A sheet of rows like a schedule or a statement: it scrolls by itself, and its head stays in sight. */
export function SheetTable<Item>({ label, items, columns: all, keyOf, isVoid, maxHeight }: Props<Item>) {
  const { t } = useTranslation();
  const isPhone = useMediaQuery(useTheme().breakpoints.down('sm'));
  const columns = isPhone ? all.filter((column) => column.isDetail !== true) : all;
  const details = isPhone ? all.filter((column) => column.isDetail === true) : [];
  const isFolded = details.length > 0;
  const hasFoot = columns.some((column) => column.foot !== undefined);
  const align = (column: SheetColumn<Item>) => (column.isFigure === true ? 'right' : 'left');
  const cells = (item: Item) =>
    columns.map((column) => (
      <TableCell
        key={column.key}
        align={align(column)}
        sx={{ whiteSpace: column.isName === true ? 'normal' : 'nowrap' }}
      >
        {column.show(item)}
      </TableCell>
    ));
  return (
    <ScrollTable label={label} {...(maxHeight !== undefined && { maxHeight })}>
      <Table size="small" stickyHeader={maxHeight !== undefined} sx={isFolded ? NARROW : {}}>
        <TableHead>
          <TableRow>
            {isFolded && (
              <TableCell>
                <HiddenText>{t('More')}</HiddenText>
              </TableCell>
            )}
            {columns.map((column) => (
              <TableCell key={column.key} align={align(column)}>
                {column.title}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map((item, index) => {
            const key = keyOf(item, index);
            const sx = isVoid?.(item) === true ? VOID : {};
            return isFolded ? (
              <FoldedRow
                key={key}
                name={key}
                width={columns.length + 1}
                sx={sx}
                details={details.map((column) => [column.title, column.show(item)])}
              >
                {cells(item)}
              </FoldedRow>
            ) : (
              <TableRow key={key} sx={sx}>
                {cells(item)}
              </TableRow>
            );
          })}
        </TableBody>
        {hasFoot && (
          <TableFooter>
            <TableRow sx={FOOT}>
              {isFolded && <TableCell />}
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
