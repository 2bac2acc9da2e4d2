import { useTranslation } from 'react-i18next';
import { TabLinks } from '@/components/tab-links';
import { paths } from '@/lib/paths';
import { useMayOpen } from '@/lib/screens';

/** What came in, what should have, and what is done about it. */
export function PaymentTabs() {
  const { t } = useTranslation();
  const mayOpen = useMayOpen();
  const tabs = [
    { label: t('Received'), to: paths.payments },
    { label: t('Due'), to: paths.due },
    { label: t('Overdue'), to: paths.overdue },
    ...(mayOpen(paths.queue) ? [{ label: t('My queue'), to: paths.queue }] : []),
    ...(mayOpen(paths.reminders) ? [{ label: t('Reminders'), to: paths.reminders }] : []),
  ];
  return <TabLinks label={t('Payments')} tabs={tabs} />;
}
