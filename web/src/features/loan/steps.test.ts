import { expect, test } from 'vitest';
import { holdsStep } from '@/features/loan/steps';

const PENDING = 'PENDING' as const;
const APPROVED = 'APPROVED' as const;

test('a step that names nobody is for managers and administrators', () => {
  const loan = { approvals: [{ step: 1, decision: PENDING }] };

  expect(holdsStep(loan, 'MANAGER')).toBe(true);
  expect(holdsStep(loan, 'ADMIN')).toBe(true);
  expect(holdsStep(loan, 'LOAN_OFFICER')).toBe(false);
});

test('a named role decides its own step and no other', () => {
  const loan = {
    approvals: [
      { step: 1, role: 'LOAN_OFFICER', decision: APPROVED },
      { step: 2, role: 'ACCOUNTANT', decision: PENDING },
    ],
  };

  expect(holdsStep(loan, 'ACCOUNTANT')).toBe(true);
  expect(holdsStep(loan, 'LOAN_OFFICER')).toBe(false);
  expect(holdsStep(loan, 'MANAGER')).toBe(false);
});

test('nothing is left to decide once every step is', () => {
  expect(holdsStep({ approvals: [{ step: 1, decision: APPROVED }] }, 'ADMIN')).toBe(false);
});
