import AttachmentIcon from '@mui/icons-material/AttachFileOutlined';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataTable } from '@/components/data-table';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { FilterBar } from '@/components/filter-bar';
import { FilterDate } from '@/components/filter-date';
import { FilterSelect } from '@/components/filter-select';
import { labelOf } from '@/components/labels';
import { MoneyText } from '@/components/money-text';
import { Page } from '@/components/page';
import { StatusChip } from '@/components/status-chip';
import type { Column } from '@/components/table-column';
import { usePages } from '@/components/use-pages';
import { ExpenseDialog } from '@/features/expense/components/expense-dialog';
import { ExpenseSums } from '@/features/expense/components/expense-sums';
import { RecordExpenseDialog } from '@/features/expense/components/record-expense-dialog';
import { $api, api, read, type Schema } from '@/lib/api/client';
import { oneOf } from '@/lib/one-of';
import { paths } from '@/lib/paths';
import { useMay } from '@/lib/profile';
import { useQueryState } from '@/lib/use-query-state';

type Expense = Schema<'Expense'>;

const STATUSES = ['RECORDED', 'APPROVED', 'PAID', 'REJECTED', 'WITHDRAWN', 'TAKEN_BACK'] as const;

/** What the lender spends: written down, approved by somebody else, paid out of a wallet. */
export function ExpensesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [get, set] = useQueryState();
  const [opened, setOpened] = useState<{ readonly expense: Expense; readonly problem?: unknown }>();
  const [isNew, setNew] = useState(false);
  const status = oneOf(STATUSES, get('status'));
  const filter = {
    ...(status !== undefined && { status }),
    ...(get('category') !== '' && { categoryId: get('category') }),
    ...(get('from') !== '' && { from: get('from') }),
    ...(get('to') !== '' && { to: get('to') }),
  };
  const pages = usePages(JSON.stringify(filter));
  const categories = useQuery($api.queryOptions('get', '/api/expense-categories'));
  const query = useQuery({
    queryKey: ['expenses', filter, pages.cursor],
    queryFn: () =>
      read(
        api.GET('/api/expenses', {
          params: { query: { ...filter, limit: 50, ...(pages.cursor !== undefined && { cursor: pages.cursor }) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const columns: readonly Column<Expense>[] = [
    { key: 'number', title: t('Number'), width: 130, show: (each) => <NumberAndFiles expense={each} /> },
    { key: 'on', title: t('Date'), width: 130, show: (each) => <DateText value={each.on} /> },
    { key: 'vendor', title: t('Vendor'), leads: true, flex: 1.4, show: (each) => each.vendor },
    { key: 'category', title: t('Category'), flex: 1, show: (each) => each.category },
    { key: 'recorded', title: t('Written down by'), flex: 1, show: (each) => each.recorded.name },
    { key: 'status', title: t('Status'), width: 190, show: (each) => <StatusChip status={each.status} /> },
    {
      key: 'amount',
      title: t('Amount'),
      align: 'right',
      width: 150,
      show: (each) => <MoneyText amount={each.amount} currency={each.currency} />,
    },
  ];
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <Page
      title={t('Expenses')}
      actions={
        <>
          {may('settings.edit') && (
            <Button component={Link} to={paths.expenseCategories} color="inherit">
              {t('Categories')}
            </Button>
          )}
          {may('expense.record') && (
            <Button variant="contained" onClick={() => setNew(true)}>
              {t('New expense')}
            </Button>
          )}
        </>
      }
    >
      <Stack sx={{ gap: 2 }}>
        <DataTable
          label={t('Expenses')}
          query={query}
          columns={columns}
          pages={pages}
          onOpen={(expense) => setOpened({ expense })}
          toolbar={
            <FilterBar>
              <FilterSelect
                label={t('Status')}
                value={get('status')}
                options={STATUSES.map((value) => ({ value, label: t(labelOf(value)) }))}
                onChoose={(chosen) => set({ status: chosen })}
              />
              <FilterSelect
                label={t('Category')}
                value={get('category')}
                options={(categories.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
                onChoose={(chosen) => set({ category: chosen })}
              />
              <FilterDate label={t('From')} value={get('from')} onChoose={(from) => set({ from })} />
              <FilterDate label={t('To')} value={get('to')} onChoose={(to) => set({ to })} />
            </FilterBar>
          }
          empty={
            isFiltered ? (
              <EmptyState title={t('No expense is like that')} />
            ) : (
              <EmptyState title={t('There is none yet')}>
                {t('One person writes an expense down, another one approves it, and then it is paid out of a wallet.')}
              </EmptyState>
            )
          }
        />
        <ExpenseSums />
      </Stack>
      {isNew && (
        <RecordExpenseDialog
          onUnattached={(expense, problem) => {
            setNew(false);
            setOpened({ expense, problem });
          }}
          onClose={() => setNew(false)}
        />
      )}
      {opened && <ExpenseDialog known={opened.expense} problem={opened.problem} onClose={() => setOpened(undefined)} />}
    </Page>
  );
}

/** What it is called, and whether a bill is kept with it. */
function NumberAndFiles({ expense }: { readonly expense: Expense }) {
  const { t } = useTranslation();
  const count = expense.attachments.length;
  return (
    <Stack component="span" direction="row" sx={{ alignItems: 'center', gap: 0.5 }}>
      {expense.number}
      {count > 0 && (
        <>
          <AttachmentIcon titleAccess={t('Attachments')} sx={{ fontSize: '1rem', color: 'text.secondary' }} />
          {count}
        </>
      )}
    </Stack>
  );
}
