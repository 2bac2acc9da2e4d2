import { $api, type Schema } from '@/lib/api/client';

export type Loan = Schema<'Loan'>;
export type Installment = Schema<'LoanScheduleRow'>;

/** One loan with its terms and what is owed on a day; without one on the business date. */
export const loanQuery = (id: string, asOf?: string) =>
  $api.queryOptions('get', '/api/loans/{id}', { params: { path: { id }, query: onDay(asOf) } });

export const scheduleQuery = (id: string, asOf?: string) =>
  $api.queryOptions('get', '/api/loans/{id}/schedule', { params: { path: { id }, query: onDay(asOf) } });

/** The schedule that was agreed on the day of the payout, which never changes. */
export const contractQuery = (id: string) =>
  $api.queryOptions('get', '/api/loans/{id}/schedule', { params: { path: { id }, query: { kind: 'CONTRACT' } } });

const onDay = (asOf: string | undefined) => (asOf === undefined || asOf === '' ? {} : { asOf });

export const eventsQuery = (id: string) =>
  $api.queryOptions('get', '/api/loans/{id}/events', { params: { path: { id } } });
