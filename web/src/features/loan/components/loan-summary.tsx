import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/components/date-text';
import { Facts } from '@/components/facts';
import { MoneyText } from '@/components/money-text';
import { Section } from '@/components/section';
import { SERIF } from '@/components/theme';
import { WhyButton } from '@/components/why-button';
import { WhyDrawer } from '@/components/why-drawer';
import { scheduleQuery, type Loan } from '@/features/loan/api/get-loan';
import { overdueOf } from '@/features/loan/arrears';
import { PayoffOn } from '@/features/loan/components/payoff-on';
import { addAmounts, shareOf, subtractAmounts } from '@/lib/amount';
import type { Figure } from '@/lib/api/explain';
import { formatDate } from '@/lib/dates';
import { useRegion } from '@/lib/profile';
import type { Vantage } from '@/lib/vantage';

/** What is owed today, what comes next, and how far the loan is paid off. */
export function LoanOwed({ loan, from }: { readonly loan: Loan; readonly from: Vantage }) {
  const { t } = useTranslation();
  const { locale } = useRegion();
  const [asks, setAsks] = useState<Figure>();
  const schedule = useQuery(scheduleQuery(loan.id, from));
  const owed = loan.outstanding;
  if (owed === undefined || owed === null) return null;
  const lent = loan.disbursedPrincipal ?? loan.approvedPrincipal ?? loan.principal;
  if (loan.status === 'WRITTEN_OFF') return <LoanGivenUp loan={loan} lent={lent} />;
  const repaid = subtractAmounts(lent, owed.principal ?? '0');
  const share = shareOf(repaid, lent);
  const late = loan.daysPastDue ?? 0;
  const isNow = from.asOf === undefined && from.knownAt === undefined;
  const overdue = late > 0 && schedule.data ? overdueOf(schedule.data) : undefined;
  return (
    <Section title={t('What is owed')}>
      <Box sx={{ fontFamily: SERIF, fontSize: '2rem', fontWeight: 600, lineHeight: 1.2 }}>
        <WhyButton onAsk={() => setAsks('PAYOFF')}>
          <MoneyText amount={owed.total} currency={loan.currency} />
        </WhyButton>
      </Box>
      {asks && <WhyDrawer loanId={loan.id} asked={{ figure: asks }} from={from} onClose={() => setAsks(undefined)} />}
      <Box sx={{ color: 'text.secondary', mb: 2 }}>
        {loan.status === 'CLOSED'
          ? t('nothing is owed any more')
          : from.asOf === undefined
            ? t('pays the loan off on the business date')
            : t('paid the loan off on {{day}}', { day: formatDate(from.asOf, locale) })}
      </Box>
      <Facts
        width={120}
        facts={[
          [t('Principal'), <MoneyText key="p" amount={owed.principal} currency={loan.currency} />],
          [t('Interest'), <MoneyText key="i" amount={owed.interest} currency={loan.currency} />],
          [t('Fees'), <MoneyText key="f" amount={owed.fees} currency={loan.currency} />],
          [t('Penalties'), <MoneyText key="n" amount={owed.penalties} currency={loan.currency} />],
          [
            t('Next due'),
            loan.nextDue && (
              <Stack key="d">
                <MoneyText amount={loan.nextDue.amount} currency={loan.currency} />
                <DateText value={loan.nextDue.on} />
              </Stack>
            ),
          ],
          [
            t('Overdue'),
            overdue && (
              <Box key="v" sx={{ color: 'error.main' }}>
                <WhyButton onAsk={() => setAsks('ARREARS')}>
                  <MoneyText strong amount={overdue} currency={loan.currency} />
                </WhyButton>
              </Box>
            ),
          ],
          [
            t('Days late'),
            late > 0 && (
              <Box key="l" sx={{ color: 'error.main', fontWeight: 650 }}>
                {late}
              </Box>
            ),
          ],
          [t('Arrears class'), loan.arrearsClass?.name],
        ]}
      />
      {loan.status === 'ACTIVE' && isNow && schedule.data && <PayoffOn loan={loan} schedule={schedule.data} />}
      <LinearProgress
        variant="determinate"
        value={share}
        aria-label={t('Principal repaid')}
        sx={{ mt: 2.5, height: 8, borderRadius: 4, backgroundColor: 'divider' }}
      />
      <Box sx={{ mt: 0.75, color: 'text.secondary', fontSize: '0.875rem' }}>
        {t('{{share}} % of the principal is repaid', { share: Math.round(share) })}
      </Box>
    </Section>
  );
}

/** A loan that the lender gave up: nothing is asked for any more, and what was not repaid is a loss. */
function LoanGivenUp({ loan, lent }: { readonly loan: Loan; readonly lent: string }) {
  const { t } = useTranslation();
  const off = loan.writtenOff;
  return (
    <Section title={t('What is owed')}>
      <Box sx={{ fontFamily: SERIF, fontSize: '2rem', fontWeight: 600, lineHeight: 1.2 }}>{t('Written off')}</Box>
      <Box sx={{ color: 'text.secondary', mb: 2 }}>
        {t('The loan was given up: nothing is asked for any more, and what was not repaid is a loss.')}
      </Box>
      <Facts
        width={120}
        facts={[
          [t('Lent'), <MoneyText key="l" amount={lent} currency={loan.currency} />],
          [
            t('Principal given up'),
            loan.writtenOffPrincipal && (
              <MoneyText key="g" strong amount={loan.writtenOffPrincipal} currency={loan.currency} />
            ),
          ],
          [t('Interest given up'), off && <MoneyText key="i" amount={off.givenUp.interest} currency={loan.currency} />],
          [
            t('Charges given up'),
            off && (
              <MoneyText
                key="c"
                amount={addAmounts(off.givenUp.fees, off.givenUp.penalties)}
                currency={loan.currency}
              />
            ),
          ],
          [t('Written off on'), off && <DateText key="o" value={off.on} />],
          [t('Recovered since'), off && <MoneyText key="r" amount={off.recovered.total} currency={loan.currency} />],
          [t('Still missing'), off && <MoneyText key="m" strong amount={off.missing} currency={loan.currency} />],
        ]}
      />
    </Section>
  );
}
