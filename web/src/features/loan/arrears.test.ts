import { expect, test } from 'vitest';
import { overdueOf } from '@/features/loan/arrears';
import type { Schema } from '@/lib/api/client';

const row = (dueOn: string, outstanding: string) => ({ dueOn, outstanding }) as Schema<'LoanScheduleRow'>;
const schedule = (asOf: string, ...rows: Schema<'LoanScheduleRow'>[]) => ({ asOf, rows }) as Schema<'LoanSchedule'>;

test('what is left of every installment before the day is overdue, also after the last due date', () => {
  const rows = [row('2026-08-31', '0.00'), row('2026-09-30', '40.25'), row('2026-10-31', '100.50')];

  expect(overdueOf(schedule('2026-11-21', ...rows))).toBe('140.75');
});

test('what is due on the day itself is not overdue', () => {
  expect(overdueOf(schedule('2026-10-31', row('2026-10-31', '100.50')))).toBeUndefined();
  expect(overdueOf(schedule('2026-10-31', row('2026-09-30', '0.00')))).toBeUndefined();
});
