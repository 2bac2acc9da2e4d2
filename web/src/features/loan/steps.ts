import { labelOf } from '@/components/labels';
import type { Loan } from '@/features/loan/api/get-loan';

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
