import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/empty-state';
import { Page } from '@/components/page';
import { Section } from '@/components/section';

/** Brings an existing book in. */
export function ImportsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('Imports')}>
      <Section>
        <EmptyState title={t('No import yet')}>
          {t('Bring borrowers, loans and balances in from a CSV file.')}
        </EmptyState>
      </Section>
    </Page>
  );
}
