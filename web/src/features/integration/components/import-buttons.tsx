import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { mappingShape, type MappingValues } from '@/features/integration/mapping';
import type { Schema } from '@/lib/api/client';

/** A try: of which order it was, and how it stands. */
export type Trial = { readonly order: string; readonly status: Schema<'ImportResponse'>['status'] | undefined };

type Props = {
  readonly trial: Trial | undefined;
  /** What an import of these values would be: the same files, meaning the same, are the same order. */
  readonly orderOf: (values: z.output<typeof mappingShape>) => string;
  /** What is being sent. */
  readonly sending: 'try' | 'import' | undefined;
  readonly onImport: () => void;
};

/** Tries an import, and imports for good what was tried and not changed since. */
export function ImportButtons({ trial, orderOf, sending, onImport }: Props) {
  const { t } = useTranslation();
  const read = mappingShape.safeParse(useWatch<MappingValues>());
  const isRunning = trial !== undefined && (trial.status ?? 'RUNNING') === 'RUNNING';
  const isTried = trial?.status === 'DONE' && read.success && trial.order === orderOf(read.data);
  return (
    <Stack direction="row" sx={{ gap: 1.5, flexWrap: 'wrap', alignItems: 'center' }}>
      <Button type="submit" variant="contained" disabled={isRunning} loading={sending === 'try'}>
        {t('Try it without keeping anything')}
      </Button>
      <Button variant="outlined" disabled={isRunning || !isTried} loading={sending === 'import'} onClick={onImport}>
        {t('Import for good')}
      </Button>
      {!isTried && (
        <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
          {isRunning
            ? t('The try is running. Nothing can be imported for good until it has ended.')
            : t('What was tried, and not changed since, can be imported for good.')}
        </Box>
      )}
    </Stack>
  );
}
