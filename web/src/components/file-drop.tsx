import Box from '@mui/material/Box';
import FormHelperText from '@mui/material/FormHelperText';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FileButton } from '@/components/file-button';
import { FILE_TYPES } from '@/lib/file-types';

type Props = {
  readonly onFiles: (files: readonly File[]) => void;
  /** Whether several may be chosen at once. */
  readonly several?: boolean;
  readonly busy?: boolean;
  readonly error?: string | undefined;
  /** What was chosen, or what may be. */
  readonly children: ReactNode;
};

/** Where papers are dropped, chosen, or photographed. */
export function FileDrop({ onFiles, several = false, busy = false, error, children }: Props) {
  const { t } = useTranslation();
  const hasCamera = useMediaQuery('(pointer: coarse)');
  return (
    <Box
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const dropped = [...event.dataTransfer.files].slice(0, several ? undefined : 1);
        if (dropped.length > 0 && !busy) onFiles(dropped);
      }}
      sx={{ border: 1, borderStyle: 'dashed', borderColor: 'divider', borderRadius: 1, p: 2, minWidth: 0 }}
    >
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
        <FileButton size="small" variant="outlined" accept={FILE_TYPES} several={several} busy={busy} onFiles={onFiles}>
          {several ? t('Choose files') : t('Choose a file')}
        </FileButton>
        {hasCamera && (
          <FileButton size="small" variant="outlined" accept="image/jpeg" camera busy={busy} onFiles={onFiles}>
            {t('Take a photo')}
          </FileButton>
        )}
      </Stack>
      <Typography component="div" variant="body2" sx={{ mt: 1, overflowWrap: 'anywhere' }} role="status">
        {children}
      </Typography>
      {error !== undefined && (
        <FormHelperText error role="alert">
          {t(error)}
        </FormHelperText>
      )}
    </Box>
  );
}
