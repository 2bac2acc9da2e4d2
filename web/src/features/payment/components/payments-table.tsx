import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DataTable } from '@/components/data-table';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { labelOf } from '@/components/labels';
import { MoneyText } from '@/components/money-text';
import { StatusChip } from '@/components/status-chip';
import type { Column } from '@/components/table-column';
import { TextLink } from '@/components/text-link';
import { usePages } from '@/components/use-pages';
import { paymentsQuery, type Payment, type PaymentFilter } from '@/features/payment/api/list-payments';
import { paths } from '@/lib/paths';

type Props = { readonly filter: PaymentFilter; readonly toolbar?: ReactNode; readonly onSort?: (sort: string) => void };

/** Payments, newest first; reversed ones stay, marked. */
export function PaymentsTable({ filter, toolbar, onSort }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const pages = usePages(JSON.stringify(filter));
  const query = useQuery(paymentsQuery({ ...filter, cursor: pages.cursor, limit: 50 }));
  const columns: readonly Column<Payment>[] = [
    {
      key: 'receipt',
      title: t('Receipt'),
      width: 160,
      leads: true,
      isLink: true,
      show: (each) => <TextLink to={paths.payment(each.id)}>{each.receiptNumber ?? '–'}</TextLink>,
    },
    { key: 'on', title: t('Counts from'), width: 130, sortBy: 'on', show: (each) => <DateText value={each.on} /> },
    {
      key: 'loan',
      title: t('Loan'),
      width: 150,
      show: (each) => <TextLink to={paths.loan(each.loanId)}>{each.loanNumber ?? '–'}</TextLink>,
    },
    { key: 'borrower', title: t('Borrower'), flex: 1.3, show: (each) => each.borrowerName ?? '–' },
    { key: 'channel', title: t('Channel'), width: 140, show: (each) => t(labelOf(each.channel ?? '–')) },
    {
      key: 'amount',
      title: t('Amount'),
      align: 'right',
      width: 150,
      sortBy: 'amount',
      show: (each) => <MoneyText amount={each.amount} currency={each.currency} />,
    },
    { key: 'status', title: t('Status'), width: 130, show: (each) => <StatusChip status={each.status} /> },
  ];
  return (
    <DataTable
      label={t('Payments')}
      query={query}
      columns={columns}
      pages={pages}
      toolbar={toolbar}
      sort={filter.sort ?? ''}
      onOpen={(each) => void navigate(paths.payment(each.id))}
      {...(onSort && { onSort })}
      empty={<EmptyState title={t('No payment here')}>{t('Payments are recorded on the page of a loan.')}</EmptyState>}
    />
  );
}
