import { expect, test } from 'vitest';
import { earlyInterest } from '@/features/payment/early-interest';

const payoff = { interest: '0.00', total: '12000.00' };

test('almost the payoff takes the interest of days to come', () => {
  const split = { interest: '1186.27' };

  expect(earlyInterest('11999.00', split, { payoff, overdue: undefined, nextDue: '1100.20' })).toBe('1186.27');
});

test('the payoff itself takes what has come so far, and no more', () => {
  const later = { interest: '40.20', total: '12040.20' };

  expect(
    earlyInterest('12040.20', { interest: '40.20' }, { payoff: later, overdue: undefined, nextDue: '1100.20' }),
  ).toBe(undefined);
});

test('whoever pays what is late and the next installment is told nothing', () => {
  const split = { interest: '360.00' };

  expect(earlyInterest('2200.40', split, { payoff, overdue: '1100.20', nextDue: '1100.20' })).toBe(undefined);
  expect(earlyInterest('2200.41', split, { payoff, overdue: '1100.20', nextDue: '1100.20' })).toBe('360.00');
});
