import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/page';
import { LedgerTabs } from '@/features/ledger/components/ledger-tabs';

/** A page of the books that people print. */
export function PrintedLedgerPage({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Page
      title={t('Ledger')}
      actions={
        <Button color="inherit" onClick={() => globalThis.print()}>
          {t('Print')}
        </Button>
      }
    >
      <LedgerTabs />
      {children}
    </Page>
  );
}
