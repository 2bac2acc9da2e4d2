import { expect, test } from 'vitest';
import { paceOf } from '@/lib/pace';

test('the rate is that of the time that was watched, and the rest goes on like it', () => {
  expect(paceOf({ done: 100, at: 10_000 }, { done: 300, at: 15_000 }, 500)).toEqual({ perSecond: 40, secondsLeft: 5 });
});

test('nothing is said after a moment, or while nothing moves', () => {
  expect(paceOf({ done: 0, at: 0 }, { done: 10, at: 500 }, 100)).toBeUndefined();
  expect(paceOf({ done: 10, at: 0 }, { done: 10, at: 60_000 }, 100)).toBeUndefined();
});
