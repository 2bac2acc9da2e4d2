import Link from '@mui/material/Link';
import Box from '@mui/material/Box';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { ExportButtons } from '@/components/export-buttons';
import { Facts } from '@/components/facts';
import { FilterBar } from '@/components/filter-bar';
import { FilterCurrency } from '@/components/filter-currency';
import { FilterDate } from '@/components/filter-date';
import { FilterSelect } from '@/components/filter-select';
import { MoneyText } from '@/components/money-text';
import { PageButtons } from '@/components/page-buttons';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { SheetTable } from '@/components/sheet-table';
import { TextLink } from '@/components/text-link';
import { usePages } from '@/components/use-pages';
import { EntryDialog, type EntryName } from '@/features/ledger/components/entry-dialog';
import { PrintedLedgerPage } from '@/features/ledger/components/printed-ledger-page';
import { $api, type Schema } from '@/lib/api/client';
import { paths } from '@/lib/paths';
import { useProfile } from '@/lib/profile';
import { useQueryState } from '@/lib/use-query-state';

/** What was posted on one account, with its balance before, after each line, and after all. */
export function GeneralLedgerPage() {
  const { t } = useTranslation();
  const { organization } = useProfile();
  const [get, set] = useQueryState();
  const account = get('account');
  const to = get('to') || organization.businessDate;
  const filter = {
    account,
    to,
    from: get('from') || `${to.slice(0, 4)}-01-01`,
    ...(get('currency') !== '' && { currency: get('currency') }),
  };
  const accounts = useQuery($api.queryOptions('get', '/api/ledger/accounts'));
  return (
    <PrintedLedgerPage>
      <Section
        title={t('General ledger')}
        flush
        action={
          <FilterBar end={account !== '' && <ExportButtons what="general-ledger" query={filter} />}>
            <FilterSelect
              label={t('Account')}
              value={account}
              usual={t('Choose an account')}
              options={(accounts.data?.items ?? [])
                .filter(({ header }) => !header)
                .map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
              onChoose={(chosen) => set({ account: chosen })}
            />
            <FilterDate label={t('From')} value={filter.from} onChoose={(from) => set({ from })} />
            <FilterDate label={t('To')} value={to} onChoose={(last) => set({ to: last })} />
            <FilterCurrency value={get('currency')} onChoose={(currency) => set({ currency })} />
          </FilterBar>
        }
      >
        {account === '' ? (
          <EmptyState title={t('Choose an account')}>
            {t('Its lines are shown with the balance after each.')}
          </EmptyState>
        ) : (
          <Lines filter={filter} />
        )}
      </Section>
    </PrintedLedgerPage>
  );
}

type Filter = { account: string; from: string; to: string; currency?: string };

function Lines({ filter }: { readonly filter: Filter }) {
  const { t } = useTranslation();
  const pages = usePages(JSON.stringify(filter));
  const [opened, setOpened] = useState<EntryName>();
  const query = useQuery({
    ...$api.queryOptions('get', '/api/ledger/general-ledger', {
      params: { query: { ...filter, limit: 50, ...(pages.cursor !== undefined && { cursor: pages.cursor }) } },
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <QueryView query={query} lines={8}>
      {(ledger) => (
        <>
          <Box sx={{ px: 2.5, pb: 2 }}>
            <Balances ledger={ledger} />
          </Box>
          {ledger.items.length === 0 ? (
            <EmptyState title={t('Nothing was posted in these days.')} />
          ) : (
            <Sheet ledger={ledger} onOpen={setOpened} />
          )}
          <PageButtons pages={pages} next={ledger.next} count={ledger.items.length} />
          {opened && <EntryDialog entry={opened} onClose={() => setOpened(undefined)} />}
        </>
      )}
    </QueryView>
  );
}

function Balances({ ledger }: { readonly ledger: Schema<'GeneralLedger'> }) {
  const { t } = useTranslation();
  const money = (amount: string) => <MoneyText amount={amount} currency={ledger.currency} />;
  return (
    <Facts
      width={150}
      facts={[
        [t('Account'), `${ledger.account} ${ledger.name}`],
        [t('Opening balance'), money(ledger.opening)],
        [t('Debit'), money(ledger.debit)],
        [t('Credit'), money(ledger.credit)],
        [t('Closing balance'), money(ledger.closing)],
      ]}
    />
  );
}

function Sheet({
  ledger,
  onOpen,
}: {
  readonly ledger: Schema<'GeneralLedger'>;
  readonly onOpen: (entry: EntryName) => void;
}) {
  const { t } = useTranslation();
  const figure = (amount: string | null | undefined) =>
    amount && <MoneyText bare amount={amount} currency={ledger.currency} />;
  return (
    <SheetTable
      label={t('Lines of {{account}}', { account: ledger.name })}
      items={ledger.items}
      keyOf={(line) => line.id}
      columns={[
        { key: 'on', title: t('Date'), show: (line) => <DateText value={line.on} /> },
        {
          key: 'entry',
          title: t('Entry'),
          show: (line) => (
            <Link
              component="button"
              aria-label={t('Entry {{number}}', { number: line.number })}
              onClick={() => onOpen({ id: line.entryId, number: line.number })}
            >
              {line.number}
            </Link>
          ),
        },
        { key: 'what', title: t('What'), isDetail: true, show: (line) => line.description },
        {
          key: 'loan',
          title: t('Loan'),
          isDetail: true,
          show: (line) => line.loanId && <TextLink to={paths.loan(line.loanId)}>{t('Open the loan')}</TextLink>,
        },
        { key: 'debit', title: t('Debit'), isFigure: true, isDetail: true, show: (line) => figure(line.debit) },
        { key: 'credit', title: t('Credit'), isFigure: true, isDetail: true, show: (line) => figure(line.credit) },
        { key: 'balance', title: t('Balance'), isFigure: true, show: (line) => figure(line.balance) },
      ]}
    />
  );
}
