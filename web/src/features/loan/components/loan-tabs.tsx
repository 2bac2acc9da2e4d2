import { useTranslation } from 'react-i18next';
import { TabLinks } from '@/components/tab-links';
import { paths } from '@/lib/paths';
import { useMayOpen } from '@/lib/screens';

/** The book, loan by loan, by how far behind they are, and what somebody asked for of it. */
export function LoanTabs() {
  const { t } = useTranslation();
  const mayOpen = useMayOpen();
  const tabs = [
    { label: t('Loans'), to: paths.loans },
    { label: t('Ageing'), to: paths.ageing },
    { label: t('Requests'), to: paths.requests },
  ].filter(({ to }) => mayOpen(to));
  return tabs.length > 1 && <TabLinks label={t('Loans')} tabs={tabs} />;
}
