import { useTranslation } from 'react-i18next';
import { TabLinks } from '@/components/tab-links';
import { paths } from '@/lib/paths';
import { useMay } from '@/lib/profile';

/** What concerns the whole house. */
export function SettingsTabs() {
  const { t } = useTranslation();
  const may = useMay();
  const tabs = [
    ...(may('settings.edit') ? [{ label: t('Organization'), to: paths.settings }] : []),
    ...(may('branch.view') ? [{ label: t('Branches'), to: paths.branches }] : []),
    ...(may('branch.view') ? [{ label: t('Holidays'), to: paths.calendar }] : []),
    ...(may('branch.view') ? [{ label: t('Arrears classes'), to: paths.arrearsClasses }] : []),
    ...(may('settings.edit') ? [{ label: t('Reminders'), to: paths.reminderSettings }] : []),
  ];
  return <TabLinks label={t('Settings')} tabs={tabs} />;
}
