import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Alert from '@mui/material/Alert';
import { useTranslation } from 'react-i18next';
import { AllocationList } from '@/features/payment/components/allocation-list';
import { ReceiptButtons } from '@/features/payment/components/receipt-buttons';
import type { Schema } from '@/lib/api/client';

export type TakenPayment = {
  readonly id: string;
  readonly receiptNumber: string;
  readonly allocation: Schema<'Allocation'>;
  readonly loanStatus: string;
};

type Props = {
  readonly loan: { readonly currency: string };
  readonly payment: TakenPayment;
  readonly onClose: () => void;
};

/** The payment is booked: its number, how it was split, and the receipt at once. */
export function PaymentTaken({ loan, payment, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog open onClose={onClose} aria-labelledby="payment-taken">
      <DialogTitle id="payment-taken">
        {t('Payment {{number}} is booked', { number: payment.receiptNumber })}
      </DialogTitle>
      <DialogContent>
        {payment.loanStatus === 'CLOSED' && (
          <Alert severity="success" variant="outlined" sx={{ mb: 2 }}>
            {t('Nothing is owed any more: the loan is closed.')}
          </Alert>
        )}
        <AllocationList allocation={payment.allocation} currency={loan.currency} />
      </DialogContent>
      <DialogActions>
        <ReceiptButtons paymentId={payment.id} number={payment.receiptNumber} />
        <Button variant="contained" onClick={onClose} autoFocus>
          {t('Done')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
