import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { expect, test, vi } from 'vitest';
import { RepaymentDialog } from '@/features/payment/components/repayment-dialog';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const loan = {
  id: 'loan-1',
  number: 'LN-2026-000001',
  currency: 'KES',
  nextDue: { on: '2026-03-11', amount: '120.50' },
};
const profile = {
  permissions: { 'payment.record': 'BRANCH' },
  organization: { currency: 'KES', locale: 'en-KE', businessDate: '2026-03-11' },
} as unknown as Profile;
const allocation = { principal: '100.50', interest: '20.00', fees: '0.00', penalties: '0.00', excess: '0.00' };
const taken = {
  id: 'p-1',
  receiptNumber: 'RC-2026-000001-001',
  allocation,
  loanStatus: 'ACTIVE',
  outstanding: '500.00',
};

/** A server whose first answer to the payment is lost on the way. */
function losesTheFirstAnswer() {
  const keys: (string | null)[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation((input) => {
    const request = input as Request;
    if (request.url.endsWith('/preview'))
      return Promise.resolve(Response.json({ allocation, loanStatus: 'ACTIVE', outstanding: '500.00' }));
    keys.push(request.headers.get('Idempotency-Key'));
    return keys.length === 1
      ? Promise.reject(new TypeError('network'))
      : Promise.resolve(Response.json(taken, { status: 201 }));
  });
  return keys;
}

/** A server that never answers. */
function keepsSilent() {
  vi.spyOn(globalThis, 'fetch').mockImplementation(() => new Promise(() => undefined));
}

function show(dialog: ReactNode) {
  signedIn('token');
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <ProfileContext value={profile}>
        <MemoryRouter>{dialog}</MemoryRouter>
      </ProfileContext>
    </QueryClientProvider>,
  );
}

test('of a loan that is behind, what is overdue stands in the field', () => {
  keepsSilent();
  show(<RepaymentDialog loan={{ ...loan, nextDue: null, overdue: '361.50' }} onClose={() => undefined} />);

  expect(screen.getByLabelText(/^Amount/)).toHaveValue('361.50');
  expect(screen.getByRole('button', { name: /^Overdue/ })).toBeInTheDocument();
});

test('an installment that was chosen is paid, whatever is overdue', () => {
  keepsSilent();
  const installment = { number: 7, outstanding: '99.00' };

  show(<RepaymentDialog loan={{ ...loan, overdue: '361.50' }} installment={installment} onClose={() => undefined} />);

  expect(screen.getByLabelText(/^Amount/)).toHaveValue('99.00');
  expect(screen.getByLabelText(/^For installment/)).toHaveValue('7');
});

test('a payment whose answer was lost is sent again with the same key, and booked once', async () => {
  const keys = losesTheFirstAnswer();
  const person = userEvent.setup();
  show(<RepaymentDialog loan={loan} onClose={() => undefined} />);

  await person.click(screen.getByRole('button', { name: 'Record the payment' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('The server cannot be reached');
  await person.click(screen.getByRole('button', { name: 'Record the payment' }));

  expect(await screen.findByText('Payment RC-2026-000001-001 is booked')).toBeInTheDocument();
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBeTruthy();
  expect(keys[1]).toBe(keys[0]);
});

test('an amount that is corrected after the answer was lost is refused in plain words, with the way to what was booked', async () => {
  vi.spyOn(globalThis, 'fetch').mockImplementation((input) => {
    const isPreview = (input as Request).url.endsWith('/preview');
    return Promise.resolve(
      isPreview
        ? Response.json({ allocation, loanStatus: 'ACTIVE', outstanding: '500.00' })
        : Response.json({ code: 'idempotency-key-reused', detail: 'This Idempotency-Key was used.' }, { status: 409 }),
    );
  });
  const person = userEvent.setup();
  show(<RepaymentDialog loan={loan} onClose={() => undefined} />);

  await person.click(screen.getByRole('button', { name: 'Record the payment' }));

  expect(await screen.findByRole('alert')).toHaveTextContent('The first try was booked');
  expect(screen.getByRole('link', { name: 'See the payments of this loan' })).toHaveAttribute(
    'href',
    '/loans/loan-1?tab=payments',
  );
});
