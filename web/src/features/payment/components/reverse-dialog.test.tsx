import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { MemoryRouter } from 'react-router';
import { expect, test, vi } from 'vitest';
import type { Payment } from '@/features/payment/api/list-payments';
import { RepaymentDialog } from '@/features/payment/components/repayment-dialog';
import { ReverseDialog } from '@/features/payment/components/reverse-dialog';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const MANAGER = { 'payment.record': 'BRANCH', 'payment.reverse': 'BRANCH', 'payment.backdate': 'BRANCH' };
const TELLER = { 'payment.record': 'BRANCH', 'payment.reverse': 'BRANCH' };

const payment = { id: 'p-1', receiptNumber: 'RC-2026-000001-001', on: '2026-02-02' } as Payment;
const loan = { id: 'loan-1', number: 'LN-2026-000001', currency: 'KES' };
const allocation = { principal: '90.00', interest: '0.00', fees: '0.00', penalties: '0.00', excess: '0.00' };
const taken = { id: 'p-2', receiptNumber: 'RC-2026-000001-002', allocation, loanStatus: 'ACTIVE', outstanding: '9.00' };

/** A server that takes everything and keeps what it was sent; previews are no commands. */
function keepsCommands() {
  const sent: { path: string; body: unknown }[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const request = input as Request;
    const path = new URL(request.url).pathname;
    const body: unknown = await request.clone().json();
    if (!path.endsWith('/preview')) sent.push({ path, body });
    return Response.json(taken);
  });
  return sent;
}

/** The payment is reversed, and then the right one is entered. */
function Counter() {
  const [isReversed, setReversed] = useState(false);
  return isReversed ? (
    <RepaymentDialog loan={loan} onClose={() => undefined} />
  ) : (
    <ReverseDialog payment={payment} onClose={() => setReversed(true)} />
  );
}

function show(permissions: object) {
  signedIn('token');
  const organization = { currency: 'KES', locale: 'en-KE', businessDate: '2026-03-11' };
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <ProfileContext value={{ permissions, organization } as unknown as Profile}>
        <MemoryRouter>
          <Counter />
        </MemoryRouter>
      </ProfileContext>
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

test('a payment typed wrong is taken back on its own day and entered again for that day', async () => {
  const sent = keepsCommands();
  const person = show(MANAGER);

  await person.type(screen.getByLabelText(/^Reason/), 'Typed 900 for 90');
  await person.click(screen.getByRole('button', { name: 'Reverse the payment' }));
  await person.type(await screen.findByLabelText(/^Amount/), '90');
  await person.clear(screen.getByLabelText(/^Counts from/));
  await person.type(screen.getByLabelText(/^Counts from/), '2026-02-02');
  await person.click(screen.getByRole('button', { name: 'Record the payment' }));

  expect(await screen.findByText('Payment RC-2026-000001-002 is booked')).toBeInTheDocument();
  expect(sent).toMatchObject([
    { path: '/api/payments/p-1/reverse', body: { reason: 'Typed 900 for 90', on: '2026-02-02' } },
    { path: '/api/payments/loan-1', body: { amount: '90', on: '2026-02-02' } },
  ]);
});

test('money that came back counts until the business date', async () => {
  const sent = keepsCommands();
  const person = show(MANAGER);

  await person.type(screen.getByLabelText(/^Reason/), 'The check bounced');
  await person.click(screen.getByRole('button', { name: /^The business date/ }));
  await person.click(screen.getByRole('button', { name: 'Reverse the payment' }));

  await screen.findByLabelText(/^Amount/);
  expect(sent).toEqual([
    { path: '/api/payments/p-1/reverse', body: { reason: 'The check bounced', on: '2026-03-11' } },
  ]);
});

test('whoever may not go back in time is asked for no day and sends none', async () => {
  const sent = keepsCommands();
  const person = show(TELLER);

  expect(screen.queryByLabelText(/^Counts no more from/)).not.toBeInTheDocument();
  await person.type(screen.getByLabelText(/^Reason/), 'Entered twice');
  await person.click(screen.getByRole('button', { name: 'Reverse the payment' }));

  await screen.findByLabelText(/^Amount/);
  expect(sent).toEqual([{ path: '/api/payments/p-1/reverse', body: { reason: 'Entered twice' } }]);
});
