import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { MoneyText } from '@/components/money-text';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { SheetTable, type SheetColumn } from '@/components/sheet-table';
import { StatusChip } from '@/components/status-chip';
import { WhyButton } from '@/components/why-button';
import { WhyDrawer } from '@/components/why-drawer';
import { scheduleQuery, type Installment, type Loan } from '@/features/loan/api/get-loan';
import { compareAmounts } from '@/lib/amount';
import type { Asked, Figure as AskedFigure } from '@/lib/api/explain';

type Figure = 'principal' | 'interest' | 'fees' | 'penalties' | 'due' | 'paid' | 'outstanding' | 'balance';

const ASKED: Readonly<Record<Figure, AskedFigure>> = {
  principal: 'PRINCIPAL',
  interest: 'INTEREST',
  fees: 'FEES',
  penalties: 'PENALTIES',
  due: 'DUE',
  paid: 'PAID',
  outstanding: 'OUTSTANDING',
  balance: 'BALANCE',
};

type Props = {
  readonly loan: Loan;
  /** The day to show; empty for the business date. */
  readonly asOf?: string;
  /** Takes a payment for one installment, where the person may. */
  readonly onPay?: ((row: Installment) => void) | undefined;
};

/** Every installment: due, paid, left, and where it stands. */
export function LoanSchedule({ loan, asOf, onPay }: Props) {
  const { t } = useTranslation();
  const query = useQuery(scheduleQuery(loan.id, asOf));
  const [asked, setAsked] = useState<Asked>();
  const isOut = query.data?.kind === 'CURRENT';
  const figure = (key: Figure, title: string): SheetColumn<Installment> => ({
    key,
    title,
    isFigure: true,
    show: (row) => {
      const amount = <MoneyText bare amount={row[key]} currency={loan.currency} strong={key === 'due'} />;
      return isOut ? (
        <WhyButton onAsk={() => setAsked({ figure: ASKED[key], installment: row.number })}>{amount}</WhyButton>
      ) : (
        amount
      );
    },
  });
  const columns: readonly SheetColumn<Installment>[] = [
    { key: 'number', title: t('No.'), show: (row) => row.number },
    { key: 'dueOn', title: t('Due on'), show: (row) => <DateText value={row.dueOn} /> },
    figure('principal', t('Principal')),
    figure('interest', t('Interest')),
    figure('fees', t('Fees')),
    figure('penalties', t('Penalties')),
    figure('due', t('Due')),
    figure('paid', t('Paid')),
    figure('outstanding', t('Left')),
    figure('balance', t('Balance')),
    { key: 'status', title: t('Status'), show: (row) => <StatusChip status={row.status} /> },
    ...(onPay === undefined
      ? []
      : [
          {
            key: 'pay',
            title: t('Payment'),
            show: (row: Installment) =>
              compareAmounts(row.outstanding, '0') > 0 && (
                <Button
                  size="small"
                  sx={{ my: -0.75 }}
                  onClick={() => onPay(row)}
                  aria-label={t('Pay installment {{number}}', { number: row.number })}
                >
                  {t('Pay this one')}
                </Button>
              ),
          },
        ]),
  ];
  return (
    <Section title={t('Schedule')} flush>
      <QueryView query={query} lines={8}>
        {(schedule) =>
          schedule.rows.length === 0 ? (
            <EmptyState title={t('Nothing is due')}>
              {loan.status === 'WRITTEN_OFF'
                ? t('The loan was given up; no installment is waited for.')
                : t('The loan came in as it had ended; its installments stayed in the other system.')}
            </EmptyState>
          ) : (
            <SheetTable
              label={t('Schedule')}
              maxHeight={560}
              items={schedule.rows}
              keyOf={(row) => row.number}
              columns={columns}
            />
          )
        }
      </QueryView>
      {asked && (
        <WhyDrawer
          loanId={loan.id}
          asked={asked}
          {...(asOf !== undefined && { asOf })}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Section>
  );
}
