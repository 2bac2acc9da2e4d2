import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
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
  permissions: { 'payment.record': 'BRANCH', 'payment.preview': 'BRANCH' },
  organization: { currency: 'KES', locale: 'en-KE', businessDate: '2026-03-11' },
} as unknown as Profile;
const allocation = { principal: '100.50', interest: '20.00', fees: '0.00', penalties: '0.00', excess: '0.00' };
const before = { outstanding: '600.50', overdue: '120.50', nextDue: { on: '2026-04-11', amount: '120.50' } };
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
      return Promise.resolve(Response.json({ allocation, loanStatus: 'ACTIVE', before, outstanding: '500.00' }));
    if (request.url.includes('/quote')) return Promise.resolve(Response.json({ interest: '20.00', total: '500.00' }));
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

test('what is owed without the payment stands beside what would be after it', async () => {
  splitsOff('0.00');
  show(<RepaymentDialog loan={loan} onClose={() => undefined} />);

  const table = await screen.findByRole('table', { name: 'Before and after' });

  expect(
    within(table)
      .getAllByRole('row')
      .map(({ textContent }) => textContent),
  ).toEqual(['KESNowAfter it', 'Owed600.500.00', 'Overdue120.50–', 'Next due120.5011 Apr 2026–']);
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
    const isPreview = /preview|quote/.test((input as Request).url);
    return Promise.resolve(
      isPreview
        ? Response.json({ allocation, loanStatus: 'ACTIVE', before, outstanding: '500.00' })
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

/** A server that would put some of a payment into the wallet, and books what it is sent. */
function splitsOff(excess: string) {
  const booked: unknown[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const request = input as Request;
    if (request.url.includes('/quote'))
      return Response.json({ on: '2026-03-11', currency: 'KES', interest: '0.00', total: '100.50' });
    if (request.url.endsWith('/preview'))
      return Response.json({
        allocation: { ...allocation, excess },
        loanStatus: 'CLOSED',
        before,
        outstanding: '0.00',
      });
    booked.push(await request.json());
    return Response.json(taken, { status: 201 });
  });
  return booked;
}

test('more than is owed is booked only when that was confirmed', async () => {
  const booked = splitsOff('1200.00');
  const person = userEvent.setup();
  show(<RepaymentDialog loan={loan} onClose={() => undefined} />);

  expect(await screen.findByText(/Ksh 1,200.00 more than is owed/)).toBeInTheDocument();
  await person.type(screen.getByLabelText(/^Amount/), '{Enter}');
  const box = screen.getByRole('checkbox', { name: 'Yes, take it all' });
  expect(await screen.findByText(/^Tick this first/)).toBeInTheDocument();
  expect(box).toHaveFocus();
  expect(booked).toEqual([]);

  await person.keyboard(' ');
  await person.keyboard('{Enter}');
  expect(await screen.findByText('Payment RC-2026-000001-001 is booked')).toBeInTheDocument();
  expect(booked).toHaveLength(1);
});

test('a payment that could not be checked is not booked unasked', async () => {
  const booked = splitsOff('1200.00');
  const answers = vi.mocked(fetch).getMockImplementation();
  let away = true;
  vi.mocked(fetch).mockImplementation((input, init) =>
    away && (input as Request).url.endsWith('/preview')
      ? Promise.resolve(
          Response.json({ detail: 'Too many requests.' }, { status: 429, headers: { 'Retry-After': '7' } }),
        )
      : (answers?.(input, init) ?? Promise.reject(new TypeError('network'))),
  );
  const person = userEvent.setup();
  show(<RepaymentDialog loan={loan} onClose={() => undefined} />);

  await person.click(screen.getByRole('button', { name: 'Record the payment' }));
  expect((await screen.findAllByText(/Wait 7 seconds/)).length).toBeGreaterThan(0);
  expect(booked).toEqual([]);

  away = false;
  await person.click(screen.getByRole('button', { name: 'Record the payment' }));
  expect(await screen.findByText(/^Tick this first/)).toBeInTheDocument();
  expect(booked).toEqual([]);
});

test('interest of days to come is told, with the amount that spares it', async () => {
  splitsOff('0.00');
  const person = userEvent.setup();
  show(<RepaymentDialog loan={{ ...loan, nextDue: null }} onClose={() => undefined} />);

  await person.type(screen.getByLabelText(/^Amount/), '120.50');
  expect(await screen.findByText(/^Takes Ksh 20.00 of interest of days to come. Ksh 100.50 pays/)).toBeInTheDocument();
  await person.click(screen.getByRole('button', { name: /^Take Ksh.100.50$/ }));

  expect(screen.getByLabelText(/^Amount/)).toHaveValue('100.50');
});

test('a wrong amount is told while it is typed, and the server is not asked', async () => {
  keepsSilent();
  const person = userEvent.setup();
  show(<RepaymentDialog loan={{ ...loan, nextDue: null }} onClose={() => undefined} />);
  const field = screen.getByLabelText(/^Amount/);

  await person.type(field, '-5');
  expect(await screen.findByText('The amount must be above zero.')).toBeInTheDocument();
  await person.clear(field);
  await person.type(field, '100.005');
  expect(await screen.findByText('At most 2 decimals in KES.')).toBeInTheDocument();
  const asked = vi.mocked(fetch).mock.calls.map(([input]) => (input as Request).url);
  expect(asked.filter((url) => url.includes('preview'))).toEqual([]);
});
