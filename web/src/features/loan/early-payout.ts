import type { Loan } from '@/features/loan/api/get-loan';

type Applied = Pick<Loan, 'appliedOn' | 'approvedOn'>;

/** A payout before the loan was asked for or granted: before what, and of which day. */
export type EarlyPayout = { readonly before: 'application' | 'approval'; readonly of: string };

/** What is odd about the day of a payout; undefined where nothing is. Such a payout is allowed, and seldom meant. */
export function payoutBeforeItsTime(loan: Applied, on: string): EarlyPayout | undefined {
  if (on === '') return undefined;
  if (on < loan.appliedOn) return { before: 'application', of: loan.appliedOn };
  if (loan.approvedOn && on < loan.approvedOn) return { before: 'approval', of: loan.approvedOn };
  return undefined;
}
