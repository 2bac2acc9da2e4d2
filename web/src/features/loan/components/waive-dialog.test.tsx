import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { Loan } from '@/features/loan/api/get-loan';
import { WaiveDialog } from '@/features/loan/components/waive-dialog';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

function show(items: readonly object[]) {
  signedIn('token');
  vi.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(Response.json({ items })));
  const organization = { currency: 'EUR', locale: 'en-IE', businessDate: '2026-03-11' };
  const loan = { id: 'l-1', number: 'LN-1', currency: 'EUR', disbursedOn: '2026-01-11' } as Loan;
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <ProfileContext value={{ permissions: {}, organization } as unknown as Profile}>
        <WaiveDialog loan={loan} onClose={vi.fn()} />
      </ProfileContext>
    </QueryClientProvider>,
  );
}

test('without a charge there is nothing to fill in or to send', async () => {
  show([]);

  expect(await screen.findByText(/^There is no charge to waive/)).toBeInTheDocument();
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Close']);
});

test('a charge that is not waived in full can be', async () => {
  show([{ id: 'c-1', kind: 'FEE', late: false, amount: '25.00', waived: '0.00', dueOn: '2026-03-01' }]);

  expect(await screen.findByText(/^What is unpaid of it/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Waive' })).toBeEnabled();
});
