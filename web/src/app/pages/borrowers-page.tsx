import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Page } from '@/components/page';
import type { Borrower } from '@/features/borrower/api/list-borrowers';
import { BorrowerDialog } from '@/features/borrower/components/borrower-dialog';
import { BorrowersTable } from '@/features/borrower/components/borrowers-table';
import { HistoryDialog } from '@/features/reporting/components/history-dialog';
import { paths } from '@/lib/paths';
import { useMay } from '@/lib/profile';
import { useMayOpen } from '@/lib/screens';
import { useQueryState } from '@/lib/use-query-state';

/** The registry of borrowers. */
export function BorrowersPage() {
  const { t } = useTranslation();
  const may = useMay();
  const mayOpen = useMayOpen();
  const navigate = useNavigate();
  const [get, set] = useQueryState();
  const [asked, setAsked] = useState<Borrower>();
  const add = may('borrower.create') ? () => set({ new: '1' }) : undefined;

  return (
    <Page
      title={t('Borrowers')}
      actions={
        <>
          {mayOpen(paths.documents) && (
            <Button component={Link} to={paths.documents} color="inherit">
              {t('Documents')}
            </Button>
          )}
          {add && (
            <Button variant="contained" onClick={add}>
              {t('Add borrower')}
            </Button>
          )}
        </>
      }
    >
      <BorrowersTable onAdd={add} onHistory={setAsked} />
      {get('new') === '1' && add && (
        <BorrowerDialog
          onClose={() => set({ new: undefined })}
          onSaved={(saved) => void navigate(paths.borrower(saved.id))}
        />
      )}
      {asked && <HistoryDialog borrowerId={asked.id} name={asked.name} onClose={() => setAsked(undefined)} />}
    </Page>
  );
}
