import { useTranslation } from 'react-i18next';
import { TabLinks } from '@/components/tab-links';
import { paths } from '@/lib/paths';
import { useMayOpen } from '@/lib/screens';

/** The ways to look at the books. */
export function LedgerTabs() {
  const { t } = useTranslation();
  const mayOpen = useMayOpen();
  return (
    <TabLinks
      label={t('Ledger')}
      tabs={[
        { label: t('Trial balance'), to: paths.ledger },
        { label: t('General ledger'), to: paths.generalLedger() },
        { label: t('Income statement'), to: paths.incomeStatement },
        { label: t('Balance sheet'), to: paths.balanceSheet },
        { label: t('Cash flow'), to: paths.cashFlow },
        { label: t('Income received'), to: paths.incomeReceived },
        { label: t('Day book'), to: paths.dayBook },
        { label: t('Liquidity'), to: paths.liquidity },
        { label: t('Control accounts'), to: paths.controlAccounts },
        { label: t('Entries'), to: paths.entries },
        { label: t('Accounts'), to: paths.accounts },
        { label: t('Months'), to: paths.periods },
        { label: t('Manual entries'), to: paths.manualEntries },
      ].filter(({ to }) => mayOpen(to))}
    />
  );
}
