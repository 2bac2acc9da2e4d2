import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '@/components/empty-state';
import { Page } from '@/components/page';
import { usePages } from '@/components/use-pages';
import { loansQuery } from '@/features/loan/api/list-loans';
import { LoansTable } from '@/features/loan/components/loans-table';
import { paths } from '@/lib/paths';
import { useMay, useProfile } from '@/lib/profile';
import { useMayOpen } from '@/lib/screens';

/** What a person has applied for and owes. */
export function OwnLoans() {
  const { t } = useTranslation();
  const { name } = useProfile();
  const may = useMay();
  const mayOpen = useMayOpen();
  const pages = usePages('');
  const query = useQuery({ ...loansQuery({ cursor: pages.cursor, limit: 25 }), enabled: may('loan.view') });
  return (
    <Page
      title={t('Welcome, {{name}}', { name })}
      subtitle={t('Your applications and loans.')}
      actions={
        <>
          <Button component={Link} to={paths.calculator} variant="outlined">
            {t('Work out a loan')}
          </Button>
          {mayOpen(paths.newApplication()) && (
            <Button component={Link} to={paths.newApplication()} variant="contained">
              {t('Apply for a loan')}
            </Button>
          )}
        </>
      }
    >
      {may('loan.view') && (
        <LoansTable
          kind="loans"
          ofOneBorrower
          query={query}
          pages={pages}
          empty={<EmptyState title={t('No loan yet')}>{t('What you apply for shows up here.')}</EmptyState>}
        />
      )}
    </Page>
  );
}
