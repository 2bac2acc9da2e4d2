import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, read, type Schema } from '@/lib/api/client';

export type Payment = Schema<'Payment'>;
export type PaymentFilter = {
  loanId?: string | undefined;
  borrowerId?: string | undefined;
  officerId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  reversedFrom?: string | undefined;
  reversedTo?: string | undefined;
  datedBackFrom?: string | undefined;
  datedBackTo?: string | undefined;
  search?: string | undefined;
  channel?: Payment['channel'] | undefined;
  status?: Payment['status'] | undefined;
  sort?: string | undefined;
  cursor?: string | undefined;
  limit?: number;
};

/** One page of the payments that fit. */
export const paymentsQuery = (query: PaymentFilter) =>
  queryOptions({
    queryKey: ['payments', query],
    queryFn: ({ signal }) => read(api.GET('/api/payments', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
