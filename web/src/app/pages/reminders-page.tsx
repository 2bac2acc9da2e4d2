import { useTranslation } from 'react-i18next';
import { Page } from '@/components/page';
import { ReminderList } from '@/features/notification/components/reminder-list';
import { PaymentTabs } from '@/features/payment/components/payment-tabs';

/** What borrowers were reminded of. */
export function RemindersPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('Payments')}>
      <PaymentTabs />
      <ReminderList />
    </Page>
  );
}
