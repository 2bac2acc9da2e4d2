import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotice } from '@/components/notice';
import { ProblemAlert } from '@/components/problem-alert';
import { api, read } from '@/lib/api/client';

/** What is done to a month without more words than a yes. */
export type PeriodStep = 'start-closing' | 'close' | 'approve' | 'reject';

type Props = { readonly step: PeriodStep; readonly month: string; readonly onClose: () => void };

function send(step: PeriodStep, month: string) {
  const params = { path: { month } };
  switch (step) {
    case 'start-closing':
      return read(api.POST('/api/ledger/periods/{month}/start-closing', { params }));
    case 'close':
      return read(api.POST('/api/ledger/periods/{month}/close', { params }));
    case 'approve':
      return read(api.POST('/api/ledger/periods/{month}/reopen/approve', { params }));
    case 'reject':
      return read(api.POST('/api/ledger/periods/{month}/reopen/reject', { params }));
  }
}

/** Says what a step will do to a month before it is done. */
export function PeriodStepDialog({ step, month, onClose }: Props) {
  const { t } = useTranslation();
  const notify = useNotice();
  const heading = useId();
  const words = {
    'start-closing': {
      title: t('Start closing {{month}}', { month }),
      text: t(
        'From now on only entries by hand go into this month and those before it. What else belongs to them is booked on the first day after, with its own value date.',
      ),
      done: t('Only entries by hand go into the month now.'),
    },
    close: {
      title: t('Close {{month}}', { month }),
      text: t(
        'Nothing goes into this month and those before it any more. Their sums are kept, and checked in every verification.',
      ),
      done: t('The month is closed.'),
    },
    approve: {
      title: t('Open {{month}} again', { month }),
      text: t('The month takes entries again. What was booked later meanwhile stays there.'),
      done: t('The month is open again.'),
    },
    reject: {
      title: t('Keep {{month}} closed', { month }),
      text: t('The month stays closed. Somebody may ask again.'),
      done: t('The month stays closed.'),
    },
  }[step];
  const mutation = useMutation({
    mutationFn: () => send(step, month),
    onSuccess: () => {
      notify(words.done);
      onClose();
    },
  });
  return (
    <Dialog open onClose={mutation.isPending ? undefined : onClose} maxWidth="sm" aria-labelledby={heading}>
      <DialogTitle id={heading}>{words.title}</DialogTitle>
      <DialogContent>
        <Typography>{words.text}</Typography>
        <ProblemAlert error={mutation.error} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} color="inherit" disabled={mutation.isPending}>
          {t('Cancel')}
        </Button>
        <Button variant="contained" autoFocus loading={mutation.isPending} onClick={() => mutation.mutate()}>
          {words.title}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
