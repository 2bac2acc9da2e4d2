import { addAmounts, isAmount } from '@/lib/amount';
import { $api, type Schema } from '@/lib/api/client';

const MOST = 200;

/** The loans that a borrower still repays. */
export const runningLoansQuery = (borrowerId: string) =>
  $api.queryOptions('get', '/api/loans', { params: { query: { borrowerId, status: ['ACTIVE'], limit: MOST } } });

/** What is left to pay on loans of one currency if they run to their end as planned. */
export function leftAsPlanned(
  loans: readonly Pick<Schema<'LoanSummary'>, 'currency' | 'outstanding'>[],
  currency: string,
): string {
  return addAmounts(
    ...loans
      .filter((loan) => loan.currency === currency && isAmount(loan.outstanding))
      .map((loan) => loan.outstanding ?? '0'),
  );
}
