import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '@/components/data-table';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { moneyText, MoneyText } from '@/components/money-text';
import type { Column } from '@/components/table-column';
import { usePages } from '@/components/use-pages';
import { writeOffsOfLoanQuery, type WriteOff } from '@/features/loan/api/write-offs';
import { WriteOffDecision } from '@/features/loan/components/write-off-decision';
import { api, read } from '@/lib/api/client';
import { useRegion } from '@/lib/profile';

/** Says on a loan's page that its write-off is asked for. */
export function WriteOffWaits({ loanId }: { readonly loanId: string }) {
  const { t } = useTranslation();
  const { locale } = useRegion();
  const [open, setOpen] = useState<string>();
  const query = useQuery(writeOffsOfLoanQuery(loanId));
  const waiting = query.data?.items.find(({ status }) => status === 'WAITING');
  return (
    <>
      {waiting && (
        <Alert
          severity="warning"
          action={
            <Button color="inherit" size="small" onClick={() => setOpen(waiting.id)}>
              {t('Look at it')}
            </Button>
          }
        >
          {t('{{name}} asked to write off {{amount}}. Somebody else decides.', {
            name: waiting.askedBy,
            amount: moneyText(waiting.amount, waiting.currency, locale),
          })}
        </Alert>
      )}
      {open !== undefined && <WriteOffDecision id={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

/** Loans that somebody asked to write off, and that wait for another person. */
export function WaitingWriteOffs() {
  const { t } = useTranslation();
  const pages = usePages('');
  const [opened, setOpened] = useState<WriteOff>();
  const query = useQuery({
    queryKey: ['write-offs', 'WAITING', pages.cursor],
    queryFn: () =>
      read(api.GET('/api/write-offs', { params: { query: { status: 'WAITING', limit: 50, cursor: pages.cursor } } })),
    placeholderData: keepPreviousData,
  });
  const columns: readonly Column<WriteOff>[] = [
    { key: 'number', title: t('Loan'), leads: true, width: 160, show: (each) => each.loanNumber },
    { key: 'borrower', title: t('Borrower'), flex: 1.4, show: (each) => each.borrowerName },
    { key: 'asked', title: t('Asked by'), show: (each) => each.askedBy },
    { key: 'on', title: t('Counts from'), width: 130, show: (each) => <DateText value={each.on} /> },
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
        empty={
          <EmptyState title={t('No write-off waits')}>
            {t('Loans that somebody asks to write off show up here until somebody else has decided.')}
          </EmptyState>
        }
      />
      {opened && <WriteOffDecision id={opened.id} onClose={() => setOpened(undefined)} />}
    </>
  );
}
