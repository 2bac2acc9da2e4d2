import { $api, type Schema } from '@/lib/api/client';

export type Loan = Schema<'Loan'>;
export type Installment = Schema<'LoanScheduleRow'>;

/** One loan with its terms and what is owed on the business date. */
export const loanQuery = (id: string) => $api.queryOptions('get', '/api/loans/{id}', { params: { path: { id } } });

export const scheduleQuery = (id: string) =>
  $api.queryOptions('get', '/api/loans/{id}/schedule', { params: { path: { id } } });

export const eventsQuery = (id: string) =>
  $api.queryOptions('get', '/api/loans/{id}/events', { params: { path: { id } } });
