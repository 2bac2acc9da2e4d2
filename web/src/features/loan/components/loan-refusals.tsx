import Alert from '@mui/material/Alert';
import { reasonsAgainst, type LoanAction } from '@/features/loan/actions';
import type { Loan } from '@/features/loan/api/get-loan';
import { isServiced, SERVICING } from '@/features/loan/components/servicing-menu';

const DECISIONS: readonly LoanAction[] = ['APPROVE', 'REJECT', 'PAY_OUT', 'MARK_DEFAULT', 'FLAG'];

/** Why buttons are missing that the role has: somebody else has to do what they do. */
export function LoanRefusals({ loan }: { readonly loan: Loan }) {
  const reasons = reasonsAgainst(loan, isServiced(loan) ? DECISIONS : [...DECISIONS, ...SERVICING]);
  return reasons.map((reason) => (
    <Alert key={reason} severity="info" variant="outlined" className="no-print">
      {reason}
    </Alert>
  ));
}
