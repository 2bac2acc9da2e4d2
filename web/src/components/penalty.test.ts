import { expect, test } from 'vitest';
import { penaltyText } from '@/components/penalty';
import type { Schema } from '@/lib/api/client';
import { i18next } from '@/lib/i18n';

const once: Schema<'LoanPenaltyTerms'> = {
  ...{ toleranceDays: 0, basis: 'FIXED', value: '2.00', repeatEveryDays: null },
  ...{ capPercentOfPrincipal: null, capPerInstallment: null },
};
const text = (more: object) => penaltyText({ ...once, ...more }, 'EUR', 'en-IE', i18next.t);

test('an amount that is laid once', () => {
  expect(text({})).toBe('€2.00, once for an installment; no tolerance');
});

test('a percentage that comes again, with its caps', () => {
  expect(
    text({
      ...{ toleranceDays: 5, basis: 'PERCENT_OF_OVERDUE', value: '10', repeatEveryDays: 30 },
      ...{ capPerInstallment: '40.00', capPercentOfPrincipal: '4.5' },
    }),
  ).toBe(
    '10 % of what is overdue, every 30 days; 5 days of tolerance; at most €40.00 for an installment;' +
      ' at most 4.5 % of the amount lent for the loan',
  );
});
