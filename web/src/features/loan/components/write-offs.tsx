import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/empty-state';
import { moneyText } from '@/components/money-text';
import { writeOffsOfLoanQuery } from '@/features/loan/api/write-offs';
import { WriteOffDecision } from '@/features/loan/components/write-off-decision';
import { WriteOffTable } from '@/features/loan/components/write-off-table';
import { useRegion } from '@/lib/profile';

/** Says on a loan's page that its write-off is asked for. */
export function WriteOffWaits({ loanId }: { readonly loanId: string }) {
  const { t } = useTranslation();
  const { locale } = useRegion();
  const [open, setOpen] = useState<string>();
  const query = useQuery(writeOffsOfLoanQuery(loanId));
  const waiting = query.data?.items.find(({ status }) => status === 'WAITING');
  return (
    <>
      {waiting && (
        <Alert
          severity="warning"
          action={
            <Button color="inherit" size="small" onClick={() => setOpen(waiting.id)}>
              {t('Look at it')}
            </Button>
          }
        >
          {t('{{name}} asked to write off {{amount}}. Somebody else decides.', {
            name: waiting.askedBy,
            amount: moneyText(waiting.amount, waiting.currency, locale),
          })}
        </Alert>
      )}
      {open !== undefined && <WriteOffDecision id={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

/** Loans that somebody asked to write off, and that wait for another person. */
export function WaitingWriteOffs() {
  const { t } = useTranslation();
  return (
    <WriteOffTable
      status="WAITING"
      empty={
        <EmptyState title={t('No write-off waits')}>
          {t('Loans that somebody asks to write off show up here until somebody else has decided.')}
        </EmptyState>
      }
    />
  );
}
