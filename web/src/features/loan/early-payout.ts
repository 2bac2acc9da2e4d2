import type { Loan } from '@/features/loan/api/get-loan';
import { addPeriods, daysBetween } from '@/lib/dates';

type Applied = Pick<Loan, 'appliedOn' | 'approvedOn' | 'every' | 'unit'>;

/** A payout before the loan was asked for or granted: before what, of which day, and how late its first installment is. */
export type EarlyPayout = {
  readonly before: 'application' | 'approval';
  readonly of: string;
  /** By the loan's own period, or 0 where the first installment is not late. */
  readonly daysLate: number;
};

/** What is odd about the day of a payout; undefined where nothing is. Such a payout is allowed, and seldom meant. */
export function payoutBeforeItsTime(loan: Applied, on: string, businessDate: string): EarlyPayout | undefined {
  if (on === '') return undefined;
  const daysLate = Math.max(0, daysBetween(addPeriods(on, loan.every, loan.unit), businessDate));
  if (on < loan.appliedOn) return { before: 'application', of: loan.appliedOn, daysLate };
  if (loan.approvedOn && on < loan.approvedOn) return { before: 'approval', of: loan.approvedOn, daysLate };
  return undefined;
}
