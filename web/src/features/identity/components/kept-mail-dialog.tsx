import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '@/components/problem-alert';
import { api, read, type Schema } from '@/lib/api/client';

type Props = { readonly message: Schema<'OutboxMessage'>; readonly onClose: () => void };

/** A mail that nobody sent. Whoever holds its link becomes the person it is for, so it is asked for once more. */
export function KeptMailDialog({ message, onClose }: Props) {
  const { t } = useTranslation();
  const heading = useId();
  const open = useMutation({
    mutationFn: () => read(api.GET('/api/outbox/{id}', { params: { path: { id: message.id } } })),
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby={heading} fullWidth maxWidth="sm">
      <DialogTitle id={heading}>{t('Mail to {{name}}', { name: message.recipient })}</DialogTitle>
      <DialogContent>
        {open.data === undefined ? (
          <Alert severity="warning" variant="outlined">
            {t(
              'Whoever has a link out of this mail can sign in as {{name}}. Give it to nobody else. That you read it is written into the audit trail.',
              { name: message.recipient },
            )}
          </Alert>
        ) : (
          <Box component="pre" sx={{ m: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', font: 'inherit' }}>
            {open.data.text}
          </Box>
        )}
        <ProblemAlert error={open.error} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} color="inherit" autoFocus>
          {t('Close')}
        </Button>
        {open.data === undefined && (
          <Button variant="contained" loading={open.isPending} onClick={() => open.mutate()}>
            {t('Read it')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
