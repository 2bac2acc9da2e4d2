import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayDo } from '@/features/loan/actions';
import type { Loan } from '@/features/loan/api/get-loan';
import { ApproveDialog, RefuseDialog, type Ending } from '@/features/loan/components/decision-dialogs';
import { DefaultDialog } from '@/features/loan/components/default-dialog';
import { DisburseDialog } from '@/features/loan/components/disburse-dialog';
import { FlagDialog } from '@/features/loan/components/flag-dialog';
import { ServicingMenu } from '@/features/loan/components/servicing-menu';

type Action = Ending | 'approve' | 'disburse' | 'default' | 'flag';

/** What can be done with an application or a loan now, by this person, as the server says. */
export function LoanActions({ loan }: { readonly loan: Loan }) {
  const { t } = useTranslation();
  const [action, setAction] = useState<Action>();
  const close = () => setAction(undefined);

  return (
    <>
      {mayDo(loan, 'WITHDRAW') && (
        <Button color="inherit" onClick={() => setAction('withdraw')}>
          {t('Withdraw')}
        </Button>
      )}
      {mayDo(loan, 'REJECT') && (
        <Button color="error" variant="outlined" onClick={() => setAction('reject')}>
          {t('Reject')}
        </Button>
      )}
      {mayDo(loan, 'APPROVE') && (
        <Button variant="contained" onClick={() => setAction('approve')}>
          {t('Approve')}
        </Button>
      )}
      {mayDo(loan, 'CANCEL') && (
        <Button color="error" variant="outlined" onClick={() => setAction('cancel')}>
          {t('Cancel the loan')}
        </Button>
      )}
      {mayDo(loan, 'MARK_DEFAULT') && (
        <Button color="inherit" onClick={() => setAction('default')}>
          {loan.defaulted ? t('Take the default mark away') : t('Mark as default')}
        </Button>
      )}
      {mayDo(loan, 'FLAG') && (
        <Button color="inherit" onClick={() => setAction('flag')}>
          {t('Flags')}
        </Button>
      )}
      {mayDo(loan, 'PAY_OUT') && (
        <Button variant="contained" onClick={() => setAction('disburse')}>
          {t('Pay out')}
        </Button>
      )}
      {action === 'approve' && <ApproveDialog loan={loan} onClose={close} />}
      {(action === 'reject' || action === 'withdraw' || action === 'cancel') && (
        <RefuseDialog loan={loan} kind={action} onClose={close} />
      )}
      {action === 'default' && <DefaultDialog loan={loan} onClose={close} />}
      {action === 'flag' && <FlagDialog loan={loan} onClose={close} />}
      {action === 'disburse' && <DisburseDialog loan={loan} onClose={close} />}
      <ServicingMenu loan={loan} />
    </>
  );
}
