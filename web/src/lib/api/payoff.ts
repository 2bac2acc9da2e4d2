import { $api } from '@/lib/api/client';

/** What was asked before the last payment is not shown to the next one. */
const OF_ONE_DIALOG = 0;

/** What pays a loan off on a day. */
export const payoffQuery = (loanId: string, on: string) => ({
  ...$api.queryOptions('get', '/api/loans/{id}/quote', { params: { path: { id: loanId }, query: { on } } }),
  gcTime: OF_ONE_DIALOG,
});
