import Box from '@mui/material/Box';
import {
  DataGrid,
  type GridCellParams,
  type GridColDef,
  type GridRowParams,
  type GridSortModel,
} from '@mui/x-data-grid';
import { HiddenText } from '@/components/hidden-text';
import type { Column, Row, SortState } from '@/components/table-column';
import { useDensity } from '@/lib/preferences';

type Props<Item extends Row> = {
  readonly label: string;
  readonly items: readonly Item[];
  readonly columns: readonly Column<Item>[];
  readonly busy: boolean;
  readonly sort?: SortState;
  readonly onSort?: (sort: SortState) => void;
  readonly onOpen?: (item: Item) => void;
};

/** The desk view of a list. Sorting and paging are the server's: the grid only asks. */
export function Grid<Item extends Row>({ label, items, columns, busy, sort = '', onSort, onOpen }: Props<Item>) {
  const density = useDensity();
  const compact = density === 'compact';

  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', minWidth: 0 }}>
      <DataGrid<Item>
        aria-label={label}
        rows={items}
        columns={columns.map(gridColumn)}
        loading={busy}
        hideFooter
        disableRowSelectionOnClick
        disableColumnFilter
        disableVirtualization={items.length <= 100}
        rowHeight={compact ? 38 : 50}
        columnHeaderHeight={compact ? 38 : 44}
        sortingMode="server"
        sortingOrder={['asc', 'desc', null]}
        sortModel={modelOf(sort, columns)}
        onSortModelChange={(model) => onSort?.(sortOf(model, columns))}
        {...(onOpen && {
          onRowClick: (row: GridRowParams<Item>, event) => {
            if (!isControl(event.target)) onOpen(row.row);
          },
          onCellKeyDown: (cell: GridCellParams<Item>, event) => {
            if (event.key === 'Enter' && !isControl(event.target)) onOpen(cell.row);
          },
        })}
      />
    </Box>
  );
}

/** A link or a button in a row does its own work. */
function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button') !== null;
}

function gridColumn<Item extends Row>(column: Column<Item>): GridColDef<Item> {
  return {
    field: column.key,
    headerName: column.title,
    renderCell: (cell) => column.show(cell.row),
    align: column.align ?? 'left',
    headerAlign: column.align ?? 'left',
    sortable: column.sortBy !== undefined,
    ...(column.isSortedDown === true && { sortingOrder: ['desc', null] as const }),
    ...(column.isAction && { renderHeader: () => <HiddenText>{column.title}</HiddenText> }),
    ...(column.width === undefined ? { flex: column.flex ?? 1, minWidth: 120 } : { width: column.width }),
  };
}

function modelOf<Item>(sort: SortState, columns: readonly Column<Item>[]): GridSortModel {
  const name = sort.replace('-', '');
  const column = columns.find((each) => each.sortBy === name && name !== '');
  return column === undefined ? [] : [{ field: column.key, sort: sort.startsWith('-') ? 'desc' : 'asc' }];
}

function sortOf<Item>(model: GridSortModel, columns: readonly Column<Item>[]): SortState {
  const [first] = model;
  const name = columns.find((each) => each.key === first?.field)?.sortBy;
  if (first === undefined || name === undefined) return '';
  return first.sort === 'desc' ? `-${name}` : name;
}
