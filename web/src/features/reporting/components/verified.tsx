import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { MomentText } from '@/components/date-text';
import { How } from '@/features/reporting/components/how';
import type { Schema } from '@/lib/api/client';

type Verification = Schema<'DashboardVerification'>;

/** When the books were verified last, and what came of it. */
export function Verified({ last }: { readonly last: Verification | null | undefined }) {
  const { t } = useTranslation();
  const how = (
    <How
      of={t('the last verification')}
      text={t(
        'Each balance is worked out again from events and entries and compared with what is kept, and the chains of hashes are checked; here the last time that this was done.',
      )}
    />
  );
  if (last === null || last === undefined)
    return (
      <Box>
        {t('The books were never verified.')} {how}
      </Box>
    );
  return (
    <Box>
      {t('Books verified last')}: <MomentText value={last.endedAt ?? last.startedAt} />. {outcome(last)} {how}
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
