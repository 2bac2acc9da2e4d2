import { $api, type Schema } from '@/lib/api/client';

export type LenderWallet = Schema<'WalletResponse'>;
export type WalletMovement = Schema<'WalletMovement'>;

/** The kinds of the lender's own wallets. */
export const LENDER_KINDS = ['LOAN_FUND', 'EXPENSE', 'TILL'] as const;

const MOST = 200;

/** The lender's own wallets, by name. */
export const lenderWalletsQuery = (closed = false, cursor?: string) =>
  $api.queryOptions('get', '/api/wallets', {
    params: { query: { limit: MOST, ...(closed && { closed }), ...(cursor !== undefined && { cursor }) } },
  });
