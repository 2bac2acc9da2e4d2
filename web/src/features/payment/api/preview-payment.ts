import { queryOptions } from '@tanstack/react-query';
import { api, read, type Schema } from '@/lib/api/client';

/** What of a payment decides how it is split. */
export type AskedPayment = Pick<Schema<'NewPayment'>, 'amount' | 'on' | 'channel' | 'targetInstallment'>;

/** What was asked before the last payment is not shown to the next one. */
const OF_ONE_DIALOG = 0;

/** How the server would split a payment; nothing is kept. */
export const previewQuery = (loanId: string, { amount, on, channel, targetInstallment }: AskedPayment) => {
  const body = { amount, on, channel, ...(targetInstallment && { targetInstallment }) };
  return queryOptions({
    queryKey: ['payment-preview', loanId, body],
    queryFn: () => read(api.POST('/api/payments/{loanId}/preview', { params: { path: { loanId } }, body })),
    staleTime: 10_000,
    gcTime: OF_ONE_DIALOG,
    meta: { isPreview: true },
    retry: false,
  });
};
