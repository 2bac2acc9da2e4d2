import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ClosedDays } from '@/features/organization/components/closed-days';
import type { Schema } from '@/lib/api/client';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const profile = {
  permissions: { 'day.close': 'ORGANIZATION' },
  organization: { currency: 'KES', locale: 'en-KE', timeZone: 'Africa/Nairobi', businessDate: '2026-11-22' },
} as unknown as Profile;

const closed = (day: string, interest: Schema<'InterestOfDay'>[]): Schema<'ClosedDay'> => ({
  ...{ day, closedAt: '2026-11-22T18:00:00Z', finishedAt: '2026-11-22T18:00:05Z', note: null },
  ...{ crossings: 1, provisions: 0, loans: 2, marked: 0, leftOut: 0 },
  interest,
});

function show(items: Schema<'ClosedDay'>[]) {
  vi.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(Response.json({ items, next: null })));
  signedIn('token');
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <ProfileContext value={profile}>
        <ClosedDays isBusy={false} onStarted={vi.fn()} />
      </ProfileContext>
    </QueryClientProvider>,
  );
}

test('interest that accrued and is suspended stands by its day, in each currency', async () => {
  const euros = { currency: 'EUR', accrued: '0.39', income: '0.39', receivable: '0.39', suspended: '0.00' };
  const dollars = { currency: 'USD', accrued: '1.20', income: '-4.00', receivable: '0.00', suspended: '5.20' };
  show([closed('2026-11-21', [euros, dollars]), closed('2026-11-20', [])]);

  expect(await screen.findByRole('columnheader', { name: 'Interest accrued' })).toBeInTheDocument();
  const [, first, second] = screen.getAllByRole('row');
  if (first === undefined || second === undefined) throw new Error('There are two days.');
  expect(within(first).getByText('€0.39')).toBeInTheDocument();
  expect(within(first).getByText('$5.20')).toBeInTheDocument();
  expect(within(second).getAllByText('–')).toHaveLength(2);
});

test('where no interest accrues there is no column for it', async () => {
  show([closed('2026-11-21', [])]);

  expect(await screen.findByRole('columnheader', { name: 'Worked out' })).toBeInTheDocument();
  expect(screen.queryByRole('columnheader', { name: 'Interest accrued' })).not.toBeInTheDocument();
});
