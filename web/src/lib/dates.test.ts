import { expect, test } from 'vitest';
import { addPeriods, formatMoment } from '@/lib/dates';

test('a moment is shown by the clocks of the organization, also where a browser does not know their name', () => {
  expect(formatMoment('2026-11-21T18:59:00Z', 'en', 'Africa/Nairobi')).toBe('Nov 21, 2026, 9:59 PM');
  expect(formatMoment('2026-11-21T18:59:00Z', 'en', 'Z')).toBe('Nov 21, 2026, 6:59 PM');
});

test('a month later is the same day, or the last one of a month that is shorter', () => {
  expect(addPeriods('2026-01-31', 1, 'MONTHS')).toBe('2026-02-28');
  expect(addPeriods('2026-07-31', 1, 'MONTHS')).toBe('2026-08-31');
  expect(addPeriods('2026-12-15', 2, 'MONTHS')).toBe('2027-02-15');
});
