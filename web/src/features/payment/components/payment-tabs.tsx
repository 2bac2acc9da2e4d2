import { useTranslation } from 'react-i18next';
import { TabLinks } from '@/components/tab-links';
import { paths } from '@/lib/paths';

/** What came in, and what should have. */
export function PaymentTabs() {
  const { t } = useTranslation();
  const tabs = [
    { label: t('Received'), to: paths.payments },
    { label: t('Overdue'), to: paths.overdue },
  ];
  return <TabLinks label={t('Payments')} tabs={tabs} />;
}
