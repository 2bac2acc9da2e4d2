import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { Loan } from '@/features/loan/api/get-loan';
import { TopUpDialog } from '@/features/loan/components/top-up-dialog';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

test('whoever asks for more money chooses a wallet, also without paying loans out', async () => {
  signedIn('token');
  const fund = { id: 'w-1', kind: 'LOAN_FUND', name: 'Fund', currency: 'KES', balance: '500.00' };
  vi.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(Response.json({ items: [fund] })));
  const organization = { currency: 'KES', locale: 'en-KE', businessDate: '2026-03-11' };
  const loan = { id: 'l-1', number: 'LN-1', currency: 'KES', disbursedOn: '2026-01-11' } as Loan;
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <ProfileContext value={{ permissions: { 'loan.ask_top_up': 'BRANCH' }, organization } as unknown as Profile}>
        <TopUpDialog loan={loan} onClose={vi.fn()} />
      </ProfileContext>
    </QueryClientProvider>,
  );

  expect(await screen.findByLabelText(/^Paid out of/)).toBeInTheDocument();
  expect(screen.queryByLabelText(/^Counts from/)).not.toBeInTheDocument();
});
