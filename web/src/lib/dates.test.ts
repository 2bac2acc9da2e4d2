import { expect, test } from 'vitest';
import { formatMoment } from '@/lib/dates';

test('a moment is shown by the clocks of the organization, also where a browser does not know their name', () => {
  expect(formatMoment('2026-11-21T18:59:00Z', 'en', 'Africa/Nairobi')).toBe('Nov 21, 2026, 9:59 PM');
  expect(formatMoment('2026-11-21T18:59:00Z', 'en', 'Z')).toBe('Nov 21, 2026, 6:59 PM');
});
