import Button from '@mui/material/Button';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataTable } from '@/components/data-table';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { FilterBar } from '@/components/filter-bar';
import { FilterSelect } from '@/components/filter-select';
import { labelOf } from '@/components/labels';
import { MoneyText } from '@/components/money-text';
import { Page } from '@/components/page';
import { StatusChip } from '@/components/status-chip';
import type { Column } from '@/components/table-column';
import { usePages } from '@/components/use-pages';
import { LedgerTabs } from '@/features/ledger/components/ledger-tabs';
import { ManualEntryDialog, type ManualEntry } from '@/features/ledger/components/manual-entry-dialog';
import { api, read } from '@/lib/api/client';
import { oneOf } from '@/lib/one-of';
import { paths } from '@/lib/paths';
import { useMay } from '@/lib/profile';
import { useQueryState } from '@/lib/use-query-state';

/** What does not wait any more; the inbox is what is shown first. */
const DECIDED = ['POSTED', 'REJECTED', 'WITHDRAWN'] as const;

/** What people wrote by hand: what waits for a second person, and what came of the rest. */
export function ManualEntriesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [get, set] = useQueryState();
  const [opened, setOpened] = useState<ManualEntry>();
  const everything = get('status') === 'ALL';
  const status = everything ? undefined : (oneOf(DECIDED, get('status')) ?? 'WAITING');
  const pages = usePages(get('status'));
  const query = useQuery({
    queryKey: ['manual-entries', status, pages.cursor],
    queryFn: () =>
      read(
        api.GET('/api/ledger/manual-entries', {
          params: { query: { limit: 50, cursor: pages.cursor, ...(status !== undefined && { status }) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const columns: readonly Column<ManualEntry>[] = [
    { key: 'on', title: t('Date'), width: 130, show: (each) => <DateText value={each.on} /> },
    { key: 'what', title: t('What'), leads: true, flex: 1.6, show: (each) => each.description },
    { key: 'drafted', title: t('Drafted by'), show: (each) => each.drafted.name },
    { key: 'decided', title: t('Decided by'), show: (each) => each.decided?.name ?? '–' },
    { key: 'status', title: t('Status'), width: 130, show: (each) => <StatusChip status={each.status} /> },
    {
      key: 'amount',
      title: t('Amount'),
      align: 'right',
      width: 150,
      show: (each) => <MoneyText amount={each.amount} currency={each.currency} />,
    },
  ];
  return (
    <Page
      title={t('Ledger')}
      actions={
        may('ledger.draft') && (
          <Button variant="contained" component={Link} to={paths.newManualEntry}>
            {t('New entry')}
          </Button>
        )
      }
    >
      <LedgerTabs />
      <DataTable
        label={t('Manual entries')}
        query={query}
        columns={columns}
        pages={pages}
        onOpen={setOpened}
        toolbar={
          <FilterBar>
            <FilterSelect
              label={t('Status')}
              value={get('status')}
              usual={t(labelOf('WAITING'))}
              options={[...DECIDED, 'ALL'].map((value) => ({ value, label: t(labelOf(value)) }))}
              onChoose={(chosen) => set({ status: chosen })}
            />
          </FilterBar>
        }
        empty={
          status === 'WAITING' ? (
            <EmptyState title={t('Nothing waits')}>
              {t('What the program does not book by itself, like capital paid in or rent, is entered here.')}
            </EmptyState>
          ) : (
            <EmptyState title={t('There is none yet')} />
          )
        }
      />
      {opened && <ManualEntryDialog entry={opened} onClose={() => setOpened(undefined)} />}
    </Page>
  );
}
