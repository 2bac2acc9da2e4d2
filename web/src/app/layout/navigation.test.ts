import { expect, test } from 'vitest';
import { groups, placeOf } from '@/app/layout/navigation';

test.each([
  ['/', 'Dashboard'],
  ['/ledger', 'Ledger'],
  ['/ledger/cash-flow', 'Ledger'],
  ['/ledger/day-book', 'Day book'],
  ['/loans/1', 'Loans'],
  ['/profile', undefined],
])('%s is at one place of the menu: %s', (address, label) => {
  expect(placeOf(groups, address)?.label).toBe(label);
});
