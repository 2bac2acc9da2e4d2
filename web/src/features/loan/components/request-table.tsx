import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '@/components/data-table';
import { DateText } from '@/components/date-text';
import { MoneyText } from '@/components/money-text';
import { StatusChip } from '@/components/status-chip';
import type { Column } from '@/components/table-column';
import { usePages } from '@/components/use-pages';
import type { LoanRequest } from '@/features/loan/api/loan-requests';
import { RequestDecision } from '@/features/loan/components/request-decision';
import { labelOfRequest } from '@/features/loan/requests';
import { compareAmounts } from '@/lib/amount';
import { api, read } from '@/lib/api/client';

type Props = {
  /** Only those of a kind; all, if left out. */
  readonly kind?: LoanRequest['kind'] | undefined;
  /** Only those of a status; all, if left out. */
  readonly status?: LoanRequest['status'] | undefined;
  /** Only what waits for the decision of whoever looks. */
  readonly toDecide?: boolean;
  readonly toolbar?: ReactNode;
  readonly empty: ReactNode;
};

/** What somebody asked for of running loans; each opens what can be decided about it. */
export function RequestTable({ kind, status, toDecide = false, toolbar, empty }: Props) {
  const { t } = useTranslation();
  const pages = usePages(`${kind ?? ''} ${status ?? ''}`);
  const [opened, setOpened] = useState<LoanRequest>();
  const query = useQuery({
    queryKey: ['loan-requests', kind, status, toDecide, pages.cursor],
    queryFn: () =>
      read(
        api.GET('/api/loan-requests', {
          params: {
            query: {
              limit: 50,
              cursor: pages.cursor,
              ...(kind !== undefined && { kind }),
              ...(status !== undefined && { status }),
              ...(toDecide && { toDecide }),
            },
          },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const columns: readonly Column<LoanRequest>[] = [
    { key: 'number', title: t('Loan'), leads: true, width: 160, show: (each) => each.loanNumber },
    { key: 'kind', title: t('What'), width: 170, show: (each) => t(labelOfRequest(each)) },
    { key: 'borrower', title: t('Borrower'), flex: 1.4, show: (each) => each.borrowerName },
    {
      key: 'amount',
      title: t('Amount'),
      align: 'right',
      width: 140,
      show: (each) =>
        each.kind === 'CHANGE' && compareAmounts(each.amount, '0') <= 0 ? (
          '–'
        ) : (
          <MoneyText amount={each.amount} currency={each.currency} />
        ),
    },
    { key: 'asked', title: t('Asked by'), show: (each) => each.askedBy },
    {
      key: 'on',
      title: t('Counts from'),
      width: 130,
      show: (each) => (each.on == null ? t('On payout') : <DateText value={each.on} />),
    },
    ...(toDecide || status === 'WAITING' ? [] : decision(t('Status'), t('Decided by'))),
  ];
  return (
    <>
      <DataTable
        label={t('Requests')}
        query={query}
        columns={columns}
        pages={pages}
        onOpen={setOpened}
        toolbar={toolbar}
        empty={empty}
      />
      {opened && <RequestDecision id={opened.id} onClose={() => setOpened(undefined)} />}
    </>
  );
}

function decision(status: string, by: string): readonly Column<LoanRequest>[] {
  return [
    { key: 'status', title: status, width: 140, show: (each) => <StatusChip status={each.status} /> },
    { key: 'by', title: by, show: (each) => each.decidedBy ?? '–' },
  ];
}
