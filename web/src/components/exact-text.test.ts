import { expect, test } from 'vitest';
import { exactMoney } from '@/components/exact-text';

test('an amount has the sign of its currency, and the decimals that it needs', () => {
  expect(exactMoney('63011.90', 'en', 'KES')).toBe('KES\u00a063,011.90');
  expect(exactMoney('0.487491666', 'en', 'EUR')).toBe('€0.487492');
  expect(exactMoney('12', 'en', 'JPY')).toBe('¥12');
});

test('a code that is no currency stays behind the amount', () => {
  expect(exactMoney('1.50', 'en', 'NOTACURRENCY')).toBe('1.50 NOTACURRENCY');
});
