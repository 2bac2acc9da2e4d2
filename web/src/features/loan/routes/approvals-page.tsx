import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/empty-state';
import { Page } from '@/components/page';
import { TextLink } from '@/components/text-link';
import { usePages } from '@/components/use-pages';
import { LoansTable } from '@/features/loan/components/loans-table';
import { WaitingRequests } from '@/features/loan/components/requests';
import { api, read } from '@/lib/api/client';
import { paths } from '@/lib/paths';
import { useMay } from '@/lib/profile';

/** What waits for the decision of the person who is signed in. */
export function ApprovalsPage() {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <Page title={t('Approvals')} subtitle={t('What waits for your decision.')}>
      <Stack sx={{ gap: 2.5 }}>
        {may('loan.approve') && <Applications />}
        {(may('loan.write_off') || may('loan.top_up') || may('schedule.restructure')) && (
          <>
            <Stack direction="row" sx={{ alignItems: 'baseline', justifyContent: 'space-between', gap: 2 }}>
              <Typography variant="h2">{t('Of running loans')}</Typography>
              <TextLink to={paths.requests}>{t('Decided ones, too')}</TextLink>
            </Stack>
            <WaitingRequests />
          </>
        )}
      </Stack>
    </Page>
  );
}

function Applications() {
  const { t } = useTranslation();
  const pages = usePages('');
  const query = useQuery({
    queryKey: ['approvals', pages.cursor],
    queryFn: () => read(api.GET('/api/approvals', { params: { query: { limit: 50, cursor: pages.cursor } } })),
    placeholderData: keepPreviousData,
  });
  return (
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
  );
}
