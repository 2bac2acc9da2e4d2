import HistoryIcon from '@mui/icons-material/ManageSearch';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DataTable } from '@/components/data-table';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { ExportButtons } from '@/components/export-buttons';
import { FilterBar } from '@/components/filter-bar';
import { FilterSelect } from '@/components/filter-select';
import { labelOf } from '@/components/labels';
import { MoneyText } from '@/components/money-text';
import { SearchField } from '@/components/search-field';
import { StatusChip } from '@/components/status-chip';
import type { Column } from '@/components/table-column';
import { TextLink } from '@/components/text-link';
import { usePages } from '@/components/use-pages';
import { BORROWER_STATUSES, borrowersQuery, type Borrower } from '@/features/borrower/api/list-borrowers';
import { oneOf } from '@/lib/one-of';
import { paths } from '@/lib/paths';
import { useQueryState } from '@/lib/use-query-state';

type Props = { readonly onAdd?: (() => void) | undefined; readonly onHistory: (borrower: Borrower) => void };

/** Who borrows, found while typing a name, a phone number or a number of ours. */
export function BorrowersTable({ onAdd, onHistory }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [get, set] = useQueryState();
  const filter = {
    search: get('search') || undefined,
    status: oneOf(BORROWER_STATUSES, get('status')),
    sort: get('sort') || undefined,
  };
  const pages = usePages(JSON.stringify(filter));
  const query = useQuery(borrowersQuery({ ...filter, cursor: pages.cursor, limit: 50 }));

  const columns: readonly Column<Borrower>[] = [
    {
      key: 'name',
      title: t('Name'),
      sortBy: 'name',
      flex: 1.6,
      leads: true,
      isLink: true,
      show: (each) => <TextLink to={paths.borrower(each.id)}>{each.name}</TextLink>,
    },
    { key: 'number', title: t('Number'), width: 130, sortBy: 'number', show: (each) => each.number },
    { key: 'phone', title: t('Phone'), width: 160, show: (each) => each.phone ?? '–' },
    {
      key: 'income',
      title: t('Monthly income'),
      align: 'right',
      width: 150,
      show: (each) => <MoneyText amount={each.monthlyIncome} currency={each.incomeCurrency} />,
    },
    {
      key: 'createdAt',
      title: t('Since'),
      width: 130,
      sortBy: 'createdAt',
      show: (each) => <DateText value={each.createdAt} />,
    },
    { key: 'status', title: t('Status'), width: 130, show: (each) => <StatusChip status={each.status} /> },
    {
      key: 'history',
      title: t('History'),
      isAction: true,
      width: 60,
      show: (each) => (
        <IconButton
          aria-label={t('History of {{name}}', { name: each.name })}
          onClick={(event) => {
            event.stopPropagation();
            onHistory(each);
          }}
        >
          <HistoryIcon />
        </IconButton>
      ),
    },
  ];

  return (
    <DataTable
      label={t('Borrowers')}
      query={query}
      columns={columns}
      pages={pages}
      sort={get('sort')}
      onSort={(sort) => set({ sort })}
      onOpen={(each) => void navigate(paths.borrower(each.id))}
      toolbar={
        <FilterBar end={<ExportButtons what="borrowers" query={filter} />}>
          <SearchField
            label={t('Name, phone, e-mail or number')}
            value={get('search')}
            onSearch={(search) => set({ search })}
          />
          <FilterSelect
            label={t('Status')}
            value={get('status')}
            options={BORROWER_STATUSES.map((value) => ({ value, label: t(labelOf(value)) }))}
            onChoose={(status) => set({ status })}
          />
        </FilterBar>
      }
      empty={
        filter.search !== undefined || filter.status !== undefined ? (
          <EmptyState title={t('Nobody fits')}>{t('Try fewer letters, or take a filter away.')}</EmptyState>
        ) : (
          <EmptyState
            title={t('No borrower yet')}
            action={
              onAdd && (
                <Button variant="contained" onClick={onAdd}>
                  {t('Add the first borrower')}
                </Button>
              )
            }
          >
            {t('A loan starts with the person who takes it.')}
          </EmptyState>
        )
      }
    />
  );
}
