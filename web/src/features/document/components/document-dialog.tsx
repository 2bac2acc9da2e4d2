import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText, MomentText } from '@/components/date-text';
import { Facts } from '@/components/facts';
import { FilePreview } from '@/components/file-preview';
import { useNotice } from '@/components/notice';
import { ProblemAlert } from '@/components/problem-alert';
import { CorrectDialog } from '@/features/document/components/correct-dialog';
import { DocumentChip } from '@/features/document/components/document-chip';
import { RefuseDialog } from '@/features/document/components/refuse-dialog';
import { KIND_LABELS } from '@/features/document/kinds';
import { api, read, type Schema } from '@/lib/api/client';
import { useMay } from '@/lib/profile';

type Props = {
  readonly document: Schema<'Document'>;
  /** Files a newer one; left out where that is not offered. */
  readonly onReplace?: () => void;
  readonly onClose: () => void;
};

/** One paper: what it is said to be, what it looks like, and what somebody else says of it. */
export function DocumentDialog({ document, onReplace, onClose }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const notify = useNotice();
  const heading = useId();
  const [next, setNext] = useState<'refuse' | 'correct'>();
  const verify = useMutation({
    mutationFn: () => read(api.POST('/api/documents/{id}/verify', { params: { path: { id: document.id } } })),
    onSuccess: () => {
      notify(t('The document is verified.'));
      onClose();
    },
  });
  const waits = document.status === 'WAITING';
  if (next === 'refuse') return <RefuseDialog document={document} onClose={onClose} />;
  if (next === 'correct') return <CorrectDialog document={document} onClose={onClose} />;
  return (
    <Dialog open onClose={verify.isPending ? undefined : onClose} maxWidth="sm" fullWidth aria-labelledby={heading}>
      <DialogTitle id={heading} sx={{ overflowWrap: 'anywhere' }}>
        {document.name}
      </DialogTitle>
      <DialogContent>
        <Stack sx={{ gap: 2.5 }}>
          <About document={document} />
          <FilePreview file={document} path={`/api/documents/${document.id}`} />
          {waits && document.own && may('document.verify') && (
            <Alert severity="info">{t('You filed or corrected it, so somebody else verifies it.')}</Alert>
          )}
          <ProblemAlert error={verify.error} />
        </Stack>
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap' }}>
        <Button onClick={onClose} disabled={verify.isPending} color="inherit" autoFocus>
          {t('Close')}
        </Button>
        {document.status !== 'REPLACED' && onReplace && may('document.upload') && (
          <Button onClick={onReplace}>{t('Replace')}</Button>
        )}
        {waits && may('document.upload') && <Button onClick={() => setNext('correct')}>{t('Correct')}</Button>}
        {waits && !document.own && may('document.verify') && (
          <>
            <Button onClick={() => setNext('refuse')} disabled={verify.isPending} color="error">
              {t('Refuse')}
            </Button>
            <Button onClick={() => verify.mutate()} loading={verify.isPending} variant="contained">
              {t('Verify')}
            </Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  );
}

function About({ document }: { readonly document: Schema<'Document'> }) {
  const { t } = useTranslation();
  const { decidedBy, decidedAt } = document;
  return (
    <Facts
      facts={[
        [t('Status'), <DocumentChip key="s" document={document} />],
        [t('What it is'), t(KIND_LABELS[document.kind])],
        [t('Number of the paper'), document.number],
        [t('Holds until'), document.expiresOn && <DateText key="e" value={document.expiresOn} />],
        [t('Filed by'), document.uploadedBy],
        [t('Filed'), <MomentText key="u" value={document.uploadedAt} />],
        [document.refusal ? t('Refused by') : t('Verified by'), decidedBy],
        [t('Decided'), decidedAt && <MomentText key="d" value={decidedAt} />],
        [t('Why not'), document.refusal],
      ]}
    />
  );
}
