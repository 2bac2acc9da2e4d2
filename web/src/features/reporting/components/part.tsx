import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/components/date-text';
import { How } from '@/features/reporting/components/how';

type Props = {
  readonly title: string;
  readonly asOf?: string | null | undefined;
  /** How its figures are computed, where they do not say it one by one. */
  readonly how?: string;
  readonly children: ReactNode;
};

/** One part of the dashboard, with the day that its figures are of. */
export function Part({ title, asOf, how, children }: Props) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Stack component="section" aria-labelledby={id} sx={{ gap: 2 }}>
      <Stack direction="row" sx={{ gap: 2, alignItems: 'baseline', flexWrap: 'wrap' }}>
        <Typography variant="h2" id={id}>
          {title}
        </Typography>
        {how !== undefined && <How of={title} text={how} />}
        {typeof asOf === 'string' && (
          <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
            {t('As of')} <DateText value={asOf} />
          </Box>
        )}
      </Stack>
      {children}
    </Stack>
  );
}
