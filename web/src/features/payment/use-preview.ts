import { useQuery, useQueryClient } from '@tanstack/react-query';
import { previewQuery, type AskedPayment } from '@/features/payment/api/preview-payment';
import { earlyInterest } from '@/features/payment/early-interest';
import { compareAmounts, fitsCurrency, isAmount } from '@/lib/amount';
import { payoffQuery } from '@/lib/api/payoff';
import { ApiProblem } from '@/lib/api/problem';
import { useMay } from '@/lib/profile';
import { useDebounced } from '@/lib/use-debounced';

/** Refusals of a preview that the payment is given as well; all others say nothing of the payment. */
const REFUSES_PAYMENT: ReadonlySet<number> = new Set([400, 404, 409, 422]);

type PreviewedLoan = {
  readonly id: string;
  readonly currency: string;
  readonly overdue?: string | undefined;
  readonly nextDue?: { readonly amount: string } | null | undefined;
};

/** What a payment would do while it is typed: its split, what pays the loan off that day, and what is odd about it. */
export function usePreview(loan: PreviewedLoan, typed: AskedPayment) {
  const queries = useQueryClient();
  const may = useMay();
  const mayPreview = may('payment.preview');
  const payment = useDebounced(typed);
  // While somebody types, what is known is of another payment: nothing is better than that.
  const isBehind = JSON.stringify(payment) !== JSON.stringify(typed);
  const isAskable =
    isAmount(payment.amount) &&
    compareAmounts(payment.amount, '0') > 0 &&
    fitsCurrency(payment.amount, loan.currency) &&
    payment.on !== '';
  const preview = useQuery({
    ...previewQuery(loan.id, payment),
    enabled: isAskable && mayPreview,
  });
  const payoff = useQuery({ ...payoffQuery(loan.id, payment.on), enabled: payment.on !== '', retry: false }).data;
  const split = isAskable && !isBehind && !preview.isError ? preview.data : undefined;
  const early =
    split && payoff
      ? earlyInterest(payment.amount, split.allocation, {
          payoff,
          overdue: loan.overdue,
          nextDue: loan.nextDue?.amount,
        })
      : undefined;

  return {
    preview: isAskable && mayPreview ? preview : undefined,
    isBehind,
    payoff: payoff?.total,
    early: early !== undefined && payoff ? { amount: early, payoff: payoff.total, on: payment.on } : undefined,
    excess: split && excessOf(split),
    /** What a payment would put into the wallet, asked anew where the screen does not show it yet; throws if that fails. */
    excessOf: async (asked: AskedPayment) => {
      if (!mayPreview) return undefined;
      try {
        return excessOf(await queries.query(previewQuery(loan.id, asked)));
      } catch (error) {
        // What the payment is refused for too, it is told itself; without any answer nothing is booked unasked.
        if (error instanceof ApiProblem && REFUSES_PAYMENT.has(error.status)) return undefined;
        throw error;
      }
    },
  };
}

function excessOf({ allocation }: { readonly allocation: { readonly excess: string } }): string | undefined {
  return compareAmounts(allocation.excess, '0') > 0 ? allocation.excess : undefined;
}
