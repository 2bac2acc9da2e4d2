import { expect, test } from 'vitest';
import { vantageOf } from '@/lib/vantage';

const known = (knownOn: string, zone: string) => vantageOf('', knownOn, zone).knownAt;

test('what was known on a day is what was recorded until its end by the clocks of the organization', () => {
  expect(known('2026-03-02', 'Africa/Nairobi')).toBe('2026-03-02T20:59:59.999Z');
  expect(known('2026-03-02', 'America/Los_Angeles')).toBe('2026-03-03T07:59:59.999Z');
  expect(known('2026-03-02', 'Asia/Kathmandu')).toBe('2026-03-02T18:14:59.999Z');
});

test('a day on which the clocks change ends by those that are right at midnight', () => {
  // Summer time began in Berlin on 29 March 2026 at 1 o'clock UTC; in Auckland it ended on 5 April.
  expect(known('2026-03-29', 'Europe/Berlin')).toBe('2026-03-29T21:59:59.999Z');
  expect(known('2026-04-04', 'Pacific/Auckland')).toBe('2026-04-04T10:59:59.999Z');
});

test('only what was chosen is asked for', () => {
  expect(vantageOf('', '', 'UTC')).toEqual({});
  expect(vantageOf('2026-03-02', '', 'UTC')).toEqual({ asOf: '2026-03-02' });
});
