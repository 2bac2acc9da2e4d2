import { expect, test } from 'vitest';
import { labelOf } from '@/components/labels';
import type { Installment } from '@/features/loan/api/get-loan';
import { installmentState } from '@/features/loan/installment-state';

const words = (status: Installment['status'], paid: string, outstanding: string) =>
  labelOf(installmentState({ status, paid, outstanding } as Installment));

test('an installment that is due or late and was paid in part says both', () => {
  expect(words('OVERDUE', '40.00', '60.50')).toBe('Overdue, paid in part');
  expect(words('DUE', '0.01', '100.49')).toBe('Due, paid in part');
});

test('one of which nothing or everything is paid says what the server says', () => {
  expect(words('OVERDUE', '0.00', '100.50')).toBe('Overdue');
  expect(words('DUE', '0', '100')).toBe('Due');
  expect(words('PAID_LATE', '100.50', '0.00')).toBe('Paid late');
  expect(words('PARTIAL', '40.00', '60.50')).toBe('Paid in part');
});
