import { useTranslation } from 'react-i18next';
import { TabLinks } from '@/components/tab-links';
import { paths } from '@/lib/paths';
import { useMayOpen } from '@/lib/screens';

/** The book, loan by loan and by how far behind they are. */
export function LoanTabs() {
  const { t } = useTranslation();
  const mayOpen = useMayOpen();
  const tabs = [
    { label: t('Loans'), to: paths.loans },
    { label: t('Ageing'), to: paths.ageing },
  ].filter(({ to }) => mayOpen(to));
  return tabs.length > 1 && <TabLinks label={t('Loans')} tabs={tabs} />;
}
