import Button from '@mui/material/Button';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DateText, MomentText } from '@/components/date-text';
import { Facts } from '@/components/facts';
import { labelOf } from '@/components/labels';
import { MoneyText } from '@/components/money-text';
import { Page } from '@/components/page';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { StatusChip } from '@/components/status-chip';
import { TextLink } from '@/components/text-link';
import { WhyDrawer } from '@/components/why-drawer';
import { AllocationList } from '@/features/payment/components/allocation-list';
import { ReceiptButtons } from '@/features/payment/components/receipt-buttons';
import { ReverseDialog } from '@/features/payment/components/reverse-dialog';
import { $api } from '@/lib/api/client';
import type { Figure } from '@/lib/api/explain';
import { paths } from '@/lib/paths';
import { useMay } from '@/lib/profile';

/** One payment: what it was, how it was split, its receipt, and the way to take it back. */
export function PaymentPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { id = '' } = useParams();
  const [reversing, setReversing] = useState(false);
  const [asked, setAsked] = useState<Figure>();
  const query = useQuery($api.queryOptions('get', '/api/payments/{id}', { params: { path: { id } } }));
  const payment = query.data;

  return (
    <Page
      title={payment?.receiptNumber ?? t('Payment')}
      subtitle={payment && <StatusChip status={payment.status} />}
      actions={
        payment && (
          <>
            <ReceiptButtons paymentId={payment.id} number={payment.receiptNumber} />
            {payment.status === 'POSTED' && may('payment.reverse') && (
              <Button color="error" variant="outlined" onClick={() => setReversing(true)}>
                {t('Reverse')}
              </Button>
            )}
          </>
        )
      }
    >
      <QueryView query={query}>
        {(one) => (
          <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: { md: '1fr 1fr' }, alignItems: 'start' }}>
            <Section title={t('Payment')}>
              <Facts
                facts={[
                  [t('Amount'), <MoneyText key="a" strong amount={one.amount} currency={one.currency} />],
                  [t('Counts from'), <DateText key="d" value={one.on} />],
                  [t('Channel'), t(labelOf(one.channel ?? ''))],
                  [t('Reference'), one.reference],
                  [
                    t('Loan'),
                    <TextLink key="l" to={paths.loan(one.loanId)}>
                      {one.loanNumber ?? t('Open the loan')}
                    </TextLink>,
                  ],
                  [t('Borrower'), one.borrowerName],
                  [t('Recorded'), <MomentText key="r" value={one.recordedAt} />],
                  [t('By'), one.recordedByName],
                  [t('Why reversed'), one.reversalReason],
                ]}
              />
            </Section>
            {one.allocation && (
              <Section title={t('What it paid')}>
                <AllocationList
                  allocation={one.allocation}
                  currency={one.currency}
                  onAsk={one.status === 'POSTED' ? setAsked : undefined}
                />
              </Section>
            )}
          </Box>
        )}
      </QueryView>
      {asked && payment && (
        <WhyDrawer
          loanId={payment.loanId}
          asked={{ figure: asked, event: payment.id }}
          onClose={() => setAsked(undefined)}
        />
      )}
      {reversing && payment && <ReverseDialog payment={payment} onClose={() => setReversing(false)} />}
    </Page>
  );
}
