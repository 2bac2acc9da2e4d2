import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/components/date-text';
import { ExportButtons } from '@/components/export-buttons';
import { FilterBar } from '@/components/filter-bar';
import { FilterBranch } from '@/components/filter-branch';
import { FilterCurrency } from '@/components/filter-currency';
import { FilterSelect } from '@/components/filter-select';
import { MoneyText } from '@/components/money-text';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { SheetTable } from '@/components/sheet-table';
import { TextLink } from '@/components/text-link';
import { HowComputed } from '@/components/how-computed';
import { PrintedLedgerPage } from '@/features/ledger/components/printed-ledger-page';
import { compareAmounts } from '@/lib/amount';
import { $api, type Schema } from '@/lib/api/client';
import { paths } from '@/lib/paths';
import { useMay, useProfile } from '@/lib/profile';
import { useQueryState } from '@/lib/use-query-state';

const DAYS = ['7', '14', '60', '90'] as const;

/** Money at hand against what is promised, and what should come in soon. */
export function LiquidityPage() {
  const { t } = useTranslation();
  const { organization } = useProfile();
  const [get, set] = useQueryState();
  const currency = get('currency') || organization.currency;
  const branch = get('branch');
  const days = DAYS.find((each) => each === get('days'));
  const filter = {
    currency,
    ...(branch !== '' && { branchId: branch }),
    ...(days !== undefined && { days: Number(days) }),
  };
  const query = useQuery({
    ...$api.queryOptions('get', '/api/reports/liquidity', { params: { query: filter } }),
    placeholderData: keepPreviousData,
  });
  return (
    <PrintedLedgerPage>
      <Section
        title={t('Liquidity in {{currency}}', { currency })}
        flush
        action={
          <FilterBar end={<ExportButtons what="liquidity" query={filter} />}>
            <FilterSelect
              label={t('Ahead')}
              value={days ?? ''}
              usual={t('{{days}} days', { days: 30 })}
              options={DAYS.map((value) => ({ value, label: t('{{days}} days', { days: value }) }))}
              onChoose={(chosen) => set({ days: chosen })}
            />
            <FilterBranch of="report.run" value={branch} onChoose={(chosen) => set({ branch: chosen })} />
            <FilterCurrency value={get('currency')} onChoose={(chosen) => set({ currency: chosen })} />
          </FilterBar>
        }
      >
        <QueryView query={query} lines={8}>
          {(liquidity) => <Sheet liquidity={liquidity} />}
        </QueryView>
        <HowComputed>
          {t(
            'Free is money at hand less what is approved and not paid out, less what is held for borrowers. Free then adds the installments that fall due until the day; what is past due is not counted on.',
          )}
        </HowComputed>
      </Section>
    </PrintedLedgerPage>
  );
}

type Row = {
  readonly key: string;
  readonly what: string;
  readonly to?: string | undefined;
  readonly count?: number;
  readonly amount: string;
  readonly isSum?: boolean;
};

function Sheet({ liquidity }: { readonly liquidity: Schema<'Liquidity'> }) {
  const { t } = useTranslation();
  const may = useMay();
  const ledger = (account: string) =>
    may('ledger.view') ? paths.generalLedger({ account, currency: liquidity.currency, to: liquidity.on }) : undefined;
  const rows: readonly Row[] = [
    ...liquidity.accounts.map(({ code, name, balance }) => ({
      key: code,
      what: `${code} ${name}`,
      to: ledger(code),
      amount: balance,
    })),
    { key: 'hand', what: t('Money at hand'), amount: liquidity.atHand, isSum: true },
    {
      key: 'approved',
      what: t('Approved, not paid out'),
      to: `${paths.loans}?status=APPROVED`,
      count: liquidity.approved.count,
      amount: liquidity.approved.amount,
    },
    { key: 'held', what: t('Held for borrowers'), to: ledger('2110'), amount: liquidity.owedToBorrowers },
    { key: 'free', what: t('Free'), amount: liquidity.free, isSum: true },
    {
      key: 'expected',
      what: t('Expected'),
      count: liquidity.expected.count,
      amount: liquidity.expected.amount,
    },
    { key: 'then', what: t('Free then'), amount: liquidity.freeThen, isSum: true },
    {
      key: 'past',
      what: t('Past due, not counted on'),
      to: paths.overdue,
      count: liquidity.pastDue.count,
      amount: liquidity.pastDue.amount,
    },
  ];
  return (
    <>
      <Box sx={{ px: 2.5, pb: 2 }}>
        {compareAmounts(liquidity.free, '0') < 0 && (
          <Alert severity="warning" sx={{ mb: 2 }}>
            {t('More is promised than is at hand.')}
          </Alert>
        )}
        {t('As of')} <DateText value={liquidity.on} /> · {t('Expected until')} <DateText value={liquidity.until} />
      </Box>
      <SheetTable
        label={t('Liquidity')}
        items={rows}
        keyOf={({ key }) => key}
        columns={[
          {
            key: 'what',
            title: t('What'),
            show: ({ what, to, isSum }) =>
              to === undefined ? isSum === true ? <b>{what}</b> : what : <TextLink to={to}>{what}</TextLink>,
          },
          { key: 'count', title: t('Number'), isFigure: true, isDetail: true, show: ({ count }) => count },
          {
            key: 'amount',
            title: t('Amount'),
            isFigure: true,
            show: ({ amount, isSum }) => (
              <MoneyText bare strong={isSum === true} amount={amount} currency={liquidity.currency} />
            ),
          },
        ]}
      />
    </>
  );
}
