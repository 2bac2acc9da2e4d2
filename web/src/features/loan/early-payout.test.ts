import { expect, test } from 'vitest';
import { payoutBeforeItsTime } from '@/features/loan/early-payout';

const loan = { appliedOn: '2026-11-20', approvedOn: '2026-11-21', every: 1, unit: 'MONTHS' } as const;
const oddOf = (on: string) => payoutBeforeItsTime(loan, on, '2026-11-22');

test('months before the application, the first installment is late at birth', () => {
  expect(oddOf('2026-07-31')).toEqual({ before: 'application', of: '2026-11-20', daysLate: 83 });
});

test('between application and approval nothing is late yet', () => {
  expect(oddOf('2026-11-20')).toEqual({ before: 'approval', of: '2026-11-21', daysLate: 0 });
});

test('from the approval on, and without a day, nothing is odd', () => {
  expect(oddOf('2026-11-21')).toBeUndefined();
  expect(oddOf('')).toBeUndefined();
});

test('weeks and days count as such', () => {
  expect(payoutBeforeItsTime({ ...loan, every: 2, unit: 'WEEKS' }, '2026-11-01', '2026-11-22')?.daysLate).toBe(7);
  expect(payoutBeforeItsTime({ ...loan, unit: 'DAYS' }, '2026-11-19', '2026-11-22')?.daysLate).toBe(2);
});
