import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { expect, test, vi } from 'vitest';
import { LenderWalletsPage } from '@/features/ledger/routes/lender-wallets-page';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const WALLETS = [
  { id: 'w-1', kind: 'LOAN_FUND', name: 'Main fund', currency: 'EUR', balance: '0.10', accountCode: '1150.001' },
  { id: 'w-2', kind: 'LOAN_FUND', name: 'Second fund', currency: 'EUR', balance: '0.20', accountCode: '1150.002' },
  { id: 'w-3', kind: 'TILL', name: 'Till of Ann', userName: 'Ann', currency: 'EUR', balance: '5.00', accountCode: 'x' },
];

function show(permissions: object, answer: (request: Request) => Response | Promise<Response>) {
  signedIn('token');
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => answer(input as Request));
  const organization = { currency: 'EUR', locale: 'en-IE', businessDate: '2026-03-11' };
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <ProfileContext value={{ permissions, organization } as unknown as Profile}>
        <MemoryRouter>
          <LenderWalletsPage />
        </MemoryRouter>
      </ProfileContext>
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

test('wallets stand by kind with what is in them together, to the cent', async () => {
  show({ 'fund.view': 'ORGANIZATION' }, () => Response.json({ items: WALLETS }));

  const funds = await screen.findByRole('region', { name: 'Loan funds' });

  expect(within(funds).getByText('€0.30')).toBeInTheDocument();
  expect(screen.getByRole('region', { name: 'Tills' })).toBeInTheDocument();
  expect(screen.queryByRole('region', { name: 'Expense wallets' })).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Open a wallet' })).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /^Transfer/ })).not.toBeInTheDocument();
});

test('wallets of a page are not added up where there are more on another one', async () => {
  show({ 'fund.view': 'ORGANIZATION' }, () => Response.json({ items: WALLETS, next: 'more' }));

  const funds = await screen.findByRole('region', { name: 'Loan funds' });

  expect(within(funds).getByText('€0.20')).toBeInTheDocument();
  expect(within(funds).queryByText('Together')).not.toBeInTheDocument();
  expect(within(funds).queryByText('€0.30')).not.toBeInTheDocument();
});

test('a transfer goes from the wallet that was chosen to another one, with a key', async () => {
  const sent: unknown[] = [];
  const person = show({ 'fund.view': 'ORGANIZATION', 'fund.transfer': 'ORGANIZATION' }, async (request) => {
    if (request.url.endsWith('/receivers'))
      return Response.json({ items: [{ id: 'w-3', kind: 'TILL', name: 'Till of Ann' }] });
    if (request.method === 'GET') return Response.json({ items: WALLETS });
    expect(request.headers.get('Idempotency-Key')).toBeTruthy();
    sent.push(await request.json());
    return Response.json({ id: 'm-1', wallets: [] }, { status: 201 });
  });

  await person.click(await screen.findByRole('button', { name: 'Transfer from Second fund' }));
  await person.click(await screen.findByRole('combobox', { name: /^To/ }));
  await person.click(await screen.findByRole('option', { name: 'Till of Ann (Till)' }));
  await person.type(screen.getByLabelText(/^Amount/), '0.15');
  await person.type(screen.getByLabelText(/^What it is for/), 'float');
  await person.click(screen.getByRole('button', { name: 'Transfer' }));

  await vi.waitFor(() =>
    expect(sent).toEqual([
      { fromWalletId: 'w-2', toWalletId: 'w-3', amount: '0.15', on: '2026-03-11', reference: 'float' },
    ]),
  );
});
