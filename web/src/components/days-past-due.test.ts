import { expect, test } from 'vitest';
import { pastDueOf, pastDueText } from '@/components/days-past-due';

test.each([
  ['31-60', { from: 31, until: 60 }],
  ['361-', { from: 361, until: undefined }],
  ['0-0', { from: 0, until: 0 }],
])('%s is a range of days and back', (text, range) => {
  expect(pastDueOf(text)).toEqual(range);
  expect(pastDueText(range)).toBe(text);
});

test.each(['', '1', '-', 'x-y', '1-2-3', '-5'])('%j is no range', (text) => {
  expect(pastDueOf(text)).toEqual({});
});
