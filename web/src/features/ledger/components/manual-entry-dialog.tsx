import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText, MomentText } from '@/components/date-text';
import { Facts } from '@/components/facts';
import { useNotice } from '@/components/notice';
import { ProblemAlert } from '@/components/problem-alert';
import { StatusChip } from '@/components/status-chip';
import { EntryLines } from '@/features/ledger/components/entry-lines';
import { RejectDialog } from '@/features/ledger/components/reject-dialog';
import { api, read, type Schema } from '@/lib/api/client';
import { useIdempotencyKey } from '@/lib/ids';
import { useMay, useProfile } from '@/lib/profile';

export type ManualEntry = Schema<'ManualEntry'>;

type Props = { readonly entry: ManualEntry; readonly onClose: () => void };

/** An entry that somebody drafted, with both persons, and what can be decided on it. */
export function ManualEntryDialog({ entry, onClose }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const notify = useNotice();
  const key = useIdempotencyKey();
  const [rejecting, setRejecting] = useState(false);
  const mine = useProfile().id === entry.drafted.userId;
  const waits = entry.status === 'WAITING';
  const params = { path: { id: entry.id }, header: { 'Idempotency-Key': key } };
  const post = useMutation({
    mutationFn: () => read(api.POST('/api/ledger/manual-entries/{id}/approve', { params })),
    onSuccess: () => {
      notify(t('The entry is in the books.'));
      onClose();
    },
  });
  const takeBack = useMutation({
    mutationFn: () => read(api.POST('/api/ledger/manual-entries/{id}/withdraw', { params })),
    onSuccess: () => {
      notify(t('The entry is taken back.'));
      onClose();
    },
  });
  const busy = post.isPending || takeBack.isPending;
  if (rejecting) return <RejectDialog entry={entry} onClose={onClose} />;
  return (
    <Dialog open onClose={busy ? undefined : onClose} maxWidth="md" aria-labelledby="manual-entry-title">
      <DialogTitle id="manual-entry-title">{entry.description}</DialogTitle>
      <DialogContent>
        <Stack sx={{ gap: 2.5 }}>
          <Facts
            facts={[
              [t('Date'), <DateText key="on" value={entry.on} />],
              [t('Status'), <StatusChip key="status" status={entry.status} />],
              [t('Drafted by'), <Signature key="drafted" by={entry.drafted} />],
              [t('Decided by'), entry.decided && <Signature key="decided" by={entry.decided} />],
            ]}
          />
          <Facts
            width={400}
            facts={[
              [t('Why it is needed'), entry.reason],
              [t('Why not'), entry.decisionReason],
            ]}
          />
          <EntryLines lines={entry.lines} />
          {waits && mine && <Alert severity="info">{t('You drafted it, so somebody else decides on it.')}</Alert>}
          <ProblemAlert error={post.error ?? takeBack.error} />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={busy} color="inherit" autoFocus>
          {t('Close')}
        </Button>
        {waits && mine && may('ledger.draft') && (
          <Button onClick={() => takeBack.mutate()} loading={takeBack.isPending} color="error">
            {t('Take it back')}
          </Button>
        )}
        {waits && !mine && may('ledger.approve') && (
          <>
            <Button onClick={() => setRejecting(true)} disabled={busy} color="error">
              {t('Reject')}
            </Button>
            <Button onClick={() => post.mutate()} loading={post.isPending} variant="contained">
              {t('Post it')}
            </Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  );
}

function Signature({ by }: { readonly by: Schema<'Signed'> }) {
  return (
    <>
      {by.name}
      <br />
      <MomentText value={by.at} />
    </>
  );
}
