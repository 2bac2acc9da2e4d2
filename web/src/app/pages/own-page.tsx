import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '@/components/empty-state';
import { Page } from '@/components/page';
import { QueryView } from '@/components/query-view';
import { usePages } from '@/components/use-pages';
import { Documents } from '@/features/document/components/documents';
import { PapersToSend } from '@/features/document/components/papers-to-send';
import { Wallets } from '@/features/ledger/components/wallets';
import { loansQuery } from '@/features/loan/api/list-loans';
import { LoansTable } from '@/features/loan/components/loans-table';
import { OwnLoan } from '@/features/loan/components/own-loan';
import { OwnMessages } from '@/features/notification/components/own-messages';
import { HowToPay } from '@/features/payment/components/how-to-pay';
import { paths } from '@/lib/paths';
import { useMay, useProfile } from '@/lib/profile';
import { useMayOpen } from '@/lib/screens';

/** Few people have more that run at a time; the list below has them all. */
const MOST_SHOWN = 5;

/** A borrower's own page: what to pay next, what is paid, and what the lender holds and asks for. */
export function OwnPage() {
  const { t } = useTranslation();
  const { name, borrowerId } = useProfile();
  const may = useMay();
  const mayOpen = useMayOpen();
  return (
    <Page
      title={t('Welcome, {{name}}', { name })}
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
      <Stack sx={{ gap: 2.5 }}>
        {borrowerId && may('document.upload') && <PapersToSend borrowerId={borrowerId} />}
        <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: { md: '7fr 5fr' }, alignItems: 'start' }}>
          <Stack sx={{ gap: 2.5, minWidth: 0 }}>
            {borrowerId && may('loan.view') && <RunningLoans />}
            {borrowerId && may('document.view') && <Documents borrowerId={borrowerId} />}
          </Stack>
          <Stack sx={{ gap: 2.5, minWidth: 0 }}>
            {borrowerId && may('wallet.view') && <Wallets borrowerId={borrowerId} />}
            {borrowerId && may('loan.view') && <OwnMessages />}
          </Stack>
        </Box>
        {may('loan.view') && <AllLoans />}
      </Stack>
    </Page>
  );
}

function RunningLoans() {
  const query = useQuery(loansQuery({ status: ['ACTIVE'], limit: MOST_SHOWN }));
  return (
    <QueryView query={query} lines={3}>
      {({ items }) =>
        items.map((loan) => <OwnLoan key={loan.id} loan={loan} pay={<HowToPay loanNumber={loan.number} />} />)
      }
    </QueryView>
  );
}

function AllLoans() {
  const { t } = useTranslation();
  const pages = usePages('');
  const query = useQuery(loansQuery({ cursor: pages.cursor, limit: 25 }));
  return (
    <LoansTable
      kind="loans"
      ofOneBorrower
      query={query}
      pages={pages}
      empty={<EmptyState title={t('No loan yet')}>{t('What you apply for shows up here.')}</EmptyState>}
    />
  );
}
