import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Wallets } from '@/features/ledger/components/wallets';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

/** A server on which the borrower has no wallet until one is opened. */
function hasNoWalletYet() {
  const wallets: { id: string; balance: string; currency: string }[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const request = input as Request;
    if (request.method === 'GET') return Response.json({ items: wallets });
    const { currency } = (await request.json()) as { currency: string };
    const wallet = { id: 'w-1', balance: '0.00', currency };
    wallets.push(wallet);
    return Response.json(wallet, { status: 201 });
  });
}

function show(permissions: object) {
  signedIn('token');
  const organization = { currency: 'KES', locale: 'en-KE', businessDate: '2026-03-11' };
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <ProfileContext value={{ permissions, organization } as unknown as Profile}>
        <Wallets borrowerId="b-1" />
      </ProfileContext>
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

test('where a borrower has no wallet one can be opened, and money be put in', async () => {
  hasNoWalletYet();
  const person = show({ 'wallet.view': 'BRANCH', 'wallet.transfer': 'BRANCH' });

  await person.click(await screen.findByRole('button', { name: 'Open a wallet' }));
  await person.click(screen.getByRole('button', { name: 'Open the wallet' }));

  expect(await screen.findByRole('button', { name: 'Put money in, KES' })).toBeInTheDocument();
});

test('who may only look at wallets opens none', async () => {
  hasNoWalletYet();
  show({ 'wallet.view': 'BRANCH' });

  expect(await screen.findByText('Nothing is held')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Open a wallet' })).not.toBeInTheDocument();
});
