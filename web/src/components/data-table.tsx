import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useTheme } from '@mui/material/styles';
import type { UseQueryResult } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import type { Grid as GridComponent } from '@/components/grid';
import { CardList } from '@/components/card-list';
import { Loading } from '@/components/loading';
import { PageButtons } from '@/components/page-buttons';
import { ProblemAlert } from '@/components/problem-alert';
import type { Column, Row, SortState } from '@/components/table-column';
import type { Pages } from '@/components/use-pages';

// lazy() forgets that the grid is generic in its rows.
const Grid = lazy(async () => ({
  default: (await import('@/components/grid')).Grid,
})) as unknown as typeof GridComponent;

type Props<Item extends Row> = {
  readonly label: string;
  readonly query: UseQueryResult<{ items?: Item[]; next?: string | null }, unknown>;
  readonly columns: readonly Column<Item>[];
  readonly pages: Pages;
  readonly empty: ReactNode;
  readonly toolbar?: ReactNode;
  readonly sort?: SortState;
  readonly onSort?: (sort: SortState) => void;
  readonly onOpen?: (item: Item) => void;
};

/** A list of the server, page by page: a grid on a desk, cards on a phone. */
export function DataTable<Item extends Row>(props: Props<Item>) {
  const { label, query, columns, pages, empty, toolbar, sort, onSort, onOpen } = props;
  const phone = useMediaQuery(useTheme().breakpoints.down('md'));
  const items = Array.isArray(query.data?.items) ? query.data.items : [];

  return (
    <Card>
      {toolbar && <Box sx={{ p: 2, borderBottom: 1, borderColor: 'divider' }}>{toolbar}</Box>}
      {query.isError && (
        <Box sx={{ px: 2, py: 1 }}>
          <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
        </Box>
      )}
      {query.isPending && (
        <Box sx={{ p: 2 }}>
          <Loading lines={8} />
        </Box>
      )}
      {query.isSuccess && items.length === 0 && empty}
      {items.length > 0 && phone && (
        <CardList items={items} columns={columns} {...(onOpen && { onOpen })} label={label} />
      )}
      {items.length > 0 && !phone && (
        <Suspense
          fallback={
            <Box sx={{ p: 2 }}>
              <Loading lines={8} />
            </Box>
          }
        >
          <Grid
            label={label}
            items={items}
            columns={columns}
            busy={query.isFetching && query.isPlaceholderData}
            {...(sort && { sort })}
            {...(onSort && { onSort })}
            {...(onOpen && { onOpen })}
          />
        </Suspense>
      )}
      <PageButtons pages={pages} next={query.data?.next} count={items.length} />
    </Card>
  );
}
