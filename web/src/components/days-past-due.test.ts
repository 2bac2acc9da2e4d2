import { expect, test } from 'vitest';
import { pastDueOf, pastDueText } from '@/components/days-past-due';
import { classOf, type ArrearsClass } from '@/components/use-arrears-classes';

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

test('a loan is in the last class whose first day it has reached', () => {
  const classes = [0, 1, 31].map((fromDay): ArrearsClass => ({
    code: String(fromDay),
    name: `From ${fromDay}`,
    fromDay,
    nonPerforming: false,
    marksDefault: false,
    provisionPercent: '0',
  }));

  expect(classOf(classes, 0)?.code).toBe('0');
  expect(classOf(classes, 30)?.code).toBe('1');
  expect(classOf(classes, 400)?.code).toBe('31');
  expect(classOf([], 3)).toBeUndefined();
});
