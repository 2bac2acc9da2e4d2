import { expect, test } from 'vitest';
import { auditFilter } from '@/features/audit/filter';

const NOTHING = { action: '', from: '', to: '' };

test('what is left out does not narrow', () => {
  expect(auditFilter({ ...NOTHING, from: '2026-11-01' })).toEqual({
    action: undefined,
    result: undefined,
    actor: undefined,
    subjectId: undefined,
    from: '2026-11-01',
    to: undefined,
  });
});

test('an action may be typed in capitals', () => {
  expect(auditFilter({ ...NOTHING, action: 'Loan.Approve ' }).action).toBe('loan.approve');
});

test('what no row can be of, in an address that somebody typed, does not narrow', () => {
  const filter = auditFilter({ ...NOTHING, result: 'LOST', actor: 'Otieno', subject: '%' });
  expect(filter).toEqual(auditFilter(NOTHING));
});
