import { expect, test } from 'vitest';
import { formatMoment, startOfDay } from '@/lib/dates';

test.each([
  ['2026-11-21', 'Africa/Nairobi', '2026-11-20T21:00:00.000Z', 'a zone ahead of UTC'],
  ['2026-11-21', 'America/Los_Angeles', '2026-11-21T08:00:00.000Z', 'a zone behind it'],
  ['2026-11-21', 'Z', '2026-11-21T00:00:00.000Z', 'a name of the server’s that browsers do not know'],
  ['2026-11-21', 'Asia/Kathmandu', '2026-11-20T18:15:00.000Z', 'a zone of quarters of an hour'],
  ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z', 'the day on which summer time begins'],
  ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z', 'the day on which it ends'],
  ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z', 'a day that begins at one o’clock'],
  ['2026-11-01', 'America/Havana', '2026-11-01T04:00:00.000Z', 'a day with two midnights'],
])('%s in %s begins at %s: %s', (day, zone, moment) => {
  expect(startOfDay(day, zone)).toBe(moment);
});

test('what is no date begins never', () => {
  expect(startOfDay('soon', 'UTC')).toBeUndefined();
});

test('a moment is shown by the clocks of the organization, also where a browser does not know their name', () => {
  expect(formatMoment('2026-11-21T18:59:00Z', 'en', 'Africa/Nairobi')).toBe('Nov 21, 2026, 9:59 PM');
  expect(formatMoment('2026-11-21T18:59:00Z', 'en', 'Z')).toBe('Nov 21, 2026, 6:59 PM');
});
