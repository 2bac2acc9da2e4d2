import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { Facts } from '@/components/facts';
import { labelOf } from '@/components/labels';
import { MoneyText } from '@/components/money-text';
import { Page } from '@/components/page';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { StatusChip } from '@/components/status-chip';
import { usePages } from '@/components/use-pages';
import type { Borrower } from '@/features/borrower/api/list-borrowers';
import { BorrowerDialog } from '@/features/borrower/components/borrower-dialog';
import { PersonalData } from '@/features/borrower/components/personal-data';
import { Relatives } from '@/features/borrower/components/relatives';
import { ContactList } from '@/features/collection/components/contact-list';
import { Documents } from '@/features/document/components/documents';
import { BorrowerInvitation } from '@/features/identity/components/borrower-invitation';
import { Wallets } from '@/features/ledger/components/wallets';
import { loansQuery } from '@/features/loan/api/list-loans';
import { LoansTable } from '@/features/loan/components/loans-table';
import { History } from '@/features/reporting/components/history';
import { HistoryDialog } from '@/features/reporting/components/history-dialog';
import { $api } from '@/lib/api/client';
import { paths } from '@/lib/paths';
import { useMay } from '@/lib/profile';
import { useMayOpen } from '@/lib/screens';

/** One borrower: who it is, what is owed, and everything that ever happened. */
export function BorrowerPage() {
  const { t } = useTranslation();
  const may = useMay();
  const mayOpen = useMayOpen();
  const { id = '' } = useParams();
  const [dialog, setDialog] = useState<'edit' | 'history'>();
  const query = useQuery($api.queryOptions('get', '/api/borrowers/{id}', { params: { path: { id } } }));
  const borrower = query.data;

  return (
    <Page
      title={borrower?.name ?? t('Borrower')}
      subtitle={
        borrower && (
          <Stack direction="row" sx={{ gap: 1.5, alignItems: 'center' }}>
            <span>{borrower.number}</span>
            <StatusChip status={borrower.status} />
          </Stack>
        )
      }
      actions={
        borrower && (
          <>
            <Button color="inherit" onClick={() => setDialog('history')}>
              {t('View history')}
            </Button>
            {may('borrower.edit') && !borrower.erased && (
              <Button variant="outlined" onClick={() => setDialog('edit')}>
                {t('Change')}
              </Button>
            )}
            {mayOpen(paths.newApplication()) && !borrower.erased && (
              <Button component={Link} to={paths.newApplication(id)} variant="contained">
                {t('Take an application')}
              </Button>
            )}
          </>
        )
      }
    >
      <QueryView query={query}>{(one) => <BorrowerBody borrower={one} />}</QueryView>
      {dialog === 'edit' && borrower && (
        <BorrowerDialog borrower={borrower} onClose={() => setDialog(undefined)} onSaved={() => setDialog(undefined)} />
      )}
      {dialog === 'history' && borrower && (
        <HistoryDialog borrowerId={id} name={borrower.name} onClose={() => setDialog(undefined)} />
      )}
    </Page>
  );
}

function BorrowerBody({ borrower }: { readonly borrower: Borrower }) {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <Stack sx={{ gap: 2.5 }}>
      {borrower.erased && (
        <Alert severity="info">
          {t('What was known of this borrower was erased, and nothing is written any more. The books stay.')}
        </Alert>
      )}
      <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: { md: '7fr 5fr' }, alignItems: 'start' }}>
        <Section title={t('Details')}>
          <Facts
            facts={[
              [t('Kind'), t(labelOf(borrower.kind ?? 'PERSON'))],
              [t('Phone'), borrower.phone],
              [t('E-mail'), borrower.email],
              [t('Date of birth'), borrower.dateOfBirth && <DateText key="b" value={borrower.dateOfBirth} />],
              [
                t('Address'),
                borrower.address && (
                  <Box key="a" sx={{ whiteSpace: 'pre-line' }}>
                    {borrower.address}
                  </Box>
                ),
              ],
              [
                t('Monthly income'),
                borrower.monthlyIncome && (
                  <MoneyText key="i" amount={borrower.monthlyIncome} currency={borrower.incomeCurrency} />
                ),
              ],
              [t('Branch'), borrower.branchName],
              [t('Officer'), borrower.officerName],
              [t('Since'), <DateText key="s" value={borrower.createdAt} />],
            ]}
          />
        </Section>
        <Stack sx={{ gap: 2.5 }}>
          {may('wallet.view') && <Wallets borrowerId={borrower.id} />}
          {may('document.view') && <Documents borrowerId={borrower.id} />}
          {!borrower.erased && <BorrowerInvitation key={borrower.id} borrower={borrower} />}
        </Stack>
      </Box>
      {may('loan.view') && <BorrowerLoans borrowerId={borrower.id} />}
      {may('collection.queue') && (
        <Section title={t('Contacts about arrears')}>
          <ContactList of={{ borrowerId: borrower.id }} />
        </Section>
      )}
      <Section title={t('History')}>
        <History borrowerId={borrower.id} />
      </Section>
      {(may('relative.keep') || may('user.view')) && <Relatives borrowerId={borrower.id} />}
      {(may('borrower.export') || may('borrower.erase')) && <PersonalData borrower={borrower} />}
    </Stack>
  );
}

function BorrowerLoans({ borrowerId }: { readonly borrowerId: string }) {
  const { t } = useTranslation();
  const pages = usePages(borrowerId);
  const query = useQuery(loansQuery({ borrowerId, cursor: pages.cursor, limit: 25 }));
  return (
    <LoansTable
      kind="loans"
      ofOneBorrower
      query={query}
      pages={pages}
      empty={<EmptyState title={t('No loan yet')}>{t('Take an application to start one.')}</EmptyState>}
    />
  );
}
