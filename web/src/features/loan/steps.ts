import { labelOf } from '@/components/labels';
import type { Loan } from '@/features/loan/api/get-loan';
import { compareAmounts, isAmount } from '@/lib/amount';

/** Who decides a step that names no role. */
const USUAL_APPROVERS = new Set(['ADMIN', 'MANAGER']);

/** Whether a role may decide the step that waits; that nobody decides twice is the server's to say. */
export function holdsStep(loan: Pick<Loan, 'approvals'>, role: string): boolean {
  const waiting = (loan.approvals ?? []).find((step) => (step.decision ?? 'PENDING') === 'PENDING');
  if (waiting === undefined) return false;
  if (role === 'ADMIN') return true;
  return waiting.role ? waiting.role === role : USUAL_APPROVERS.has(role);
}

/** Who decides a step, in words. */
export function stepRole(role: string | null | undefined): string {
  return role ? labelOf(role) : 'A manager or an administrator';
}

/** The most that the waiting step may approve: what was asked for, or what the steps before have left of it. */
export function mostToApprove(loan: Pick<Loan, 'approvals' | 'requestedPrincipal'>): string {
  return loan.approvals
    .filter((step) => step.decision === 'APPROVED' && isAmount(step.principal))
    .reduce((most, { principal }) => {
      const left = principal ?? most;
      return compareAmounts(left, most) < 0 ? left : most;
    }, loan.requestedPrincipal);
}
