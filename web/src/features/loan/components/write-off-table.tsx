import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '@/components/data-table';
import { DateText, MomentText } from '@/components/date-text';
import { MoneyText } from '@/components/money-text';
import { StatusChip } from '@/components/status-chip';
import type { Column } from '@/components/table-column';
import { usePages } from '@/components/use-pages';
import type { WriteOff } from '@/features/loan/api/write-offs';
import { WriteOffDecision } from '@/features/loan/components/write-off-decision';
import { api, read } from '@/lib/api/client';

type Props = {
  /** Only those of a status; all, if left out. */
  readonly status?: WriteOff['status'] | undefined;
  readonly toolbar?: ReactNode;
  readonly empty: ReactNode;
};

/** Loans that somebody asked to write off; each opens what can be decided about it. */
export function WriteOffTable({ status, toolbar, empty }: Props) {
  const { t } = useTranslation();
  const pages = usePages(status ?? '');
  const [opened, setOpened] = useState<WriteOff>();
  const query = useQuery({
    queryKey: ['write-offs', status, pages.cursor],
    queryFn: () =>
      read(
        api.GET('/api/write-offs', {
          params: { query: { limit: 50, cursor: pages.cursor, ...(status !== undefined && { status }) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const columns: readonly Column<WriteOff>[] = [
    { key: 'number', title: t('Loan'), leads: true, width: 160, show: (each) => each.loanNumber },
    { key: 'borrower', title: t('Borrower'), flex: 1.4, show: (each) => each.borrowerName },
    { key: 'asked', title: t('Asked by'), show: (each) => each.askedBy },
    { key: 'on', title: t('Counts from'), width: 130, show: (each) => <DateText value={each.on} /> },
    ...(status === 'WAITING' ? [] : decision(t('Status'), t('Decided by'), t('Decided'))),
    {
      key: 'amount',
      title: t('Owed when asked'),
      align: 'right',
      width: 170,
      show: (each) => <MoneyText amount={each.amount} currency={each.currency} />,
    },
  ];
  return (
    <>
      <DataTable
        label={t('Write-offs')}
        query={query}
        columns={columns}
        pages={pages}
        onOpen={setOpened}
        toolbar={toolbar}
        empty={empty}
      />
      {opened && <WriteOffDecision id={opened.id} onClose={() => setOpened(undefined)} />}
    </>
  );
}

function decision(status: string, by: string, at: string): readonly Column<WriteOff>[] {
  return [
    { key: 'status', title: status, width: 140, show: (each) => <StatusChip status={each.status} /> },
    { key: 'by', title: by, show: (each) => each.decidedBy ?? '–' },
    {
      key: 'at',
      title: at,
      width: 170,
      show: (each) => (each.decidedAt ? <MomentText value={each.decidedAt} /> : '–'),
    },
  ];
}
