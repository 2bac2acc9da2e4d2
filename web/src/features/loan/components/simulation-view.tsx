import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { MoneyText } from '@/components/money-text';
import { Section } from '@/components/section';
import { SheetTable } from '@/components/sheet-table';
import type { Simulation } from '@/features/loan/api/simulate-loan';
import { BeforeAfter } from '@/features/loan/components/before-after';
import { installmentColumns, withTotals } from '@/features/loan/components/installment-columns';
import { compareAmounts, isAmount } from '@/lib/amount';

type Props = {
  readonly simulation: Simulation | undefined;
  /** What was looked at is not what the form says now. */
  readonly isOutdated: boolean;
  readonly currency: string;
};

/** A loan as it is and as it would be, side by side. */
export function SimulatedFigures({ simulation, isOutdated, currency }: Props) {
  const { t } = useTranslation();
  if (simulation === undefined) {
    return (
      <Section title={t('Before and after')}>
        <EmptyState
          title={
            isOutdated
              ? t('The form says something else now. Show it again.')
              : t('Choose what changes. Nothing is kept.')
          }
        />
      </Section>
    );
  }
  const { keptBack } = simulation;
  return (
    <Section title={t('Before and after')} flush>
      <BeforeAfter simulation={simulation} currency={currency} />
      <Box sx={{ p: 2, color: 'text.secondary', fontSize: '0.875rem' }}>
        {t('As of')} <DateText value={simulation.asOf} />. {t('Nothing is kept.')}
        {isAmount(keptBack) && compareAmounts(keptBack, '0') > 0 && (
          <>
            {' '}
            {t('Charges kept back of what is paid out:')} <MoneyText amount={keptBack} currency={currency} />.
          </>
        )}
      </Box>
    </Section>
  );
}

type ScheduleProps = { readonly simulation: Simulation; readonly currency: string };

/** The schedule that would come of it. */
export function SimulatedSchedule({ simulation, currency }: ScheduleProps) {
  const { t } = useTranslation();
  const { rows, totals } = simulation.after.schedule;
  return (
    <Section title={t('The schedule then')} flush>
      <SheetTable
        label={t('The schedule then')}
        items={rows}
        keyOf={(row) => row.number}
        columns={withTotals(installmentColumns(t, currency), totals, rows, t, currency)}
      />
    </Section>
  );
}
