import { expect, test } from 'vitest';
import { aboutOne, auditFilter } from '@/features/audit/filter';

const NOTHING = { action: '', from: '', to: '' };

test('what is left out does not narrow', () => {
  expect(auditFilter({ ...NOTHING, from: '2026-11-01' })).toEqual({
    action: undefined,
    result: undefined,
    actor: undefined,
    subjectType: undefined,
    subjectId: undefined,
    from: '2026-11-01',
    to: undefined,
  });
});

test('an action may be typed in capitals', () => {
  expect(auditFilter({ ...NOTHING, action: 'Loan.Approve ' }).action).toBe('loan.approve');
});

test('several actions are divided by commas', () => {
  const action = (typed: string) => auditFilter({ ...NOTHING, action: typed }).action;
  expect(action('user,invitation')).toBe('user,invitation');
  expect(action(',user,, Invitation,')).toBe('user,invitation');
  expect(action(',')).toBeUndefined();
});

test('what no row can be of, in an address that somebody typed, does not narrow', () => {
  const filter = auditFilter({ ...NOTHING, result: 'LOST', actor: 'Otieno', subject: '%' });
  expect(filter).toEqual(auditFilter(NOTHING));
});

test('a thing is asked for by its id and its type, as the index has it', () => {
  const id = '0190b3a2-5c1e-7d3f-8a4b-1c2d3e4f5a6b';
  const about = aboutOne({ id, type: 'expense-category', label: 'Rent' });
  expect(auditFilter({ ...NOTHING, ...about })).toMatchObject({ subjectId: id, subjectType: 'expense-category' });
  expect(auditFilter({ ...NOTHING, subject: id })).toMatchObject({ subjectId: id, subjectType: undefined });
  expect(auditFilter({ ...NOTHING, type: 'loan' })).toEqual(auditFilter(NOTHING));
});

test('nothing narrows to a thing that has no id of its own', () => {
  const id = '00000000-0000-0000-0000-000000000000';
  expect(aboutOne({ id, type: 'role', label: 'TELLER' })).toBeUndefined();
});
