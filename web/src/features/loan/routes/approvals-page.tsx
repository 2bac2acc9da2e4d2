import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/empty-state';
import { Page } from '@/components/page';
import { usePages } from '@/components/use-pages';
import { LoansTable } from '@/features/loan/components/loans-table';
import { api, read } from '@/lib/api/client';

/** What waits for the decision of the person who is signed in. */
export function ApprovalsPage() {
  const { t } = useTranslation();
  const pages = usePages('');
  const query = useQuery({
    queryKey: ['approvals', pages.cursor],
    queryFn: () => read(api.GET('/api/approvals', { params: { query: { limit: 50, cursor: pages.cursor } } })),
    placeholderData: keepPreviousData,
  });
  return (
    <Page title={t('Approvals')} subtitle={t('Applications that wait for your decision.')}>
      <LoansTable
        kind="applications"
        query={query}
        pages={pages}
        empty={
          <EmptyState title={t('Nothing waits for you')}>
            {t(
              'Applications show up here when your step comes. What you applied for yourself is decided by somebody else.',
            )}
          </EmptyState>
        }
      />
    </Page>
  );
}
