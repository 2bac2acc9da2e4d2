import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { MomentText } from '@/components/date-text';
import type { Schema } from '@/lib/api/client';

type Verification = Schema<'DashboardVerification'>;

/** When the books were verified last, and what came of it. */
export function Verified({ last }: { readonly last: Verification | null | undefined }) {
  const { t } = useTranslation();
  if (last === null || last === undefined) return <Box>{t('The books were never verified.')}</Box>;
  return (
    <Box>
      {t('Books verified last')}: <MomentText value={last.endedAt ?? last.startedAt} />. {outcome(last)}
    </Box>
  );

  function outcome({ status, differences }: Verification): string {
    if (status === 'RUNNING') return t('It is still running.');
    if (status !== 'DONE') return t('It did not finish.');
    return differences === 0
      ? t('Everything fits.')
      : t('Records that do not fit: {{differences}}.', { differences: differences ?? '–' });
  }
}
