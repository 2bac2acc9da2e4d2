import { expect, test } from 'vitest';
import { mayDo, reasonAgainst, reasonsAgainst } from '@/features/loan/actions';

const RELATIVE = 'The borrower is declared as your relative.';
const loan = {
  actions: [
    { action: 'CANCEL' as const },
    { action: 'PAY_OUT' as const, code: 'declared-relative', reason: RELATIVE },
    { action: 'REJECT' as const, code: 'declared-relative', reason: RELATIVE },
    { action: 'APPROVE' as const, code: 'step-of-another-role', reason: 'This step is decided by MANAGER.' },
  ],
};

test('what the server names without a problem may be done', () => {
  expect(mayDo(loan, 'CANCEL')).toBe(true);
  expect(mayDo(loan, 'PAY_OUT')).toBe(false);
  expect(mayDo(loan, 'WITHDRAW')).toBe(false);
  expect(mayDo({}, 'CANCEL')).toBe(false);
});

test('a reason is said once, and only of what the role does', () => {
  expect(reasonAgainst(loan, 'PAY_OUT')).toBe(RELATIVE);
  expect(reasonAgainst(loan, 'WITHDRAW')).toBeUndefined();
  expect(reasonsAgainst(loan, ['APPROVE', 'REJECT', 'PAY_OUT', 'CANCEL'])).toEqual([RELATIVE]);
});
