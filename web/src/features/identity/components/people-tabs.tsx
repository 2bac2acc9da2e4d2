import { useTranslation } from 'react-i18next';
import { TabLinks } from '@/components/tab-links';
import { paths } from '@/lib/paths';
import { useMay } from '@/lib/profile';

/** Users, invitations, what was mailed to them, roles, and who came in belong together. */
export function PeopleTabs() {
  const { t } = useTranslation();
  const may = useMay();
  const tabs = [
    ...(may('user.view') ? [{ label: t('Users'), to: paths.users }] : []),
    ...(may('user.invite') ? [{ label: t('Invitations'), to: paths.invitations }] : []),
    ...(may('user.invite') ? [{ label: t('Outbox'), to: paths.outbox }] : []),
    ...(may('role.view') ? [{ label: t('Roles'), to: paths.roles }] : []),
    ...(may('audit.view') ? [{ label: t('Security'), to: paths.securityEvents }] : []),
  ];
  return tabs.length > 1 && <TabLinks label={t('People')} tabs={tabs} />;
}
