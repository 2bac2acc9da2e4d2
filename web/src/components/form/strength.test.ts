import { expect, test } from 'vitest';
import { strengthOf } from '@/components/form/strength';

test.each([
  ['', 'WEAK'],
  ['aaaaaaaaaaaaaaaaaaaa', 'WEAK'],
  ['abcdefghijkl', 'WEAK'],
  ['87654321', 'WEAK'],
  ['Password1234', 'WEAK'],
  ['12121212121212', 'WEAK'],
  ['1q2w3e4r5t6y', 'WEAK'],
  ['1qaz2wsx3edc', 'WEAK'],
  ['kitchen7', 'FAIR'],
  ['Tr0ub4dor&3', 'GOOD'],
  ['correct horse battery', 'STRONG'],
  ['лошадь батарея скрепка', 'STRONG'],
])('"%s" is %s', (password, strength) => {
  expect(strengthOf(password)).toBe(strength);
});
