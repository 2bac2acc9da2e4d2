import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { expect, test, vi } from 'vitest';
import { TopUpDialog } from '@/features/ledger/components/top-up-dialog';
import { WalletHistory } from '@/features/ledger/components/wallet-history';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const wallet = { id: 'w-1', borrowerId: 'b-1', currency: 'KES', balance: '500.00' };
const profile = {
  permissions: { 'loan.view': 'BRANCH', 'wallet.transfer': 'BRANCH' },
  organization: { currency: 'KES', locale: 'en-KE', businessDate: '2026-03-11' },
} as unknown as Profile;
const topUp = { id: 't-1', amount: '5000.00', currency: 'KES', on: '2026-03-11', channel: 'CASH', reversible: true };
const payout = { ...topUp, id: 'p-1', amount: '30.00' };
const taken = { ...topUp, id: 't-2', reversible: false, reversedOn: '2026-03-10' };

/** A server where the borrower owes 1,000.00 of principal; it answers what it was sent. */
function serves(refusal?: object) {
  const sent: unknown[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const request = input as Request;
    if (request.url.includes('/api/loans'))
      return Response.json({ items: [{ currency: 'KES', outstanding: '1000.00' }, { currency: 'USD' }] });
    if (request.method === 'GET' && request.url.includes('/payouts')) return Response.json({ items: [payout] });
    if (request.method === 'GET') return Response.json({ items: [topUp, taken] });
    sent.push([new URL(request.url).pathname, await request.json()]);
    return refusal === undefined ? Response.json(wallet) : Response.json(refusal, { status: 422 });
  });
  return sent;
}

function show(dialog: ReactNode) {
  signedIn('token');
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <ProfileContext value={profile}>{dialog}</ProfileContext>
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

test('far more than the borrower owes is put in only when that was confirmed', async () => {
  const sent = serves();
  const person = show(<TopUpDialog wallet={wallet} onClose={() => undefined} />);

  await person.type(screen.getByLabelText(/^Amount/), '20000{Enter}');
  expect(await screen.findByText(/^This is more than twice.*Ksh 1,000.00/)).toBeInTheDocument();
  await person.click(screen.getByRole('button', { name: 'Put money in' }));
  expect(sent).toEqual([]);

  await person.click(screen.getByRole('checkbox', { name: 'Yes, the amount is right' }));
  await person.click(screen.getByRole('button', { name: 'Put money in' }));
  await vi.waitFor(() => expect(sent).toHaveLength(1), { timeout: 20_000 });
});

test('what is above the cash limit is refused at the amount', async () => {
  const message = 'One person takes at most KES 1,500.00 at once.';
  serves({ code: 'cash-limit-exceeded', detail: message, errors: [{ field: 'amount', message }] });
  const person = show(<TopUpDialog wallet={wallet} onClose={() => undefined} />);

  await person.type(screen.getByLabelText(/^Amount/), '1600');
  await person.click(screen.getByRole('button', { name: 'Put money in' }));

  expect(await screen.findByText(message)).toBeInTheDocument();
  expect(screen.getByLabelText(/^Amount/)).toBeInvalid();
});

test('money that was put in by mistake is taken back with a reason, once', async () => {
  const sent = serves();
  const person = show(<WalletHistory wallet={wallet} onClose={() => undefined} />);

  const putIn = within(await screen.findByRole('region', { name: 'Put into the wallet' }));
  await person.click(putIn.getByRole('button', { name: 'Take back' }));
  await person.type(screen.getByLabelText(/^Reason/), 'a nought too many');
  await person.click(screen.getByRole('button', { name: 'Take it back' }));

  await vi.waitFor(() => expect(sent).toHaveLength(1), { timeout: 20_000 });
  expect(sent).toEqual([['/api/wallets/w-1/top-ups/t-1/reversal', { reason: 'a nought too many' }]]);
});

test('a payout that was keyed wrongly is taken back, and the wallet has the money again', async () => {
  const sent = serves();
  const person = show(<WalletHistory wallet={wallet} onClose={() => undefined} />);

  const paidOut = within(await screen.findByRole('region', { name: 'Paid out of the wallet' }));
  await person.click(paidOut.getByRole('button', { name: 'Take back' }));
  expect(screen.getByText(/a second entry puts it into the wallet again/)).toBeInTheDocument();
  await person.type(screen.getByLabelText(/^Reason/), 'another borrower');
  await person.click(screen.getByRole('button', { name: 'Take it back' }));

  await vi.waitFor(() => expect(sent).toHaveLength(1), { timeout: 20_000 });
  expect(sent).toEqual([['/api/wallets/w-1/payouts/p-1/reversal', { reason: 'another borrower' }]]);
});
