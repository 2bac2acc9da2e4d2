import { expect, test } from 'vitest';
import { addAmounts, compareAmounts, parseAmount, shareOf, subtractAmounts } from '@/lib/amount';

test.each([
  ['5k', 'en', '5000'],
  ['1.2m', 'en', '1200000'],
  ['1,250.50', 'en', '1250.50'],
  ['1.250,50', 'de', '1250.50'],
  ['1 250,50', 'fr', '1250.50'],
  ['1,250', 'en', '1250'],
  ['1,250', 'de', '1.250'],
  ['007', 'en', '7'],
])('reads %s as people of %s mean it', (typed, locale, expected) => {
  expect(parseAmount(typed, locale)).toBe(expected);
});

test.each(['', 'abc', '-5', '1.2.3', '5kk', '1e5'])('takes %j for no amount', (typed) => {
  expect(parseAmount(typed, 'en')).toBeUndefined();
});

test('works on amounts that a binary fraction could not hold', () => {
  expect(addAmounts('0.1', '0.2')).toBe('0.3');
  expect(subtractAmounts('9007199254740993.01', '0.02')).toBe('9007199254740992.99');
  expect(compareAmounts('10.00', '10')).toBe(0);
  expect(shareOf('25', '100')).toBe(25);
});
