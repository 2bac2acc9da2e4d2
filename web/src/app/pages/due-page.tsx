import { useTranslation } from 'react-i18next';
import { Page } from '@/components/page';
import { DueInstallments } from '@/features/collection/components/due-installments';
import { PaymentTabs } from '@/features/payment/components/payment-tabs';

/** What falls due: all of it in figures, and each installment that is not paid. */
export function DuePage() {
  const { t } = useTranslation();
  return (
    <Page title={t('Payments')}>
      <PaymentTabs />
      <DueInstallments />
    </Page>
  );
}
