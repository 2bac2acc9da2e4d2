import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/empty-state';
import { FilterSelect } from '@/components/filter-select';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { SheetTable, type SheetColumn } from '@/components/sheet-table';
import { WhyButton } from '@/components/why-button';
import { WhyDrawer } from '@/components/why-drawer';
import { contractQuery, scheduleQuery, type Installment, type Loan } from '@/features/loan/api/get-loan';
import { agreedColumns, installmentColumns, withTotals } from '@/features/loan/components/installment-columns';
import { compareAmounts } from '@/lib/amount';
import type { Asked } from '@/lib/api/explain';
import { ApiProblem } from '@/lib/api/problem';
import { useQueryState } from '@/lib/use-query-state';
import type { Vantage } from '@/lib/vantage';

type Props = {
  readonly loan: Loan;
  /** From where the loan is looked at. */
  readonly from: Vantage;
  /** Takes a payment for one installment, where the person may. */
  readonly onPay?: ((row: Installment) => void) | undefined;
};

/** How the address calls the contract's schedule. */
const AGREED = 'agreed';

const isMissing = (error: unknown) => error instanceof ApiProblem && error.status === 404;

/** Every installment: due, paid, left, and where it stands; or as they were agreed on the day of the payout. */
export function LoanSchedule({ loan, from, onPay }: Props) {
  const { t } = useTranslation();
  const [get, set] = useQueryState();
  const isAgreed = get('schedule') === AGREED;
  const running = useQuery({ ...scheduleQuery(loan.id, from), enabled: !isAgreed });
  const agreed = useQuery({ ...contractQuery(loan.id), enabled: isAgreed });
  const query = isAgreed ? agreed : running;
  const [asked, setAsked] = useState<Asked>();
  const isOut = query.data?.kind === 'CURRENT';
  const runningColumns: readonly SheetColumn<Installment>[] = [
    ...installmentColumns(t, loan.currency, (amount, figure, row) =>
      isOut ? <WhyButton onAsk={() => setAsked({ figure, installment: row.number })}>{amount}</WhyButton> : amount,
    ),
    ...(onPay === undefined
      ? []
      : [
          {
            key: 'pay',
            title: t('Payment'),
            isDetail: true,
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
    <Section
      title={t('Schedule')}
      flush
      action={
        loan.disbursedOn && (
          <FilterSelect
            label={t('Shown')}
            value={get('schedule')}
            usual={t('As it runs')}
            options={[{ value: AGREED, label: t('As it was agreed') }]}
            onChoose={(schedule) => set({ schedule })}
          />
        )
      }
    >
      {isAgreed && isMissing(agreed.error) ? (
        <EmptyState title={t('Nothing was agreed here')}>
          {t('The loan came in from another system, and its contract stayed there.')}
        </EmptyState>
      ) : (
        <QueryView query={query} lines={8}>
          {(schedule) =>
            schedule.rows.length === 0 ? (
              <EmptyState title={t('Nothing is due')}>
                {loan.status === 'WRITTEN_OFF'
                  ? t('The loan was given up; no installment is waited for.')
                  : from.knownAt === undefined
                    ? t('The loan came in as it had ended; its installments stayed in the other system.')
                    : t('No payout was known of by then.')}
              </EmptyState>
            ) : (
              <SheetTable
                label={t('Schedule')}
                items={schedule.rows}
                keyOf={(row) => row.number}
                columns={withTotals(
                  isAgreed ? agreedColumns(t, loan.currency) : runningColumns,
                  schedule.totals,
                  schedule.rows,
                  t,
                  loan.currency,
                )}
              />
            )
          }
        </QueryView>
      )}
      {asked && <WhyDrawer loanId={loan.id} asked={asked} from={from} onClose={() => setAsked(undefined)} />}
    </Section>
  );
}
