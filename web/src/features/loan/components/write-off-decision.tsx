import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText, MomentText } from '@/components/date-text';
import { Facts } from '@/components/facts';
import { MoneyText } from '@/components/money-text';
import { useNotice } from '@/components/notice';
import { ProblemAlert } from '@/components/problem-alert';
import { QueryView } from '@/components/query-view';
import { StatusChip } from '@/components/status-chip';
import { TextLink } from '@/components/text-link';
import { mayDo, reasonAgainst } from '@/features/loan/actions';
import { writeOffQuery, type WriteOff } from '@/features/loan/api/write-offs';
import { RejectWriteOffDialog } from '@/features/loan/components/reject-write-off-dialog';
import { api, read } from '@/lib/api/client';
import { useIdempotencyKey } from '@/lib/ids';
import { paths } from '@/lib/paths';

type Props = { readonly id: string; readonly onClose: () => void };

/** A write-off that somebody asked for, and what can be decided about it. */
export function WriteOffDecision({ id, onClose }: Props) {
  const { t } = useTranslation();
  const query = useQuery(writeOffQuery(id));
  const [rejecting, setRejecting] = useState(false);
  if (rejecting && query.data) return <RejectWriteOffDialog writeOff={query.data} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="write-off-title">
      <DialogTitle id="write-off-title">
        {query.data ? t('Write off {{number}}', { number: query.data.loanNumber }) : t('Write-off')}
      </DialogTitle>
      <QueryView query={query}>
        {(writeOff) => <Decision writeOff={writeOff} onReject={() => setRejecting(true)} onClose={onClose} />}
      </QueryView>
    </Dialog>
  );
}

type DecisionProps = {
  readonly writeOff: WriteOff;
  readonly onReject: () => void;
  readonly onClose: () => void;
};

function Decision({ writeOff, onReject, onClose }: DecisionProps) {
  const { t } = useTranslation();
  const notify = useNotice();
  const key = useIdempotencyKey();
  const refused = reasonAgainst(writeOff, 'CONFIRM_WRITE_OFF');
  const path = { id: writeOff.id };
  const confirm = useMutation({
    mutationFn: () =>
      read(
        api.POST('/api/write-offs/{id}/confirm', {
          params: { path, header: { 'Idempotency-Key': key } },
          body: { amount: writeOff.amountNow ?? writeOff.amount },
        }),
      ),
    onSuccess: () => {
      notify(t('The loan is written off.'));
      onClose();
    },
  });
  const withdraw = useMutation({
    mutationFn: () => read(api.POST('/api/write-offs/{id}/withdraw', { params: { path } })),
    onSuccess: () => {
      notify(t('The loan stays as it is.'));
      onClose();
    },
  });
  const busy = confirm.isPending || withdraw.isPending;
  return (
    <>
      <DialogContent>
        <Stack sx={{ gap: 2.5 }}>
          <Facts
            facts={[
              [
                t('Loan'),
                <TextLink key="loan" to={paths.loan(writeOff.loanId)}>
                  {writeOff.loanNumber}
                </TextLink>,
              ],
              [t('Borrower'), writeOff.borrowerName],
              [t('Counts from'), <DateText key="on" value={writeOff.on} />],
              [t('Status'), <StatusChip key="status" status={writeOff.status} />],
              [t('Owed when asked'), <MoneyText key="a" amount={writeOff.amount} currency={writeOff.currency} />],
              [
                t('Given up now'),
                writeOff.amountNow && (
                  <MoneyText key="n" strong amount={writeOff.amountNow} currency={writeOff.currency} />
                ),
              ],
              [
                t('Asked by'),
                <span key="by">
                  {writeOff.askedBy} · <MomentText value={writeOff.askedAt} />
                </span>,
              ],
              [
                t('Decided by'),
                writeOff.decidedAt && (
                  <span key="decided">
                    {writeOff.decidedBy} · <MomentText value={writeOff.decidedAt} />
                  </span>
                ),
              ],
            ]}
          />
          <Facts
            width={400}
            facts={[
              [t('Reason'), writeOff.reason],
              [t('Why not'), writeOff.decisionReason],
            ]}
          />
          {refused !== undefined && <Alert severity="info">{refused}</Alert>}
          <ProblemAlert error={confirm.error ?? withdraw.error} />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={busy} color="inherit" autoFocus>
          {t('Close')}
        </Button>
        {mayDo(writeOff, 'WITHDRAW_WRITE_OFF') && (
          <Button onClick={() => withdraw.mutate()} loading={withdraw.isPending} color="error">
            {t('Take it back')}
          </Button>
        )}
        {mayDo(writeOff, 'REJECT_WRITE_OFF') && (
          <Button onClick={onReject} disabled={busy}>
            {t('Reject')}
          </Button>
        )}
        {mayDo(writeOff, 'CONFIRM_WRITE_OFF') && (
          <Button onClick={() => confirm.mutate()} loading={confirm.isPending} variant="contained" color="error">
            {t('Write off')}
          </Button>
        )}
      </DialogActions>
    </>
  );
}
