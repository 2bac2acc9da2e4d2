import { useTranslation } from 'react-i18next';
import { Page } from '@/components/page';
import { Queue } from '@/features/collection/components/queue';
import { PaymentTabs } from '@/features/payment/components/payment-tabs';

/** What somebody who works on arrears has to do today. */
export function QueuePage() {
  const { t } = useTranslation();
  return (
    <Page title={t('Payments')}>
      <PaymentTabs />
      <Queue />
    </Page>
  );
}
