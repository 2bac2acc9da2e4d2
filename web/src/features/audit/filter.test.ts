import { expect, test } from 'vitest';
import { auditFilter } from '@/features/audit/filter';

test('a span of days ends with the last moment of its last day, by the clocks of the organization', () => {
  expect(auditFilter({ action: '', from: '2026-11-01', to: '2026-11-30' }, 'Africa/Nairobi')).toEqual({
    action: undefined,
    from: '2026-10-31T21:00:00.000Z',
    to: '2026-11-30T21:00:00.000Z',
  });
});

test('an action may be typed in capitals', () => {
  expect(auditFilter({ action: 'Loan.Approve ', from: '', to: '' }, 'UTC')).toEqual({
    action: 'loan.approve',
    from: undefined,
    to: undefined,
  });
});
