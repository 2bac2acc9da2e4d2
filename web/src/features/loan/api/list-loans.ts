import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { LoanFlag } from '@/features/loan/flags';
import { api, read, type Schema } from '@/lib/api/client';

export type LoanSummary = Schema<'LoanSummary'>;
export type LoanFilter = {
  search?: string | undefined;
  status?: string[] | undefined;
  borrowerId?: string | undefined;
  productId?: string | undefined;
  officerId?: string | undefined;
  disbursedFrom?: string | undefined;
  disbursedTo?: string | undefined;
  pastDueFrom?: number | undefined;
  pastDueUntil?: number | undefined;
  defaulted?: boolean | undefined;
  flag?: LoanFlag | undefined;
  sort?: string | undefined;
  cursor?: string | undefined;
  limit?: number;
};

/** One page of the applications and loans that fit. */
export const loansQuery = (query: LoanFilter) =>
  queryOptions({
    queryKey: ['loans', query],
    queryFn: ({ signal }) => read(api.GET('/api/loans', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
