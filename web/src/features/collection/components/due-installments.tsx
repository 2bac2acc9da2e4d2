import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DataTable } from '@/components/data-table';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { FilterBar } from '@/components/filter-bar';
import { FilterCurrency } from '@/components/filter-currency';
import { FilterDate } from '@/components/filter-date';
import { MoneyText } from '@/components/money-text';
import type { Column } from '@/components/table-column';
import { TextLink } from '@/components/text-link';
import { usePages } from '@/components/use-pages';
import { $api, type Schema } from '@/lib/api/client';
import { idOf } from '@/lib/ids';
import { paths } from '@/lib/paths';
import { useProfile } from '@/lib/profile';
import { useQueryState } from '@/lib/use-query-state';

type Due = Schema<'DueInstallment'>;

/** What falls due in some days, the business date unless others are chosen, and what of it is not paid. */
export function DueInstallments() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { organization } = useProfile();
  const [get, set] = useQueryState();
  const from = get('from') || organization.businessDate;
  const chosenTo = get('to');
  const filter = {
    from,
    to: chosenTo >= from ? chosenTo : from,
    officerId: idOf(get('officer')),
    currency: get('currency') || undefined,
  };
  const pages = usePages(JSON.stringify(filter));
  const query = useQuery({
    ...$api.queryOptions('get', '/api/payments/due', {
      params: { query: { ...filter, cursor: pages.cursor, limit: 50 } },
    }),
    placeholderData: keepPreviousData,
  });
  const currency = query.data?.currency ?? organization.currency;
  return (
    <DataTable
      label={t('Installments due')}
      query={query}
      columns={useColumns(currency)}
      pages={pages}
      onOpen={(each) => void navigate(paths.loan(each.loanId))}
      toolbar={
        <Stack sx={{ gap: 2 }}>
          <FilterBar end={<FilterCurrency value={get('currency')} onChoose={(chosen) => set({ currency: chosen })} />}>
            <FilterDate label={t('Due from')} value={from} onChoose={(date) => set({ from: date })} />
            <FilterDate label={t('Due until')} value={filter.to} onChoose={(date) => set({ to: date })} />
            {filter.officerId !== undefined && (
              <Chip label={t('Of one officer')} onDelete={() => set({ officer: undefined })} />
            )}
          </FilterBar>
          {query.data && <Sums page={query.data} />}
        </Stack>
      }
      empty={
        <EmptyState title={t('Nothing is open')}>
          {t('What falls due on these days is paid, or nothing falls due.')}
        </EmptyState>
      }
    />
  );
}

/** The figures that the dashboard has of the same days. */
function Sums({ page }: { readonly page: Schema<'DuePage'> }) {
  const { t } = useTranslation();
  const sums = [
    { label: t('Due'), amount: page.due },
    { label: t('Paid of it'), amount: page.paid },
    { label: t('Not paid'), amount: page.unpaid },
  ];
  return (
    <Stack component="dl" direction="row" sx={{ gap: 4, flexWrap: 'wrap', m: 0 }}>
      {sums.map(({ label, amount }) => (
        <Box key={label}>
          <Box component="dt" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
            {label}
          </Box>
          <Box component="dd" sx={{ m: 0, fontWeight: 600 }}>
            <MoneyText amount={amount} currency={page.currency} />
          </Box>
        </Box>
      ))}
    </Stack>
  );
}

function useColumns(currency: string): readonly Column<Due>[] {
  const { t } = useTranslation();
  const money = (amount: string) => <MoneyText amount={amount} currency={currency} bare />;
  return [
    { key: 'on', title: t('Due on'), width: 120, show: (each) => <DateText value={each.dueOn} /> },
    {
      key: 'loan',
      title: t('Loan'),
      width: 145,
      leads: true,
      isLink: true,
      show: (each) => <TextLink to={paths.loan(each.loanId)}>{each.loanNumber}</TextLink>,
    },
    { key: 'number', title: t('Installment'), width: 105, align: 'right', show: (each) => each.number },
    {
      key: 'borrower',
      title: t('Borrower'),
      flex: 1.3,
      show: (each) => <TextLink to={paths.borrower(each.borrowerId)}>{each.borrowerName}</TextLink>,
    },
    { key: 'officer', title: t('Officer'), flex: 1, show: (each) => each.officerName ?? '–' },
    {
      key: 'principal',
      title: t('Principal'),
      width: 115,
      align: 'right',
      show: (each) => money(each.parts.principal),
    },
    { key: 'interest', title: t('Interest'), width: 105, align: 'right', show: (each) => money(each.parts.interest) },
    {
      key: 'unpaid',
      title: t('Not paid'),
      width: 130,
      align: 'right',
      show: (each) => <MoneyText strong amount={each.unpaid} currency={currency} />,
    },
  ];
}
