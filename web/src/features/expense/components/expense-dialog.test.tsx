import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
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
  attachments: [],
  own: false,
} as unknown as Schema<'Expense'>;

const bill = {
  id: 'a-1',
  name: 'bill.pdf',
  contentType: 'application/pdf',
  size: 9,
  sha256: '0',
  addedAt: signature.at,
  addedBy: 'Ann',
};

function show(shown: Schema<'Expense'>, permissions: object) {
  signedIn('token');
  const onClose = vi.fn();
  const organization = { currency: 'EUR', locale: 'en-IE', businessDate: '2026-03-11', timeZone: 'UTC' };
  const { unmount } = render(
    <QueryClientProvider client={makeQueryClient()}>
      <ProfileContext value={{ permissions, organization } as unknown as Profile}>
        <MemoryRouter>
          <ExpenseDialog known={shown} onClose={onClose} />
        </MemoryRouter>
      </ProfileContext>
    </QueryClientProvider>,
  );
  return { person: userEvent.setup(), onClose, unmount };
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
    .mockImplementation(() =>
      Promise.resolve(Response.json({ code: 'maker-is-checker', detail: 'Somebody else has to.' }, { status: 409 })),
    );
  const { person, onClose } = show(expense, ALL);

  await person.click(screen.getByRole('button', { name: 'Approve' }));

  expect(await screen.findByRole('alert')).toHaveTextContent('Somebody else has to.');
  const sent = fetched.mock.calls.filter(([request]) => (request as Request).method === 'POST');
  expect(sent).toHaveLength(1);
  expect(onClose).not.toHaveBeenCalled();
});

test('an expense is asked for anew, for a list may have been read before its bills were attached', async () => {
  vi.spyOn(globalThis, 'fetch').mockImplementation(() =>
    Promise.resolve(Response.json({ ...expense, attachments: [bill] })),
  );
  show(expense, ALL);

  expect(screen.queryByText('bill.pdf')).not.toBeInTheDocument();
  expect(await screen.findByText('bill.pdf')).toBeInTheDocument();
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
  const approved = { ...expense, status: 'APPROVED' } as const;
  vi.spyOn(globalThis, 'fetch').mockImplementation((input) => {
    const { pathname, searchParams } = new URL((input as Request).url);
    if (pathname === '/api/expenses/e-1') return Promise.resolve(Response.json(approved));
    const kind = searchParams.get('kind');
    const wallet = { id: `w-${kind}`, kind, name: `Wallet ${kind}`, currency: 'EUR', balance: '70.00' };
    return Promise.resolve(Response.json({ items: [wallet] }));
  });
  const { person } = show(approved, ALL);

  await person.click(screen.getByRole('button', { name: 'Pay' }));
  await person.click(await screen.findByRole('combobox', { name: /^Paid out of/ }));

  expect(await screen.findByRole('option', { name: /Wallet EXPENSE/ })).toBeInTheDocument();
  expect(screen.getByRole('option', { name: /Wallet TILL/ })).toBeInTheDocument();
});

test('while it waits, whoever wrote it down adds bills and removes them', async () => {
  let attachments = [bill];
  const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation((input) => {
    const { method } = input as Request;
    if (method === 'DELETE') attachments = [];
    return Promise.resolve(Response.json(method === 'GET' ? { ...expense, own: true, attachments } : bill));
  });
  const { person } = show({ ...expense, own: true, attachments }, ALL);

  await person.click(screen.getByRole('button', { name: 'Remove bill.pdf' }));
  await waitFor(() => expect(sent(fetched)).toContain('DELETE /api/expenses/e-1/attachments/a-1'));
  await waitFor(() => expect(screen.queryByText('bill.pdf')).not.toBeInTheDocument());
  fireEvent.drop(screen.getByRole('button', { name: 'Choose files' }), {
    dataTransfer: { files: [new File(['x'], 'a.pdf'), new File(['y'], 'b.pdf')] },
  });

  await waitFor(() =>
    expect(sent(fetched).filter((each) => each === 'POST /api/expenses/e-1/attachments')).toHaveLength(2),
  );
});

test('who decides sees the bills and changes none; after that a receipt is added and none removed', () => {
  const { unmount } = show({ ...expense, attachments: [bill] }, ALL);
  expect(screen.getByRole('button', { name: 'Download, bill.pdf' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Choose files' })).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /^Remove/ })).not.toBeInTheDocument();
  unmount();

  show({ ...expense, own: true, status: 'APPROVED', attachments: [bill] }, ALL);
  expect(screen.getByRole('button', { name: 'Choose files' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /^Remove/ })).not.toBeInTheDocument();
});

function sent(fetched: { mock: { calls: unknown[][] } }): string[] {
  return fetched.mock.calls.map(([request]) => {
    const { method, url } = request as Request;
    return `${method} ${new URL(url).pathname}`;
  });
}
