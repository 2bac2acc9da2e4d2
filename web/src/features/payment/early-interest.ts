import { addAmounts, compareAmounts, subtractAmounts } from '@/lib/amount';
import type { Schema } from '@/lib/api/client';

/** What a payment is made on: what pays the loan off on its day, and what is due next or past due. */
export type Standing = {
  readonly payoff: Pick<Schema<'PayoffQuote'>, 'interest' | 'total'>;
  readonly overdue: string | undefined;
  readonly nextDue: string | undefined;
};

/**
 * Interest of days to come that a payment takes and paying the loan off would not; undefined where it takes none, and
 * where it pays no more than what is late and due next, as anybody does.
 */
export function earlyInterest(
  amount: string,
  allocation: Pick<Schema<'Allocation'>, 'interest'>,
  { payoff, overdue, nextDue }: Standing,
): string | undefined {
  const usual = addAmounts(overdue ?? '0', nextDue ?? '0');
  if (compareAmounts(amount, usual) <= 0) return undefined;
  const early = subtractAmounts(allocation.interest, payoff.interest);
  return compareAmounts(early, '0') > 0 ? early : undefined;
}
