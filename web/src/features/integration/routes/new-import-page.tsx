import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Page } from '@/components/page';
import { Section } from '@/components/section';
import { importQuery } from '@/features/integration/api/get-import';
import { FileChoice, type ChosenFile } from '@/features/integration/components/file-choice';
import { ImportResult } from '@/features/integration/components/import-result';
import { MappingForm } from '@/features/integration/components/mapping-form';
import { paths } from '@/lib/paths';

/** Brings a book in: files, what their columns mean, a try, and then for good. */
export function NewImportPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [loans, setLoans] = useState<ChosenFile>();
  const [payments, setPayments] = useState<ChosenFile>();
  const [tried, setTried] = useState<{ readonly id: string; readonly order: string }>();
  const trial = useQuery({ ...importQuery(tried?.id ?? ''), enabled: tried !== undefined });
  return (
    <Page title={t('New import')} subtitle={t('A try shows what would be written, and keeps nothing.')}>
      <Stack sx={{ gap: 2.5 }}>
        <Section title={t('Files')}>
          <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: { sm: '1fr 1fr' } }}>
            <FileChoice
              label={t('Choose the loans')}
              help={t('A CSV file with a row for each loan.')}
              chosen={loans}
              onChoose={setLoans}
            />
            <FileChoice
              label={t('Choose the payments')}
              help={t('A CSV file with a row for each payment, if there is one.')}
              chosen={payments}
              onChoose={setPayments}
            />
          </Box>
        </Section>
        {(loans ?? payments) && (
          <MappingForm
            loans={loans}
            payments={payments}
            trial={tried && { order: tried.order, status: trial.data?.status }}
            onStarted={({ id, dryRun, order }) => (dryRun ? setTried({ id, order }) : void navigate(paths.import(id)))}
          />
        )}
        {tried !== undefined && <ImportResult key={tried.id} id={tried.id} />}
      </Stack>
    </Page>
  );
}
