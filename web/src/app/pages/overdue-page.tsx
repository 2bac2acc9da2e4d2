import { useTranslation } from 'react-i18next';
import { Page } from '@/components/page';
import { OverdueLoans } from '@/features/collection/components/overdue-loans';
import { PaymentTabs } from '@/features/payment/components/payment-tabs';

/** Loans past due: who is behind, for how long, and whose work it is. */
export function OverduePage() {
  const { t } = useTranslation();
  return (
    <Page title={t('Payments')}>
      <PaymentTabs />
      <OverdueLoans />
    </Page>
  );
}
