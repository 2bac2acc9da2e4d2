import { useQuery, useQueryClient } from '@tanstack/react-query';
import { payoffQuery, previewQuery, type AskedPayment } from '@/features/payment/api/preview-payment';
import { earlyInterest } from '@/features/payment/early-interest';
import { compareAmounts, fitsCurrency, isAmount } from '@/lib/amount';
import { useDebounced } from '@/lib/use-debounced';

type PreviewedLoan = {
  readonly id: string;
  readonly currency: string;
  readonly overdue?: string | undefined;
  readonly nextDue?: { readonly amount: string } | null | undefined;
};

/** What a payment would do while it is typed: its split, what pays the loan off that day, and what is odd about it. */
export function usePreview(loan: PreviewedLoan, typed: AskedPayment) {
  const queries = useQueryClient();
  const payment = useDebounced(typed);
  const isAskable =
    isAmount(payment.amount) &&
    compareAmounts(payment.amount, '0') > 0 &&
    fitsCurrency(payment.amount, loan.currency) &&
    payment.on !== '';
  const preview = useQuery({
    ...previewQuery(loan.id, payment),
    enabled: isAskable,
    placeholderData: (previous) => previous,
  });
  const payoff = useQuery({ ...payoffQuery(loan.id, payment.on), enabled: payment.on !== '', retry: false }).data;
  const split = isAskable && !preview.isError && !preview.isPlaceholderData ? preview.data : undefined;
  const early =
    split && payoff
      ? earlyInterest(payment.amount, split.allocation, {
          payoff,
          overdue: loan.overdue,
          nextDue: loan.nextDue?.amount,
        })
      : undefined;

  return {
    preview: isAskable ? preview : undefined,
    payoff: payoff?.total,
    early: early !== undefined && payoff ? { amount: early, payoff: payoff.total, on: payment.on } : undefined,
    excess: split && excessOf(split),
    /** What a payment would put into the wallet, asked anew where the screen does not show it yet. */
    excessOf: async (asked: AskedPayment) => {
      try {
        return excessOf(await queries.query(previewQuery(loan.id, asked)));
      } catch {
        // Whatever is wrong, the payment itself is told; one that was booked already is answered again.
        return undefined;
      }
    },
  };
}

function excessOf({ allocation }: { readonly allocation: { readonly excess: string } }): string | undefined {
  return compareAmounts(allocation.excess, '0') > 0 ? allocation.excess : undefined;
}
