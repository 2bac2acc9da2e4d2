import { expect, test } from 'vitest';
import { auditFilter } from '@/features/audit/filter';

test('what is left out does not narrow', () => {
  expect(auditFilter({ action: '', from: '2026-11-01', to: '' })).toEqual({
    action: undefined,
    from: '2026-11-01',
    to: undefined,
  });
});

test('an action may be typed in capitals', () => {
  expect(auditFilter({ action: 'Loan.Approve ', from: '', to: '' }).action).toBe('loan.approve');
});
