import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Loan } from '@/features/loan/api/get-loan';
import { DisburseDialog } from '@/features/loan/components/disburse-dialog';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const loan = {
  id: 'loan-1',
  number: 'LN-2026-000001',
  currency: 'KES',
  principal: '12000.00',
  appliedOn: '2026-11-20',
  approvedOn: '2026-11-21',
} as Loan;
const profile = {
  permissions: { 'payment.backdate': 'BRANCH' },
  organization: { currency: 'KES', locale: 'en-KE', businessDate: '2026-11-22' },
} as unknown as Profile;

test('a payout before the application is sent only when that was confirmed', async () => {
  const sent: unknown[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const request = input as Request;
    if (request.method === 'GET')
      return Response.json({ rows: request.url.endsWith('?disbursedOn=2026-07-31') ? [{ dueOn: '2026-08-31' }] : [] });
    sent.push(await request.json());
    return Response.json({ status: 'ACTIVE' });
  });
  const person = userEvent.setup();
  const onClose = vi.fn();
  signedIn('token');
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <ProfileContext value={profile}>
        <DisburseDialog loan={loan} onClose={onClose} />
      </ProfileContext>
    </QueryClientProvider>,
  );

  expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  fireEvent.change(screen.getByLabelText(/^Paid out on/), { target: { value: '2026-07-31' } });
  expect(await screen.findByText(/^This is before the application of.*overdue by 83 days/)).toBeInTheDocument();
  await person.click(screen.getByRole('button', { name: 'Pay out' }));
  expect(await screen.findByText(/^Tick this first/)).toBeInTheDocument();
  expect(sent).toEqual([]);

  await person.click(screen.getByRole('checkbox', { name: 'Yes, it was paid out then' }));
  await person.click(screen.getByRole('button', { name: 'Pay out' }));
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(sent).toEqual([{ on: '2026-07-31' }]);
});
