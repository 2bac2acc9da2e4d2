import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { MoneyText } from '@/components/money-text';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { SheetTable } from '@/components/sheet-table';
import { TextLink } from '@/components/text-link';
import { HowComputed } from '@/components/how-computed';
import { LedgerSpanFilter } from '@/features/ledger/components/ledger-span-filter';
import { PrintedLedgerPage } from '@/features/ledger/components/printed-ledger-page';
import { useLedgerSpan } from '@/features/ledger/components/use-ledger-span';
import { $api, type Schema } from '@/lib/api/client';
import { paths } from '@/lib/paths';

type Income = Schema<'IncomeReceived'>;

/** What was earned from loans in some days, beside what was received of it. */
export function IncomeReceivedPage() {
  const { t } = useTranslation();
  const span = useLedgerSpan();
  const { filter } = span;
  const query = useQuery({
    ...$api.queryOptions('get', '/api/ledger/income-received', { params: { query: filter } }),
    placeholderData: keepPreviousData,
  });
  return (
    <PrintedLedgerPage>
      <Section
        title={t('Income received in {{currency}}', { currency: filter.currency })}
        flush
        action={<LedgerSpanFilter what="income-received" span={span} />}
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
