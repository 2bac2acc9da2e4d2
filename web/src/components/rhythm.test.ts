import { expect, test } from 'vitest';
import { rhythmText } from '@/components/rhythm';
import { i18next } from '@/lib/i18n';

test.each([
  [{ repayments: 12, every: 1, unit: 'MONTHS' }, '12 monthly'],
  [{ repayments: 6, every: 2, unit: 'WEEKS' }, '6, every 2 weeks'],
  [{ repayments: 30, unit: 'DAYS' }, '30 daily'],
])('%o is read as %s', (rhythm, text) => {
  expect(rhythmText(rhythm, i18next.t)).toBe(text);
});
