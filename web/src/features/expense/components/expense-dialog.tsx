import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText, MomentText } from '@/components/date-text';
import { Facts } from '@/components/facts';
import { MoneyText } from '@/components/money-text';
import { useNotice } from '@/components/notice';
import { ProblemAlert } from '@/components/problem-alert';
import { StatusChip } from '@/components/status-chip';
import { TextLink } from '@/components/text-link';
import { Attachments } from '@/features/expense/components/attachments';
import { PayExpenseDialog } from '@/features/expense/components/pay-expense-dialog';
import { ReasonDialog } from '@/features/expense/components/reason-dialog';
import { $api, api, read, type Schema } from '@/lib/api/client';
import { useIdempotencyKey } from '@/lib/ids';
import { paths } from '@/lib/paths';
import { useMay } from '@/lib/profile';

type Props = {
  /** The expense as whoever opens it knows it; it is asked for again after each change. */
  readonly known: Schema<'Expense'>;
  /** Why a file was not taken when the expense was written down. */
  readonly problem?: unknown;
  readonly onClose: () => void;
};

/** One expense with whoever signed each step, and what can be done next. */
export function ExpenseDialog({ known, problem, onClose }: Props) {
  const { t } = useTranslation();
  const { data: expense } = useQuery({
    ...$api.queryOptions('get', '/api/expenses/{id}', { params: { path: { id: known.id } } }),
    initialData: known,
    // A list may have been read before the last bill was attached.
    initialDataUpdatedAt: 0,
  });
  const may = useMay();
  const notify = useNotice();
  const queries = useQueryClient();
  const key = useIdempotencyKey();
  const [next, setNext] = useState<'pay' | 'reject' | 'take-back'>();
  const params = { path: { id: expense.id }, header: { 'Idempotency-Key': key } };
  const approve = useMutation({
    mutationFn: () =>
      read(
        api.POST('/api/expenses/{id}/approve', {
          params,
          body: { attachments: expense.attachments.map((each) => each.id) },
        }),
      ),
    // The bills may be others by now.
    onError: () => queries.invalidateQueries(),
    onSuccess: () => {
      notify(t('The expense may be paid.'));
      onClose();
    },
  });
  const withdraw = useMutation({
    mutationFn: () => read(api.POST('/api/expenses/{id}/withdraw', { params })),
    onSuccess: onClose,
  });
  const busy = approve.isPending || withdraw.isPending;
  const waits = expense.status === 'RECORDED';
  if (next === 'pay') return <PayExpenseDialog expense={expense} onClose={onClose} />;
  if (next !== undefined) return <ReasonDialog expense={expense} step={next} onClose={onClose} />;
  return (
    <Dialog open onClose={busy ? undefined : onClose} maxWidth="sm" fullWidth aria-labelledby="expense-title">
      <DialogTitle id="expense-title">
        {expense.number}, {expense.vendor}
      </DialogTitle>
      <DialogContent>
        <Stack sx={{ gap: 2.5 }}>
          <About expense={expense} />
          <Attachments expense={expense} problem={problem} />
          {waits && expense.own && (
            <Alert severity="info">{t('You wrote it down, so somebody else decides on it.')}</Alert>
          )}
          <ProblemAlert error={approve.error ?? withdraw.error} />
        </Stack>
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap' }}>
        <Button onClick={onClose} disabled={busy} color="inherit" autoFocus>
          {t('Close')}
        </Button>
        {waits && expense.own && may('expense.record') && (
          <Button onClick={() => withdraw.mutate()} loading={withdraw.isPending} color="error">
            {t('Withdraw')}
          </Button>
        )}
        {waits && !expense.own && may('expense.approve') && (
          <>
            <Button onClick={() => setNext('reject')} disabled={busy} color="error">
              {t('Reject')}
            </Button>
            <Button onClick={() => approve.mutate()} loading={approve.isPending} variant="contained">
              {t('Approve')}
            </Button>
          </>
        )}
        {expense.status === 'APPROVED' && may('expense.record') && may('fund.transfer') && (
          <Button onClick={() => setNext('pay')} variant="contained">
            {t('Pay')}
          </Button>
        )}
        {expense.status === 'PAID' && may('expense.record') && may('fund.transfer') && (
          <Button onClick={() => setNext('take-back')} color="error">
            {t('Take the payment back')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

function About({ expense }: { readonly expense: Schema<'Expense'> }) {
  const { t } = useTranslation();
  const may = useMay();
  const { paid, takenBack, decided } = expense;
  return (
    <Facts
      facts={[
        [t('Status'), <StatusChip key="status" status={expense.status} />],
        [t('Amount'), <MoneyText key="amount" strong amount={expense.amount} currency={expense.currency} />],
        [t('Category'), expense.category],
        [t('Date of the voucher'), <DateText key="on" value={expense.on} />],
        [t('Number of the voucher'), expense.voucher],
        [t('Note'), expense.note],
        [t('Written down by'), <Signed key="recorded" by={expense.recorded} />],
        [t('Decided by'), decided && <Signed key="decided" by={decided} />],
        [t('Why not'), expense.decisionReason],
        [
          t('Paid'),
          paid && (
            <span key="paid">
              <DateText value={paid.on} />
              <br />
              {may('fund.view') && <TextLink to={paths.wallet(paid.walletId)}>{t('Open the wallet')}</TextLink>}
            </span>
          ),
        ],
        [t('Paid by'), paid && <Signed key="paidBy" by={paid.by} />],
        [t('Taken back'), takenBack && <DateText key="back" value={takenBack.on} />],
        [t('Taken back by'), takenBack && <Signed key="backBy" by={takenBack.by} />],
        [t('Why it was taken back'), takenBack?.reason],
      ]}
    />
  );
}

function Signed({ by }: { readonly by: Schema<'ExpenseSignature'> }) {
  return (
    <>
      {by.name}
      <br />
      <MomentText value={by.at} />
    </>
  );
}
