import { $api, type Schema } from '@/lib/api/client';
import type { Vantage } from '@/lib/vantage';

export type Loan = Schema<'Loan'>;
export type LoanCharge = Schema<'LoanCharge'>;
export type Installment = Schema<'LoanScheduleRow'>;

/** One loan with its terms and what is owed, seen from a day; otherwise now. */
export const loanQuery = (id: string, from: Vantage = {}) =>
  $api.queryOptions('get', '/api/loans/{id}', { params: { path: { id }, query: from } });

export const scheduleQuery = (id: string, from: Vantage = {}) =>
  $api.queryOptions('get', '/api/loans/{id}/schedule', { params: { path: { id }, query: from } });

/** The schedule that was agreed on the day of the payout, which never changes. */
export const contractQuery = (id: string) =>
  $api.queryOptions('get', '/api/loans/{id}/schedule', { params: { path: { id }, query: { kind: 'CONTRACT' } } });

/** What the loan costs in a year, fees included, by its contract or its quote. */
export const costQuery = (id: string) => $api.queryOptions('get', '/api/loans/{id}/cost', { params: { path: { id } } });

/** Charges that were laid beside those of the terms, and penalties for lateness. */
export const chargesQuery = (id: string) =>
  $api.queryOptions('get', '/api/loans/{id}/charges', { params: { path: { id } } });

/** What the staff say of it, and said, the last first. */
export const flagsQuery = (id: string) =>
  $api.queryOptions('get', '/api/loans/{id}/flags', { params: { path: { id } } });

export const eventsQuery = (id: string) =>
  $api.queryOptions('get', '/api/loans/{id}/events', { params: { path: { id } } });
