import { $api, type Schema } from '@/lib/api/client';

export type WriteOff = Schema<'WriteOff'>;

/** What was asked for of a loan, newest first. */
export const writeOffsOfLoanQuery = (loanId: string) =>
  $api.queryOptions('get', '/api/write-offs', { params: { query: { loanId, limit: 20 } } });

/** One that was asked for, with what would be given up now. */
export const writeOffQuery = (id: string) =>
  $api.queryOptions('get', '/api/write-offs/{id}', { params: { path: { id } } });
