import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Loan } from '@/features/loan/api/get-loan';
import { ApproveDialog, RefuseDialog, type Ending } from '@/features/loan/components/decision-dialogs';
import { DefaultDialog } from '@/features/loan/components/default-dialog';
import { DisburseDialog } from '@/features/loan/components/disburse-dialog';
import { ServicingMenu } from '@/features/loan/components/servicing-menu';
import { holdsStep } from '@/features/loan/steps';
import { useMay, useProfile } from '@/lib/profile';

type Action = Ending | 'approve' | 'disburse' | 'default';

/** What can be done with an application or a loan now, by this person. */
export function LoanActions({ loan }: { readonly loan: Loan }) {
  const { t } = useTranslation();
  const may = useMay();
  const [action, setAction] = useState<Action>();
  const close = () => setAction(undefined);
  const profile = useProfile();
  const isOpen = loan.status === 'SUBMITTED' || loan.status === 'UNDER_REVIEW';
  const isMaker = loan.appliedBy === profile.id;
  const mayWithdraw = may('application.withdraw') && (isMaker || profile.role === 'ADMIN');
  const mayDecide = may('loan.approve') && !isMaker && holdsStep(loan, profile.role);
  const isApproved = loan.status === 'APPROVED';
  // Only what runs can be in default; a mark can always be taken away.
  const mayDefault = may('loan.default') && (loan.defaulted || loan.status === 'ACTIVE');

  return (
    <>
      {isOpen && mayWithdraw && (
        <Button color="inherit" onClick={() => setAction('withdraw')}>
          {t('Withdraw')}
        </Button>
      )}
      {isOpen && mayDecide && (
        <>
          <Button color="error" variant="outlined" onClick={() => setAction('reject')}>
            {t('Reject')}
          </Button>
          <Button variant="contained" onClick={() => setAction('approve')}>
            {t('Approve')}
          </Button>
        </>
      )}
      {isApproved && may('loan.cancel') && (
        <Button color="error" variant="outlined" onClick={() => setAction('cancel')}>
          {t('Cancel the loan')}
        </Button>
      )}
      {mayDefault && (
        <Button color="inherit" onClick={() => setAction('default')}>
          {loan.defaulted ? t('Take the default mark away') : t('Mark as default')}
        </Button>
      )}
      {isApproved && may('loan.disburse') && (
        <Button variant="contained" onClick={() => setAction('disburse')}>
          {t('Pay out')}
        </Button>
      )}
      {action === 'approve' && <ApproveDialog loan={loan} onClose={close} />}
      {(action === 'reject' || action === 'withdraw' || action === 'cancel') && (
        <RefuseDialog loan={loan} kind={action} onClose={close} />
      )}
      {action === 'default' && <DefaultDialog loan={loan} onClose={close} />}
      {action === 'disburse' && <DisburseDialog loan={loan} onClose={close} />}
      {loan.status === 'ACTIVE' && <ServicingMenu loan={loan} isMaker={isMaker} />}
    </>
  );
}
