import { addAmounts } from '@/lib/amount';
import type { Schema } from '@/lib/api/client';

/** What is past due on the day of a schedule, or undefined where nothing is. */
export function overdueOf({ asOf, rows }: Schema<'LoanSchedule'>): string | undefined {
  const late = rows.filter((row) => row.dueOn < asOf && /[1-9]/.test(row.outstanding));
  return late.length === 0 ? undefined : addAmounts(...late.map((row) => row.outstanding));
}
