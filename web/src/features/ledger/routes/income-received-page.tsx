import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ExportButtons } from '@/components/export-buttons';
import { FilterBar } from '@/components/filter-bar';
import { FilterBranch } from '@/components/filter-branch';
import { FilterCurrency } from '@/components/filter-currency';
import { FilterDate } from '@/components/filter-date';
import { MoneyText } from '@/components/money-text';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { SheetTable } from '@/components/sheet-table';
import { TextLink } from '@/components/text-link';
import { HowComputed } from '@/features/ledger/components/how-computed';
import { PrintedLedgerPage } from '@/features/ledger/components/printed-ledger-page';
import { $api, type Schema } from '@/lib/api/client';
import { paths } from '@/lib/paths';
import { useProfile } from '@/lib/profile';
import { useQueryState } from '@/lib/use-query-state';

type Income = Schema<'IncomeReceived'>;

/** What was earned from loans in some days, beside what was received of it. */
export function IncomeReceivedPage() {
  const { t } = useTranslation();
  const { organization } = useProfile();
  const [get, set] = useQueryState();
  const to = get('to') || organization.businessDate;
  const from = get('from') || `${to.slice(0, 4)}-01-01`;
  const currency = get('currency') || organization.currency;
  const branch = get('branch');
  const filter = { from, to, currency, ...(branch !== '' && { branchId: branch }) };
  const query = useQuery({
    ...$api.queryOptions('get', '/api/ledger/income-received', { params: { query: filter } }),
    placeholderData: keepPreviousData,
  });
  return (
    <PrintedLedgerPage>
      <Section
        title={t('Income received in {{currency}}', { currency })}
        flush
        action={
          <FilterBar end={<ExportButtons what="income-received" query={filter} />}>
            <FilterDate label={t('From')} value={from} onChoose={(date) => set({ from: date })} />
            <FilterDate label={t('To')} value={to} onChoose={(date) => set({ to: date })} />
            <FilterBranch value={branch} onChoose={(chosen) => set({ branch: chosen })} />
            <FilterCurrency value={get('currency')} onChoose={(chosen) => set({ currency: chosen })} />
          </FilterBar>
        }
      >
        <QueryView query={query} lines={4}>
          {(income) => <Sheet income={income} />}
        </QueryView>
        <HowComputed>
          {t(
            'Earned is what was booked as income; received is what payments paid of it. Before plus earned less received plus otherwise is after. Otherwise is what was taken over from an earlier system, given up, or booked by hand.',
          )}
        </HowComputed>
      </Section>
    </PrintedLedgerPage>
  );
}

function Sheet({ income }: { readonly income: Income }) {
  const { t } = useTranslation();
  const titles = { INTEREST: t('Interest'), FEES: t('Fees'), PENALTIES: t('Penalties') };
  const ledger = (amount: string, account: string | undefined, from?: string) => {
    const figure = <MoneyText bare amount={amount} currency={income.currency} />;
    return account === undefined ? (
      figure
    ) : (
      <TextLink
        to={paths.generalLedger({
          account,
          currency: income.currency,
          to: income.to,
          ...(from !== undefined && { from }),
        })}
        sx={{ color: 'inherit', textDecorationColor: 'var(--mui-palette-divider)' }}
      >
        {figure}
      </TextLink>
    );
  };
  return (
    <SheetTable
      label={t('Income received')}
      items={income.rows}
      keyOf={({ kind }) => kind}
      columns={[
        { key: 'kind', title: t('Income'), show: ({ kind }) => titles[kind] },
        {
          key: 'before',
          title: t('Receivable before'),
          isFigure: true,
          isDetail: true,
          show: (row) => ledger(row.opening, row.receivableAccounts[0], income.from),
        },
        {
          key: 'earned',
          title: t('Earned'),
          isFigure: true,
          show: (row) => ledger(row.earned, row.incomeAccounts[0], income.from),
        },
        {
          key: 'received',
          title: t('Received'),
          isFigure: true,
          show: (row) => <MoneyText bare amount={row.received} currency={income.currency} />,
        },
        {
          key: 'other',
          title: t('Otherwise'),
          isFigure: true,
          isDetail: true,
          show: (row) => <MoneyText bare amount={row.other} currency={income.currency} />,
        },
        {
          key: 'after',
          title: t('Receivable after'),
          isFigure: true,
          isDetail: true,
          show: (row) => ledger(row.closing, row.receivableAccounts[0], income.from),
        },
      ]}
    />
  );
}
