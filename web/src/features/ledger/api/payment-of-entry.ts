import { useQuery } from '@tanstack/react-query';
import { $api, type Schema } from '@/lib/api/client';
import { paths } from '@/lib/paths';
import { useMayOpen } from '@/lib/screens';

const MOST = 200;

/** The payment that an entry books or corrects, if it is of one that the caller may see. */
export function usePaymentOfEntry(entry: Schema<'EntryResponse'>): Schema<'Payment'> | undefined {
  const mayOpen = useMayOpen();
  const loanId = entry.lines.find((line) => line.loanId)?.loanId;
  const payments = useQuery({
    ...$api.queryOptions('get', '/api/payments', {
      params: { query: { ...(loanId && { loanId }), limit: MOST } },
    }),
    enabled: Boolean(loanId) && mayOpen(paths.payments),
  });
  return payments.data?.items.find(({ id }) => id === entry.id || id === entry.corrects);
}
