import type { Installment } from '@/features/loan/api/get-loan';

/** The state of an installment for people: one that is due or late and was paid in part is seen as such. */
export function installmentState({ status, paid, outstanding }: Installment): string {
  const isPaidInPart = /[1-9]/.test(paid) && /[1-9]/.test(outstanding);
  return isPaidInPart && (status === 'DUE' || status === 'OVERDUE') ? `${status}_IN_PART` : status;
}
