import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { MomentText } from '@/components/date-text';
import { How } from '@/features/reporting/components/how';
import type { Schema } from '@/lib/api/client';

const DAY_MS = 86_400_000;

/** How old the newest backup is; a warning where that is too old. */
export function BackedUp({ backup, at }: { readonly backup: Schema<'DashboardBackup'>; readonly at: string }) {
  const { t } = useTranslation();
  const { stateAt, overdue } = backup;
  const text =
    stateAt === null || stateAt === undefined ? (
      t(
        'There is no backup. ./loanwright backup FILE makes one, with the --data DIR that the program was started with.',
      )
    ) : (
      <>
        {t('Last backup')}: <MomentText value={stateAt} />.{' '}
        {t('Days ago: {{days}}.', { days: daysBetween(stateAt, at) })}
      </>
    );
  const how = (
    <How
      of={t('the age of the last backup')}
      text={t('Full days since the moment whose state the newest backup has. After seven it is a warning.')}
    />
  );
  return overdue ? (
    <Alert severity="warning" sx={{ mt: 1 }}>
      {text} {how}
    </Alert>
  ) : (
    <Box>
      {text} {how}
    </Box>
  );
}

function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / DAY_MS));
}
