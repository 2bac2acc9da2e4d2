import { expect, test } from 'vitest';
import { payoutBeforeItsTime } from '@/features/loan/early-payout';

const loan = { appliedOn: '2026-11-20', approvedOn: '2026-11-21' } as const;

test.each([
  ['2026-07-31', { before: 'application', of: '2026-11-20' }],
  ['2026-11-20', { before: 'approval', of: '2026-11-21' }],
  ['2026-11-21', undefined],
  ['', undefined],
])('a payout on %s', (on, odd) => {
  expect(payoutBeforeItsTime(loan, on)).toEqual(odd);
});
