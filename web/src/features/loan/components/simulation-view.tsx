import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { MoneyText } from '@/components/money-text';
import { Section } from '@/components/section';
import { SheetTable } from '@/components/sheet-table';
import type { Simulation } from '@/features/loan/api/simulate-loan';
import { BeforeAfter } from '@/features/loan/components/before-after';
import { installmentColumns } from '@/features/loan/components/installment-columns';
import { compareAmounts, isAmount } from '@/lib/amount';

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
  const { after, keptBack } = simulation;
  return (
    <Stack sx={{ gap: 2.5, minWidth: 0 }}>
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
