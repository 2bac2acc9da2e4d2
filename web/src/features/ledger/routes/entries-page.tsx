import Box from '@mui/material/Box';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '@/components/data-table';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { ExportButtons } from '@/components/export-buttons';
import { FilterBar } from '@/components/filter-bar';
import { FilterBranch } from '@/components/filter-branch';
import { FilterDate } from '@/components/filter-date';
import { FilterSelect } from '@/components/filter-select';
import { MoneyText } from '@/components/money-text';
import { Page } from '@/components/page';
import type { Column } from '@/components/table-column';
import { usePages } from '@/components/use-pages';
import { EntryDialog, type Entry } from '@/features/ledger/components/entry-dialog';
import { basisOf, FilterBasis } from '@/features/ledger/components/filter-basis';
import { LedgerTabs } from '@/features/ledger/components/ledger-tabs';
import { addAmounts, isAmount } from '@/lib/amount';
import { $api, api, read } from '@/lib/api/client';
import { useQueryState } from '@/lib/use-query-state';

/** The journal: what was booked, and on which accounts. */
export function EntriesPage() {
  const { t } = useTranslation();
  const [get, set] = useQueryState();
  const [opened, setOpened] = useState<Entry>();
  const filter = {
    from: get('from') || undefined,
    to: get('to') || undefined,
    account: get('account') || undefined,
    loanId: get('loan') || undefined,
    branchId: get('branch') || undefined,
    movesMoney: get('money') === '' ? undefined : true,
    ...basisOf(get('basis')),
  };
  const accounts = useQuery($api.queryOptions('get', '/api/ledger/accounts'));
  const pages = usePages(JSON.stringify(filter));
  const query = useQuery({
    queryKey: ['entries', filter, pages.cursor],
    queryFn: () =>
      read(api.GET('/api/ledger/entries', { params: { query: { ...filter, cursor: pages.cursor, limit: 50 } } })),
    placeholderData: keepPreviousData,
  });
  const columns: readonly Column<Entry>[] = [
    {
      key: 'on',
      title: t('Date'),
      width: 130,
      show: (each) => <DateText value={get('basis') === '' ? each.on : (each.bookedOn ?? each.on)} />,
    },
    { key: 'number', title: t('Number'), width: 110, show: (each) => each.number },
    { key: 'what', title: t('What'), leads: true, flex: 1.6, show: (each) => each.description },
    { key: 'accounts', title: t('Accounts'), flex: 1.4, show: (each) => <Sides entry={each} /> },
    {
      key: 'amount',
      title: t('Amount'),
      align: 'right',
      width: 150,
      show: (each) => <MoneyText amount={debits(each)} currency={each.lines?.[0]?.currency} />,
    },
  ];
  return (
    <Page title={t('Ledger')}>
      <LedgerTabs />
      <DataTable
        label={t('Entries')}
        query={query}
        columns={columns}
        pages={pages}
        onOpen={setOpened}
        toolbar={
          <FilterBar end={<ExportButtons what="journal" query={filter} />}>
            <FilterDate label={t('From')} value={get('from')} onChoose={(from) => set({ from })} />
            <FilterDate label={t('To')} value={get('to')} onChoose={(to) => set({ to })} />
            <FilterSelect
              label={t('Account')}
              value={get('account')}
              options={(accounts.data?.items ?? []).map(({ code, name }) => ({
                value: code,
                label: `${code} ${name}`,
              }))}
              onChoose={(account) => set({ account })}
            />
            <FilterBranch of="ledger.view" value={get('branch')} onChoose={(branch) => set({ branch })} />
            <FilterBasis value={get('basis')} onChoose={(basis) => set({ basis })} />
            <FilterSelect
              label={t('Which')}
              value={get('money')}
              options={[{ value: 'yes', label: t('That move money') }]}
              onChoose={(money) => set({ money })}
            />
          </FilterBar>
        }
        empty={
          <EmptyState title={t('Nothing is booked in this span')}>
            {t('Payouts, payments and reversals make entries.')}
          </EmptyState>
        }
      />
      {opened && <EntryDialog entry={opened} onClose={() => setOpened(undefined)} />}
    </Page>
  );
}

function Sides({ entry }: { readonly entry: Entry }) {
  const codes = (side: 'debit' | 'credit') =>
    (entry.lines ?? [])
      .filter((line) => isAmount(line[side]))
      .map((line) => line.accountName)
      .join(', ');
  return <Box component="span">{`${codes('debit')} ← ${codes('credit')}`}</Box>;
}

function debits(entry: Entry): string {
  return addAmounts(...(entry.lines ?? []).map((line) => line.debit).filter(isAmount));
}
