import { $api, type Schema } from '@/lib/api/client';

export type Payout = Schema<'WalletPayout'>;

/** What was paid out of a borrower's wallet, newest first. */
export const payoutsQuery = (walletId: string, cursor?: string) =>
  $api.queryOptions('get', '/api/wallets/{id}/payouts', {
    params: { path: { id: walletId }, query: cursor === undefined ? {} : { cursor } },
  });
