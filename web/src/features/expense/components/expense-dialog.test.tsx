import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { expect, test, vi } from 'vitest';
import { ExpenseDialog } from '@/features/expense/components/expense-dialog';
import type { Schema } from '@/lib/api/client';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const signature = { userId: 'u-1', name: 'Ann', at: '2026-03-11T08:00:00Z' };
const expense = {
  id: 'e-1',
  number: 'EX-17',
  vendor: 'Landlord',
  category: 'Rent',
  on: '2026-03-11',
  amount: '60.00',
  currency: 'EUR',
  status: 'RECORDED',
  recorded: signature,
  own: false,
} as Schema<'Expense'>;

function show(shown: Schema<'Expense'>, permissions: object) {
  signedIn('token');
  const onClose = vi.fn();
  const organization = { currency: 'EUR', locale: 'en-IE', businessDate: '2026-03-11', timeZone: 'UTC' };
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <ProfileContext value={{ permissions, organization } as unknown as Profile}>
        <MemoryRouter>
          <ExpenseDialog expense={shown} onClose={onClose} />
        </MemoryRouter>
      </ProfileContext>
    </QueryClientProvider>,
  );
  return { person: userEvent.setup(), onClose };
}

const ALL = {
  'expense.view': 'ORGANIZATION',
  'expense.record': 'ORGANIZATION',
  'expense.approve': 'ORGANIZATION',
  'fund.transfer': 'ORGANIZATION',
};

test('whoever wrote it down is not offered to decide, somebody else is', () => {
  show({ ...expense, own: true }, ALL);

  expect(screen.getByText(/somebody else decides/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Approve' })).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Withdraw' })).toBeInTheDocument();
});

test('an approval is sent once, and a refusal is said', async () => {
  const fetched = vi
    .spyOn(globalThis, 'fetch')
    .mockResolvedValue(Response.json({ code: 'maker-is-checker', detail: 'Somebody else has to.' }, { status: 409 }));
  const { person, onClose } = show(expense, ALL);

  await person.click(screen.getByRole('button', { name: 'Approve' }));

  expect(await screen.findByRole('alert')).toHaveTextContent('Somebody else has to.');
  expect(fetched).toHaveBeenCalledTimes(1);
  expect(onClose).not.toHaveBeenCalled();
});

test('only an approved expense is offered to pay', () => {
  show({ ...expense, status: 'APPROVED' }, ALL);

  expect(screen.getByRole('button', { name: 'Pay' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Approve' })).not.toBeInTheDocument();
});

test('a payment is offered to take back to whoever moves wallets', () => {
  const paid = { on: '2026-03-11', walletId: 'w-1', entryId: 'j-1', by: signature };
  show({ ...expense, status: 'PAID', paid } as Schema<'Expense'>, { ...ALL, 'fund.transfer': undefined });

  expect(screen.getByText('EX-17, Landlord')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Take the payment back' })).not.toBeInTheDocument();
});

test('expense wallets and tills are asked for by kind, so that loan funds crowd none out', async () => {
  vi.spyOn(globalThis, 'fetch').mockImplementation((input) => {
    const kind = new URL((input as Request).url).searchParams.get('kind');
    const wallet = { id: `w-${kind}`, kind, name: `Wallet ${kind}`, currency: 'EUR', balance: '70.00' };
    return Promise.resolve(Response.json({ items: [wallet] }));
  });
  const { person } = show({ ...expense, status: 'APPROVED' }, ALL);

  await person.click(screen.getByRole('button', { name: 'Pay' }));
  await person.click(await screen.findByRole('combobox', { name: /^Paid out of/ }));

  expect(await screen.findByRole('option', { name: /Wallet EXPENSE/ })).toBeInTheDocument();
  expect(screen.getByRole('option', { name: /Wallet TILL/ })).toBeInTheDocument();
});
