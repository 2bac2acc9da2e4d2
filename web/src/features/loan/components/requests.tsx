import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/empty-state';
import { moneyText } from '@/components/money-text';
import { requestsOfLoanQuery } from '@/features/loan/api/loan-requests';
import { RequestDecision } from '@/features/loan/components/request-decision';
import { RequestTable } from '@/features/loan/components/request-table';
import { REQUESTS } from '@/features/loan/requests';
import { useRegion } from '@/lib/profile';

/** Says on a loan's page what is asked for of it. */
export function RequestWaits({ loanId }: { readonly loanId: string }) {
  const { t } = useTranslation();
  const { locale } = useRegion();
  const [open, setOpen] = useState<string>();
  const query = useQuery(requestsOfLoanQuery(loanId));
  const waiting = query.data?.items.filter(({ status }) => status === 'WAITING') ?? [];
  return (
    <>
      {waiting.map((each) => (
        <Alert
          key={each.id}
          severity="warning"
          action={
            <Button color="inherit" size="small" onClick={() => setOpen(each.id)}>
              {t('Look at it')}
            </Button>
          }
        >
          {t(REQUESTS[each.kind].waits, {
            name: each.askedBy,
            amount: moneyText(each.amount, each.currency, locale),
          })}
        </Alert>
      ))}
      {open !== undefined && <RequestDecision id={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

/** What others asked for of running loans, and what waits for whoever looks. */
export function WaitingRequests() {
  const { t } = useTranslation();
  return (
    <RequestTable
      toDecide
      empty={
        <EmptyState title={t('No request waits for you')}>
          {t(
            'Write-offs, more money and other terms that somebody else asks for show up here. What you asked for yourself is under Requests, and another person decides it.',
          )}
        </EmptyState>
      }
    />
  );
}
