import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '@/components/facts';
import { MoneyText } from '@/components/money-text';
import { QueryView } from '@/components/query-view';
import { WhyButton } from '@/components/why-button';
import { WhyDrawer } from '@/components/why-drawer';
import type { Loan } from '@/features/loan/api/get-loan';
import { subtractAmounts } from '@/lib/amount';
import type { Schema } from '@/lib/api/client';
import { payoffQuery } from '@/lib/api/payoff';
import { addDays, formatDate } from '@/lib/dates';
import { useProfile, useRegion } from '@/lib/profile';
import { useDebounced } from '@/lib/use-debounced';

/** Whoever asks after, or shortly before, the last due date looks this many days ahead. */
const LEAST_DAYS_AHEAD = 31;

type Props = { readonly loan: Loan; readonly schedule: Schema<'LoanSchedule'> };

/** What pays a running loan off on a day to come, part by part. */
export function PayoffOn({ loan, schedule }: Props) {
  const { t } = useTranslation();
  const { locale } = useRegion();
  const today = useProfile().organization.businessDate;
  const [typed, setTyped] = useState(today);
  const until = later(schedule.rows.at(-1)?.dueOn ?? today, addDays(today, LEAST_DAYS_AHEAD));
  const isOutside = typed !== '' && (typed < today || typed > until);
  const day = useDebounced(typed);
  const isAsked = day === typed && typed > today && !isOutside;
  return (
    <Box className="no-print" sx={{ mt: 2.5 }}>
      <TextField
        type="date"
        size="small"
        fullWidth={false}
        sx={{ width: 190 }}
        label={t('Pays it off on')}
        value={typed}
        error={isOutside}
        helperText={
          isOutside &&
          t('From {{first}} to {{last}}.', { first: formatDate(today, locale), last: formatDate(until, locale) })
        }
        onChange={({ target }) => setTyped(target.value)}
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: today, max: until } }}
      />
      <Box aria-live="polite">{isAsked && <Payoff loan={loan} on={day} />}</Box>
    </Box>
  );
}

function Payoff({ loan, on }: { readonly loan: Loan; readonly on: string }) {
  const { t } = useTranslation();
  const [asksWhy, setAsksWhy] = useState(false);
  const { currency } = loan;
  return (
    <Box sx={{ mt: 1.5 }}>
      <QueryView query={useQuery(payoffQuery(loan.id, on))} lines={2}>
        {({ total, principal, interest, fees, penalties }) => (
          <Facts
            width={120}
            facts={[
              [
                t('In all'),
                <WhyButton key="t" onAsk={() => setAsksWhy(true)}>
                  <MoneyText strong amount={total} currency={currency} />
                </WhyButton>,
              ],
              [
                t('More than today'),
                <MoneyText key="m" amount={subtractAmounts(total, loan.outstanding.total)} currency={currency} />,
              ],
              [t('Principal'), <MoneyText key="p" amount={principal} currency={currency} />],
              [t('Interest'), <MoneyText key="i" amount={interest} currency={currency} />],
              [t('Fees'), <MoneyText key="f" amount={fees} currency={currency} />],
              [t('Penalties'), <MoneyText key="n" amount={penalties} currency={currency} />],
            ]}
          />
        )}
      </QueryView>
      {asksWhy && (
        <WhyDrawer
          loanId={loan.id}
          asked={{ figure: 'PAYOFF' }}
          from={{ asOf: on }}
          onClose={() => setAsksWhy(false)}
        />
      )}
    </Box>
  );
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
