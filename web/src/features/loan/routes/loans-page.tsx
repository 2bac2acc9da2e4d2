import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/empty-state';
import { Page } from '@/components/page';
import { LoanTabs } from '@/features/loan/components/loan-tabs';
import { LoanList } from '@/features/loan/components/loan-list';

const BOOK = ['ACTIVE', 'CLOSED', 'WRITTEN_OFF'];

/** The book: loans that were paid out. */
export function LoansPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('Loans')}>
      <LoanTabs />
      <LoanList
        kind="loans"
        statuses={BOOK}
        usual={BOOK}
        empty={
          <EmptyState title={t('No loan yet')}>
            {t('An application becomes a loan when it is approved and paid out.')}
          </EmptyState>
        }
      />
    </Page>
  );
}
