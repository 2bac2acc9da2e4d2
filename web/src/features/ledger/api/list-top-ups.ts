import { $api, type Schema } from '@/lib/api/client';

export type TopUp = Schema<'TopUp'>;

/** What was put into a wallet, newest first. */
export const topUpsQuery = (walletId: string, cursor?: string) =>
  $api.queryOptions('get', '/api/wallets/{id}/top-ups', {
    params: { path: { id: walletId }, query: cursor === undefined ? {} : { cursor } },
  });
