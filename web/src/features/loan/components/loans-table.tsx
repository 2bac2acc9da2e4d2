import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DataTable } from '@/components/data-table';
import { DateText } from '@/components/date-text';
import { MoneyText } from '@/components/money-text';
import { StatusChip } from '@/components/status-chip';
import type { Column, SortState } from '@/components/table-column';
import { TextLink } from '@/components/text-link';
import type { Pages } from '@/components/use-pages';
import { FlagChips } from '@/features/loan/components/flag-chips';
import type { LoanSummary } from '@/features/loan/api/list-loans';
import { paths } from '@/lib/paths';

type Props = {
  readonly query: UseQueryResult<{ items?: LoanSummary[]; next?: string | null }>;
  readonly pages: Pages;
  readonly empty: ReactNode;
  readonly toolbar?: ReactNode;
  readonly sort?: SortState;
  readonly onSort?: (sort: SortState) => void;
  /** The pipeline shows what was asked for, the book what is still owed. */
  readonly kind: 'applications' | 'loans';
  /** On the page of a borrower, whose loans they all are. */
  readonly ofOneBorrower?: boolean;
};

/** Applications or loans, one a row. */
export function LoansTable({ query, pages, empty, toolbar, sort, onSort, kind, ofOneBorrower = false }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const hasFlags = query.data?.items?.some((each) => each.flags.length > 0) ?? false;
  const lead: readonly Column<LoanSummary>[] = [
    {
      key: 'number',
      title: t('Number'),
      width: 130,
      sortBy: 'number',
      leads: true,
      isLink: true,
      show: (each) => <TextLink to={paths.loan(each.id)}>{each.number}</TextLink>,
    },
  ];
  const who: readonly Column<LoanSummary>[] = [
    { key: 'borrower', title: t('Borrower'), flex: 1.4, show: (each) => each.borrowerName ?? '–' },
  ];
  const what: readonly Column<LoanSummary>[] = [
    { key: 'product', title: t('Product'), show: (each) => each.productName ?? '–' },
    {
      key: 'principal',
      title: t('Principal'),
      align: 'right',
      width: 125,
      sortBy: 'principal',
      show: (each) => <MoneyText amount={each.principal} currency={each.currency} />,
    },
  ];
  const money: readonly Column<LoanSummary>[] = [
    {
      key: 'outstanding',
      title: t('Left as planned'),
      align: 'right',
      width: 140,
      sortBy: 'outstanding',
      // Nothing is owed of what is not paid out, and nothing is left of it either.
      show: (each) => <MoneyText amount={each.disbursedOn ? each.outstanding : undefined} currency={each.currency} />,
    },
    {
      key: 'late',
      title: t('Days late'),
      align: 'right',
      width: 90,
      sortBy: 'daysPastDue',
      isSortedDown: true,
      show: (each) => ((each.daysPastDue ?? 0) > 0 ? each.daysPastDue : '–'),
    },
  ];
  const flags: readonly Column<LoanSummary>[] = [
    {
      key: 'flags',
      title: t('Flags'),
      width: 130,
      show: (each) => (each.flags.length === 0 ? '–' : <FlagChips flags={each.flags} />),
    },
  ];
  const tail: readonly Column<LoanSummary>[] = [
    {
      key: 'date',
      title: kind === 'loans' ? t('Paid out') : t('Applied'),
      width: 115,
      sortBy: kind === 'loans' ? 'disbursedOn' : 'appliedOn',
      show: (each) => <DateText value={kind === 'loans' ? each.disbursedOn : each.appliedOn} />,
    },
    {
      key: 'status',
      title: t('Status'),
      width: 130,
      show: (each) => (
        <StatusChip status={(each.daysPastDue ?? 0) > 0 && each.status === 'ACTIVE' ? 'OVERDUE' : each.status} />
      ),
    },
  ];

  return (
    <DataTable
      label={kind === 'loans' ? t('Loans') : t('Applications')}
      query={query}
      pages={pages}
      empty={empty}
      toolbar={toolbar}
      columns={[
        ...lead,
        ...(ofOneBorrower ? [] : who),
        ...what,
        ...(kind === 'loans' ? money : []),
        ...tail,
        ...(hasFlags ? flags : []),
      ]}
      onOpen={(each) => void navigate(paths.loan(each.id))}
      {...(sort !== undefined && { sort })}
      {...(onSort && { onSort })}
    />
  );
}
