import { useTranslation } from 'react-i18next';
import { TabLinks } from '@/components/tab-links';
import { paths } from '@/lib/paths';
import { useMay } from '@/lib/profile';

/** Users, invitations and roles belong together. */
export function PeopleTabs() {
  const { t } = useTranslation();
  const may = useMay();
  const tabs = [
    { label: t('Users'), to: paths.users },
    ...(may('user.invite') ? [{ label: t('Invitations'), to: paths.invitations }] : []),
    ...(may('role.view') ? [{ label: t('Roles'), to: paths.roles }] : []),
  ];
  return <TabLinks label={t('People')} tabs={tabs} />;
}
