import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/components/date-text';
import { Facts } from '@/components/facts';
import { Loading } from '@/components/loading';
import { MoneyText } from '@/components/money-text';
import { ProblemAlert } from '@/components/problem-alert';
import { StatusChip } from '@/components/status-chip';
import { AllocationList } from '@/features/payment/components/allocation-list';
import { api, read, type Schema } from '@/lib/api/client';
import { compareAmounts, isAmount } from '@/lib/amount';
import { useDebounced } from '@/lib/use-debounced';

type Props = { readonly loanId: string; readonly currency: string; readonly payment: Schema<'NewPayment'> };

/** What the typed amount would pay, asked from the server while somebody types; nothing is kept. */
export function PaymentPreview({ loanId, currency, payment }: Props) {
  const { t } = useTranslation();
  const settled = useDebounced(payment);
  const isReady = isAmount(settled.amount) && compareAmounts(settled.amount, '0') > 0 && settled.on !== '';
  const preview = useQuery({
    queryKey: ['payment-preview', loanId, settled],
    queryFn: () => read(api.POST('/api/payments/{loanId}/preview', { params: { path: { loanId } }, body: settled })),
    enabled: isReady,
    placeholderData: (previous) => previous,
    staleTime: 0,
    meta: { isPreview: true },
    retry: false,
  });

  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 2, p: 2 }} aria-live="polite">
      <Box sx={{ display: 'flex', justifyContent: 'space-between', mb: 1, fontWeight: 650 }}>
        <span>{t('This pays')}</span>
        {isReady && preview.data && <StatusChip status={preview.data.loanStatus} />}
      </Box>
      {!isReady && <Box sx={{ color: 'text.secondary' }}>{t('Type an amount to see how it is split.')}</Box>}
      {isReady && preview.isPending && <Loading lines={4} />}
      {isReady && preview.isError && <ProblemAlert error={preview.error} />}
      {isReady && !preview.isError && preview.data && (
        <>
          <AllocationList allocation={preview.data.allocation} currency={currency} />
          <Box sx={{ mt: 1.5, pt: 1.5, borderTop: 1, borderColor: 'divider' }}>
            <Facts
              width={140}
              facts={[
                [
                  t('Owed after it'),
                  <MoneyText key="o" strong amount={preview.data.outstanding} currency={currency} />,
                ],
                [
                  t('Next due'),
                  preview.data.nextDue && (
                    <span key="n">
                      <MoneyText amount={preview.data.nextDue.amount} currency={currency} />{' '}
                      <DateText value={preview.data.nextDue.on} />
                    </span>
                  ),
                ],
              ]}
            />
          </Box>
        </>
      )}
    </Box>
  );
}
