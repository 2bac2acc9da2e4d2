import { useTranslation } from 'react-i18next';
import { TabLinks } from '@/components/tab-links';
import { paths } from '@/lib/paths';

/** The ways to look at the books. */
export function LedgerTabs() {
  const { t } = useTranslation();
  return (
    <TabLinks
      label={t('Ledger')}
      tabs={[
        { label: t('Trial balance'), to: paths.ledger },
        { label: t('General ledger'), to: paths.generalLedger() },
        { label: t('Entries'), to: paths.entries },
        { label: t('Accounts'), to: paths.accounts },
      ]}
    />
  );
}
