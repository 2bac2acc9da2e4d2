import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DataTable } from '@/components/data-table';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { ExportButtons } from '@/components/export-buttons';
import { FilterBar } from '@/components/filter-bar';
import { FilterDate } from '@/components/filter-date';
import { FilterSelect } from '@/components/filter-select';
import { MoneyText } from '@/components/money-text';
import { Page } from '@/components/page';
import type { Column } from '@/components/table-column';
import { TextLink } from '@/components/text-link';
import { usePages } from '@/components/use-pages';
import { PaymentTabs } from '@/features/payment/components/payment-tabs';
import { $api, api, read, type Schema } from '@/lib/api/client';
import { daysBetween } from '@/lib/dates';
import { paths } from '@/lib/paths';
import { useMay, useProfile } from '@/lib/profile';
import { useQueryState } from '@/lib/use-query-state';

type Overdue = Schema<'OverdueInstallment'> & { readonly id: string };

/** Installments past due, the oldest first: whom to call today. */
export function OverduePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const { organization } = useProfile();
  const [get, set] = useQueryState();
  const on = get('on') || organization.businessDate;
  const filter = { on, branchId: get('branch') || undefined };
  const pages = usePages(JSON.stringify(filter));
  const branches = useQuery({ ...$api.queryOptions('get', '/api/branches'), enabled: may('branch.view') });
  const query = useQuery({
    queryKey: ['overdue', filter, pages.cursor],
    queryFn: () =>
      read(api.GET('/api/payments/overdue', { params: { query: { ...filter, cursor: pages.cursor, limit: 50 } } })),
    select: (page) => ({
      ...page,
      items: page.items.map((each): Overdue => ({ ...each, id: `${each.loanId} ${each.number}` })),
    }),
    placeholderData: keepPreviousData,
  });
  const columns: readonly Column<Overdue>[] = [
    {
      key: 'borrower',
      title: t('Borrower'),
      flex: 1.4,
      show: (each) => <TextLink to={paths.borrower(each.borrowerId)}>{each.borrowerName}</TextLink>,
    },
    {
      key: 'loan',
      title: t('Loan'),
      width: 160,
      leads: true,
      isLink: true,
      show: (each) => <TextLink to={paths.loan(each.loanId)}>{each.loanNumber}</TextLink>,
    },
    { key: 'number', title: t('Installment'), width: 110, align: 'right', show: (each) => each.number },
    { key: 'dueOn', title: t('Due on'), width: 140, show: (each) => <DateText value={each.dueOn} /> },
    { key: 'late', title: t('Days late'), width: 110, align: 'right', show: (each) => daysBetween(each.dueOn, on) },
    {
      key: 'amount',
      title: t('Left to pay'),
      width: 160,
      align: 'right',
      show: (each) => <MoneyText strong amount={each.amount} currency={each.currency} />,
    },
  ];
  return (
    <Page title={t('Payments')}>
      <PaymentTabs />
      <DataTable
        label={t('Overdue installments')}
        query={query}
        columns={columns}
        pages={pages}
        onOpen={(each) => void navigate(paths.loan(each.loanId))}
        toolbar={
          <FilterBar end={<ExportButtons what="overdue" query={filter} />}>
            <FilterDate label={t('Overdue on')} value={on} onChoose={(date) => set({ on: date })} />
            <FilterSelect
              label={t('Branch')}
              value={get('branch')}
              options={(branches.data?.items ?? []).map((each) => ({ value: each.id, label: each.name }))}
              onChoose={(branch) => set({ branch })}
            />
          </FilterBar>
        }
        empty={
          <EmptyState title={t('Nobody is behind')}>
            {t('Installments show up here the day after they were due.')}
          </EmptyState>
        }
      />
    </Page>
  );
}
