import { $api, type Schema } from '@/lib/api/client';

export type LoanRequest = Schema<'LoanRequest'>;

/** What was asked for of a loan, newest first. */
export const requestsOfLoanQuery = (loanId: string) =>
  $api.queryOptions('get', '/api/loan-requests', { params: { query: { loanId, limit: 20 } } });

/** One that was asked for, with what it would be about now. */
export const requestQuery = (id: string) =>
  $api.queryOptions('get', '/api/loan-requests/{id}', { params: { path: { id } } });
