import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/components/date-text';
import { MoneyText } from '@/components/money-text';
import { SheetTable, type SheetColumn } from '@/components/sheet-table';
import type { SimulatedLoan, Simulation } from '@/features/loan/api/simulate-loan';
import { subtractAmounts } from '@/lib/amount';

type Line = {
  readonly title: string;
  readonly show: (loan: SimulatedLoan) => ReactNode;
  readonly amount?: (loan: SimulatedLoan) => string;
};

type Props = { readonly simulation: Simulation; readonly currency: string };

/** The figures of a loan as it is and as it would be, side by side. */
export function BeforeAfter({ simulation, currency }: Props) {
  const { t } = useTranslation();
  const { before, after } = simulation;
  const money = (title: string, amount: (loan: SimulatedLoan) => string): Line => ({
    title,
    amount,
    show: (loan) => <MoneyText bare amount={amount(loan)} currency={currency} />,
  });
  const lines: readonly Line[] = [
    money(t('Still to pay by the schedule'), (loan) => loan.scheduled.total),
    money(t('Interest in it'), (loan) => loan.scheduled.interest),
    money(t('Pays it off at once'), (loan) => loan.outstanding.total),
    money(t('Next amount due'), (loan) => loan.nextDue?.amount ?? '0'),
    { title: t('Next due on'), show: (loan) => <DateText value={loan.nextDue?.on} /> },
    { title: t('Last due on'), show: (loan) => <DateText value={loan.lastDueOn} /> },
    { title: t('Installments left'), show: (loan) => left(loan) },
  ];
  const columns: readonly SheetColumn<Line>[] = [
    { key: 'title', title: '', show: (line) => line.title },
    { key: 'before', title: t('Now'), isFigure: true, show: (line) => line.show(before) },
    { key: 'after', title: t('Then'), isFigure: true, show: (line) => line.show(after) },
    {
      key: 'difference',
      title: t('Difference'),
      isFigure: true,
      show: ({ amount }) =>
        amount !== undefined && (
          <MoneyText bare amount={subtractAmounts(amount(after), amount(before))} currency={currency} />
        ),
    },
  ];
  return <SheetTable label={t('Before and after')} items={lines} columns={columns} keyOf={(line) => line.title} />;
}

function left(loan: SimulatedLoan): number {
  return loan.schedule.rows.filter((row) => Number(row.outstanding) > 0).length;
}
