import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { PlainProblems, plainWords } from '@/components/plain-problems';
import { ApiProblem } from '@/lib/api/problem';
import { ProfileContext, type Profile } from '@/lib/profile';

const profile = { permissions: {}, organization: { currency: 'USD', locale: 'en-US' } } as unknown as Profile;

test('days and amounts of refusals read as on the screens', () => {
  const view = render(
    <ProfileContext value={profile}>
      <PlainProblems />
    </ProfileContext>,
  );
  const problem = new ApiProblem(422, {
    detail: 'Only 4405.12 USD of interest is owed on 2026-11-20.',
    errors: [{ field: 'on', message: 'must not be before 2026-01-01' }],
  });

  expect(problem.message).toBe('Only $4,405.12 of interest is owed on Nov 20, 2026.');
  expect(problem.fields).toEqual([{ field: 'on', message: 'must not be before Jan 1, 2026' }]);
  view.unmount();
  expect(new ApiProblem(422, { detail: 'Since 2026-01-01.' }).message).toBe('Since 2026-01-01.');
});

test('the long days of explanations read as on the screens', () => {
  expect(plainWords('Interest until 20 November 2026.', 'en-US')).toBe('Interest until Nov 20, 2026.');
});

test('what only looks like a day or an amount stays', () => {
  const text = 'Loan LN-2026-002158 has 3 PDF files since 2026-01-31T10:15:30Z.';

  expect(plainWords(text, 'en-US')).toBe(text);
});
