import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, read, type Schema } from '@/lib/api/client';

export type Borrower = Schema<'Borrower'>;
export const BORROWER_STATUSES = ['UNVERIFIED', 'ACTIVE', 'BLOCKED'] as const;
export type BorrowerFilter = {
  search?: string | undefined;
  status?: Borrower['status'] | undefined;
  sort?: string | undefined;
  cursor?: string | undefined;
  limit?: number;
};

/** One page of the borrowers that fit. */
export const borrowersQuery = (query: BorrowerFilter) =>
  queryOptions({
    queryKey: ['borrowers', query],
    queryFn: ({ signal }) => read(api.GET('/api/borrowers', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
