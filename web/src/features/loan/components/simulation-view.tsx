import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { MoneyText } from '@/components/money-text';
import { Section } from '@/components/section';
import { SheetTable, type SheetColumn } from '@/components/sheet-table';
import type { SimulatedLoan, Simulation } from '@/features/loan/api/simulate-loan';
import { installmentColumns } from '@/features/loan/components/installment-columns';
import { subtractAmounts } from '@/lib/amount';

type Line = {
  readonly title: string;
  readonly show: (loan: SimulatedLoan) => ReactNode;
  readonly amount?: (loan: SimulatedLoan) => string;
};

type Props = { readonly simulation: Simulation | undefined; readonly currency: string };

/** A loan as it is and as it would be, side by side, and the schedule that would come of it. */
export function SimulationView({ simulation, currency }: Props) {
  const { t } = useTranslation();
  if (simulation === undefined) {
    return (
      <Section title={t('Before and after')}>
        <EmptyState title={t('Choose what changes. Nothing is kept.')} />
      </Section>
    );
  }
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
  return (
    <Stack sx={{ gap: 2.5, minWidth: 0 }}>
      <Section title={t('Before and after')} flush>
        <SheetTable label={t('Before and after')} items={lines} columns={columns} keyOf={(line) => line.title} />
        <Box sx={{ p: 2, color: 'text.secondary', fontSize: '0.875rem' }}>
          {t('As of')} <DateText value={simulation.asOf} />. {t('Nothing is kept.')}
        </Box>
      </Section>
      <Section title={t('The schedule then')} flush>
        <SheetTable
          label={t('The schedule then')}
          maxHeight={560}
          items={after.schedule.rows}
          keyOf={(row) => row.number}
          columns={installmentColumns(t, currency)}
        />
      </Section>
    </Stack>
  );
}

function left(loan: SimulatedLoan): number {
  return loan.schedule.rows.filter((row) => Number(row.outstanding) > 0).length;
}
