import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/components/date-text';
import { Facts } from '@/components/facts';
import { MoneyText } from '@/components/money-text';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { SERIF } from '@/components/theme';
import { TextLink } from '@/components/text-link';
import { loanQuery, scheduleQuery, type Loan } from '@/features/loan/api/get-loan';
import { overdueOf } from '@/features/loan/arrears';
import { InstallmentPicture } from '@/features/loan/components/installment-picture';
import { PayoffOn } from '@/features/loan/components/payoff-on';
import type { LoanSummary } from '@/features/loan/api/list-loans';
import type { Schema } from '@/lib/api/client';
import { addAmounts } from '@/lib/amount';
import { paths } from '@/lib/paths';

type Props = {
  readonly loan: LoanSummary;
  /** How to pay on it. */
  readonly pay?: ReactNode;
};

/** One's own running loan: what to pay next and when, and how much of it is paid. */
export function OwnLoan({ loan, pay }: Props) {
  const { t } = useTranslation();
  const details = useQuery(loanQuery(loan.id));
  const schedule = useQuery(scheduleQuery(loan.id));
  return (
    <Section
      title={loan.productName}
      action={<TextLink to={paths.loan(loan.id)}>{t('All about {{number}}', { number: loan.number })}</TextLink>}
    >
      <QueryView query={details} lines={3}>
        {(found) => <NextPayment loan={found} schedule={schedule.data} />}
      </QueryView>
      {pay}
      <QueryView query={schedule} lines={1}>
        {(found) => <PaidSoFar schedule={found} currency={loan.currency} />}
      </QueryView>
    </Section>
  );
}

type NextProps = { readonly loan: Loan; readonly schedule: Schema<'LoanSchedule'> | undefined };

function NextPayment({ loan, schedule }: NextProps) {
  const { t } = useTranslation();
  const overdue = schedule && overdueOf(schedule);
  const due = loan.nextDue;
  return (
    <Stack sx={{ gap: 2, mb: 2.5 }}>
      {overdue !== undefined && (
        <Box sx={{ color: 'error.main' }}>
          <Box sx={{ fontWeight: 600 }}>{t('To pay now')}</Box>
          <Box sx={{ fontFamily: SERIF, fontSize: '2rem', fontWeight: 600, lineHeight: 1.2 }}>
            <MoneyText amount={overdue} currency={loan.currency} />
          </Box>
          <div>{t('{{count}} days late', { count: loan.daysPastDue })}</div>
        </Box>
      )}
      {due && (
        <div>
          <Box sx={{ color: 'text.secondary', fontWeight: 600 }}>{t('Next payment')}</Box>
          <Box sx={{ fontFamily: SERIF, fontSize: '2rem', fontWeight: 600, lineHeight: 1.2 }}>
            <MoneyText amount={due.amount} currency={loan.currency} />
          </Box>
          <div>
            {t('due on')} <DateText value={due.on} />
          </div>
        </div>
      )}
      <Facts
        width={120}
        facts={[
          [
            t('Pays it all off today'),
            <MoneyText key="all" amount={loan.outstanding.total} currency={loan.currency} />,
          ],
          [t('Borrowed'), <MoneyText key="lent" amount={loan.disbursedPrincipal} currency={loan.currency} />],
        ]}
      />
      {schedule && <PayoffOn loan={loan} schedule={schedule} />}
    </Stack>
  );
}

type PaidProps = { readonly schedule: Schema<'LoanSchedule'>; readonly currency: string };

function PaidSoFar({ schedule, currency }: PaidProps) {
  const { t } = useTranslation();
  const sum = (amounts: readonly string[]) => addAmounts('0', ...amounts);
  return (
    <div>
      <InstallmentPicture rows={schedule.rows} />
      <Box sx={{ mt: 2 }}>
        <Facts
          width={120}
          facts={[
            [
              t('Paid so far'),
              <MoneyText key="paid" strong amount={sum(schedule.rows.map(({ paid }) => paid))} currency={currency} />,
            ],
            [
              t('Left as planned'),
              <MoneyText
                key="left"
                amount={sum(schedule.rows.map(({ outstanding }) => outstanding))}
                currency={currency}
              />,
            ],
          ]}
        />
      </Box>
    </div>
  );
}
