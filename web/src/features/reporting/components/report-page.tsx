import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/components/page';
import { TabLinks } from '@/components/tab-links';
import { paths } from '@/lib/paths';
import { useProfile } from '@/lib/profile';
import { useMayOpen } from '@/lib/screens';

/** A page of one of the reports of lending. */
export function ReportPage({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const mayOpen = useMayOpen();
  const reach = useProfile().permissions['report.run'];
  const tabs = [
    { label: t('Expected and collected'), to: paths.reports },
    { label: t('Officers'), to: paths.officers },
    { label: t('Portfolio at risk'), to: paths.atRisk },
    // What is held is that of branches, not of officers.
    ...(reach === 'OWN' ? [] : [{ label: t('Provisions'), to: paths.provisions }]),
    { label: t('Ageing'), to: paths.ageing },
  ].filter(({ to }) => mayOpen(to));
  return (
    <Page
      title={t('Reports')}
      actions={
        <Button color="inherit" onClick={() => globalThis.print()}>
          {t('Print')}
        </Button>
      }
    >
      <TabLinks label={t('Reports')} tabs={tabs} />
      {reach === 'OWN' && <Box sx={{ color: 'text.secondary' }}>{t('Of your own loans and borrowers.')}</Box>}
      {children}
    </Page>
  );
}
