import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '@/components/facts';
import { InfoButton } from '@/components/info-button';
import { Loading } from '@/components/loading';
import { MoneyText } from '@/components/money-text';
import { ProblemAlert } from '@/components/problem-alert';
import { scheduleQuery, type Question } from '@/features/product/api/calculate-schedule';
import { ScheduleTable } from '@/features/product/components/schedule-table';

const ScheduleChart = lazy(async () => ({
  default: (await import('@/features/product/components/schedule-chart')).ScheduleChart,
}));

/** What the terms come to: installment, cost, chart and every row. */
export function SchedulePreview({ calculation }: { readonly calculation: Question | undefined }) {
  const { t } = useTranslation();
  const query = useQuery(scheduleQuery(calculation));
  const schedule = query.data;
  // No schedule is better than that of the terms before.
  if (calculation === undefined)
    return (
      <Alert severity="info" variant="outlined">
        {t('Complete the terms to see the schedule.')}
      </Alert>
    );
  if (query.isError) return <ProblemAlert error={query.error} />;
  if (schedule === undefined) return <Loading lines={8} />;
  return (
    <Stack sx={{ gap: 2.5, opacity: query.isPlaceholderData ? 0.6 : 1 }}>
      <Facts
        width={120}
        facts={[
          [
            t('Installment'),
            schedule.installment && (
              <MoneyText key="i" strong amount={schedule.installment} currency={schedule.currency} />
            ),
          ],
          [
            t('Interest in all'),
            <MoneyText key="n" strong amount={schedule.totals?.interest} currency={schedule.currency} />,
          ],
          [t('Fees in all'), <MoneyText key="f" strong amount={schedule.totals?.fees} currency={schedule.currency} />],
          [t('To repay'), <MoneyText key="t" strong amount={schedule.totals?.due} currency={schedule.currency} />],
          [t('APR'), schedule.apr && <Rate key="a" name={t('APR')} percent={schedule.apr} about={t(ABOUT_APR)} />],
          [
            t('Effective rate'),
            schedule.effectiveRate && (
              <Rate
                key="e"
                name={t('Effective rate')}
                percent={schedule.effectiveRate}
                about={t(ABOUT_EFFECTIVE_RATE)}
              />
            ),
          ],
        ]}
      />
      <Suspense fallback={<Box sx={{ height: 240 }} />}>
        <ScheduleChart schedule={schedule} />
      </Suspense>
      <ScheduleTable schedule={schedule} />
    </Stack>
  );
}

const ABOUT_APR =
  'The yearly cost with all fees, by US law (Regulation Z). It counts every month alike, so where interest is counted by the day it may lie a little above or below the rate of the loan.';
const ABOUT_EFFECTIVE_RATE =
  'The yearly cost with all fees, by EU law (APRC). Months compound, so it is above the rate of the loan.';

function Rate({ name, percent, about }: { readonly name: string; readonly percent: string; readonly about: string }) {
  const { t } = useTranslation();
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1, whiteSpace: 'nowrap' }}>
      {`${percent} %`}
      <InfoButton label={t('What {{figure}} means', { figure: name })} text={about} />
    </Box>
  );
}
