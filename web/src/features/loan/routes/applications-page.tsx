import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '@/components/empty-state';
import { Page } from '@/components/page';
import { LoanList } from '@/features/loan/components/loan-list';
import { paths } from '@/lib/paths';
import { useMayOpen } from '@/lib/screens';

const WAITING = ['SUBMITTED', 'UNDER_REVIEW', 'APPROVED'];
const ALL = [...WAITING, 'REJECTED', 'WITHDRAWN', 'CANCELLED'];

/** The pipeline: what was asked for; what waits comes first. */
export function ApplicationsPage() {
  const { t } = useTranslation();
  const mayOpen = useMayOpen();
  const take = mayOpen(paths.newApplication()) && (
    <Button component={Link} to={paths.newApplication()} variant="contained">
      {t('Take an application')}
    </Button>
  );
  return (
    <Page title={t('Applications')} subtitle={t('Asked for, not paid out yet.')} actions={take}>
      <LoanList
        kind="applications"
        statuses={ALL}
        usual={WAITING}
        usualLabel={t('Waiting')}
        empty={
          <EmptyState title={t('No application is open')} action={take}>
            {t('Take one for a borrower and a product; it goes to whoever approves.')}
          </EmptyState>
        }
      />
    </Page>
  );
}
