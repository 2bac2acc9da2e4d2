import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useTheme } from '@mui/material/styles';
import { CardList } from '@/components/card-list';
import { HiddenText } from '@/components/hidden-text';
import { ScrollTable } from '@/components/scroll-table';
import type { Column, Row } from '@/components/table-column';

type Props<Item extends Row> = {
  readonly label: string;
  readonly items: readonly Item[];
  readonly columns: readonly Column<Item>[];
};

/** A table whose cells may need several lines, as what went wrong does; cards on a phone. */
export function JobTable<Item extends Row>({ label, items, columns }: Props<Item>) {
  const isPhone = useMediaQuery(useTheme().breakpoints.down('md'));
  if (isPhone) return <CardList label={label} items={items} columns={columns} />;
  return (
    <ScrollTable label={label}>
      <Table size="small">
        <TableHead>
          <TableRow>
            {columns.map(({ key, title, align, isAction }) => (
              <TableCell key={key} align={align ?? 'left'}>
                {isAction === true ? <HiddenText>{title}</HiddenText> : title}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map((item) => (
            <TableRow key={item.id}>
              {columns.map(({ key, align, show, width }) => (
                <TableCell key={key} align={align ?? 'left'} sx={{ verticalAlign: 'top' }}>
                  <Box sx={{ minWidth: width ?? 0 }}>{show(item)}</Box>
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </ScrollTable>
  );
}
