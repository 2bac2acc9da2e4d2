import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataTable } from '@/components/data-table';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { FilterBar } from '@/components/filter-bar';
import { FilterSelect } from '@/components/filter-select';
import { labelOf } from '@/components/labels';
import { MoneyText } from '@/components/money-text';
import { StatusChip } from '@/components/status-chip';
import type { Column } from '@/components/table-column';
import { TextLink } from '@/components/text-link';
import { usePages } from '@/components/use-pages';
import { api, read, type Schema } from '@/lib/api/client';
import { oneOf } from '@/lib/one-of';
import { paths } from '@/lib/paths';
import { useQueryState } from '@/lib/use-query-state';

type Reminder = Schema<'Reminder'>;

const STATES = ['SHOWN', 'WAITING', 'MAILED', 'STALE'] as const;

/** Messages to borrowers, newest first. */
export function ReminderList() {
  const { t } = useTranslation();
  const [get, set] = useQueryState();
  const state = oneOf(STATES, get('state'));
  const pages = usePages(state ?? '');
  const query = useQuery({
    queryKey: ['reminders', state, pages.cursor],
    queryFn: () => read(api.GET('/api/reminders', { params: { query: { state, cursor: pages.cursor, limit: 50 } } })),
    placeholderData: keepPreviousData,
  });
  const columns: readonly Column<Reminder>[] = [
    { key: 'on', title: t('For'), width: 130, show: (each) => <DateText value={each.madeOn} /> },
    {
      key: 'loan',
      title: t('Loan'),
      leads: true,
      width: 170,
      show: (each) => <TextLink to={paths.loan(each.loanId)}>{each.loanNumber}</TextLink>,
    },
    { key: 'borrower', title: t('Borrower'), flex: 1, show: (each) => each.borrowerName },
    { key: 'subject', title: t('Subject'), flex: 1.4, show: (each) => each.subject },
    { key: 'due', title: t('Due'), width: 130, show: (each) => <DateText value={each.dueOn} /> },
    {
      key: 'amount',
      title: t('Amount'),
      align: 'right',
      width: 150,
      show: (each) => <MoneyText amount={each.amount} currency={each.currency} />,
    },
    { key: 'state', title: t('Status'), width: 150, show: (each) => <StatusChip status={each.state} /> },
  ];
  return (
    <DataTable
      label={t('Reminders')}
      query={query}
      columns={columns}
      pages={pages}
      toolbar={
        <FilterBar>
          <FilterSelect
            label={t('Status')}
            value={get('state')}
            options={STATES.map((value) => ({ value, label: t(labelOf(value)) }))}
            onChoose={(chosen) => set({ state: chosen })}
          />
        </FilterBar>
      }
      empty={
        <EmptyState title={t('No reminders yet')}>
          {t('The close of a day makes those of the next one, where something falls due or is overdue.')}
        </EmptyState>
      }
    />
  );
}
