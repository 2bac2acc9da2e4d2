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
import { MomentText, DateText } from '@/components/date-text';
import { Facts } from '@/components/facts';
import { MoneyText } from '@/components/money-text';
import { useNotice } from '@/components/notice';
import { ProblemAlert } from '@/components/problem-alert';
import { QueryView } from '@/components/query-view';
import { StatusChip } from '@/components/status-chip';
import { TextLink } from '@/components/text-link';
import { mayDo, reasonAgainst } from '@/features/loan/actions';
import { requestQuery, type LoanRequest } from '@/features/loan/api/loan-requests';
import type { NewSimulation } from '@/features/loan/api/simulate-loan';
import { ChangePreview } from '@/features/loan/components/change-preview';
import { ChangedTerms } from '@/features/loan/components/changed-terms';
import { RejectRequestDialog } from '@/features/loan/components/reject-request-dialog';
import { REQUESTS } from '@/features/loan/requests';
import { api, read } from '@/lib/api/client';
import { useIdempotencyKey } from '@/lib/ids';
import { paths } from '@/lib/paths';
import { useMay } from '@/lib/profile';

type Props = { readonly id: string; readonly onClose: () => void };

/** What somebody asked for of a loan, and what can be decided about it. */
export function RequestDecision({ id, onClose }: Props) {
  const { t } = useTranslation();
  const query = useQuery(requestQuery(id));
  const [rejecting, setRejecting] = useState(false);
  if (rejecting && query.data) return <RejectRequestDialog request={query.data} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="request-title">
      <DialogTitle id="request-title">
        {query.data ? t(REQUESTS[query.data.kind].title, { number: query.data.loanNumber }) : t('Request')}
      </DialogTitle>
      <QueryView query={query}>
        {(request) => <Decision request={request} onReject={() => setRejecting(true)} onClose={onClose} />}
      </QueryView>
    </Dialog>
  );
}

type DecisionProps = {
  readonly request: LoanRequest;
  readonly onReject: () => void;
  readonly onClose: () => void;
};

function Decision({ request, onReject, onClose }: DecisionProps) {
  const { t } = useTranslation();
  const notify = useNotice();
  const key = useIdempotencyKey();
  const refused = reasonAgainst(request, 'CONFIRM_REQUEST');
  const words = REQUESTS[request.kind];
  const path = { id: request.id };
  const confirm = useMutation({
    mutationFn: () =>
      read(
        api.POST('/api/loan-requests/{id}/confirm', {
          params: { path, header: { 'Idempotency-Key': key } },
          body: { amount: request.amountNow ?? request.amount },
        }),
      ),
    onSuccess: () => {
      notify(t(words.done));
      onClose();
    },
  });
  const withdraw = useMutation({
    mutationFn: () => read(api.POST('/api/loan-requests/{id}/withdraw', { params: { path } })),
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
          <Asked request={request} />
          {refused !== undefined && <Alert severity="info">{refused}</Alert>}
          <ProblemAlert error={confirm.error ?? withdraw.error} />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={busy} color="inherit" autoFocus>
          {t('Close')}
        </Button>
        {mayDo(request, 'WITHDRAW_REQUEST') && (
          <Button onClick={() => withdraw.mutate()} loading={withdraw.isPending} color="error">
            {t('Take it back')}
          </Button>
        )}
        {mayDo(request, 'REJECT_REQUEST') && (
          <Button onClick={onReject} disabled={busy}>
            {t('Reject')}
          </Button>
        )}
        {mayDo(request, 'CONFIRM_REQUEST') && (
          <Button
            onClick={() => confirm.mutate()}
            loading={confirm.isPending}
            variant="contained"
            color={words.givesUp ? 'error' : 'primary'}
          >
            {t(words.confirm)}
          </Button>
        )}
      </DialogActions>
    </>
  );
}

/** What is looked at before and after; nobody thinks about a write-off. */
function thought({ kind, amount, on, change }: LoanRequest): NewSimulation | undefined {
  if (change != null) return change;
  return kind === 'TOP_UP' ? { kind, amount, ...(on != null && { on }) } : undefined;
}

/** What is asked for, and while it waits what would come of it. */
function Asked({ request }: { readonly request: LoanRequest }) {
  const { t } = useTranslation();
  const may = useMay();
  const { currency, amount, amountNow, on } = request;
  const words = REQUESTS[request.kind];
  const looked = thought(request);
  const isTopUp = request.kind === 'TOP_UP';
  const { change } = request;
  return (
    <>
      <Facts
        facts={[
          [
            t('Loan'),
            <TextLink key="loan" to={paths.loan(request.loanId)}>
              {request.loanNumber}
            </TextLink>,
          ],
          [t('Borrower'), request.borrowerName],
          [
            t('Counts from'),
            change == null && (on == null ? t('The day of the payout') : <DateText key="on" value={on} />),
          ],
          [t('Status'), <StatusChip key="status" status={request.status} />],
          [
            t(words.amount),
            request.status !== 'ALONE' || change == null ? (
              <MoneyText key="a" strong={isTopUp} amount={amount} currency={currency} />
            ) : undefined,
          ],
          [
            change == null ? t('Given up now') : t('Interest taken off now'),
            !isTopUp && amountNow && <MoneyText key="n" strong amount={amountNow} currency={currency} />,
          ],
          [t('Paid out of'), isTopUp && (request.walletName ?? t('Cash account of the product'))],
          [
            t('Asked by'),
            <span key="by">
              {request.askedBy} · <MomentText value={request.askedAt} />
            </span>,
          ],
          [
            t('Decided by'),
            request.decidedAt && (
              <span key="decided">
                {request.decidedBy} · <MomentText value={request.decidedAt} />
              </span>
            ),
          ],
        ]}
      />
      {change != null && <ChangedTerms change={change} />}
      <Facts
        width={400}
        facts={[
          [t('Reason'), request.reason],
          [t('Why not'), request.decisionReason],
        ]}
      />
      {looked !== undefined && request.status === 'WAITING' && may('loan.view') && (
        <ChangePreview loan={{ id: request.loanId, currency }} change={looked} />
      )}
    </>
  );
}
