import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { expect, test, vi } from 'vitest';
import { GeneralLedgerPage } from '@/features/ledger/routes/general-ledger-page';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const ACCOUNT = { code: '1110', name: 'Cash', header: false };
const LINE = { id: 'e-1.2', entryId: 'e-1', number: 7, on: '2026-02-10', loanId: 'l-1', description: 'Repayment' };
const ENTRY = {
  ...LINE,
  id: 'e-1',
  lines: [{ account: '1110', accountName: 'Cash', currency: 'KES', debit: '50.00', loanId: 'l-1' }],
};

/** A server with one line on the cash account, which comes from a payment. */
function hasOneLine() {
  return vi.spyOn(globalThis, 'fetch').mockImplementation((input) => {
    const { pathname } = new URL((input as Request).url);
    if (pathname.endsWith('/accounts')) return Promise.resolve(Response.json({ items: [ACCOUNT] }));
    if (pathname.endsWith('/entries/e-1')) return Promise.resolve(Response.json(ENTRY));
    if (pathname.endsWith('/payments'))
      return Promise.resolve(Response.json({ items: [{ id: 'e-1', receiptNumber: 'RC-1' }] }));
    const figures = { opening: '-600.00', debit: '50.00', credit: '0.00', closing: '-550.00', next: null };
    const line = { ...LINE, debit: '50.00', credit: null, balance: '-550.00' };
    return Promise.resolve(
      Response.json({ account: '1110', name: 'Cash', currency: 'KES', ...figures, items: [line] }),
    );
  });
}

function show(address: string) {
  signedIn('token');
  const organization = { currency: 'KES', locale: 'en-KE', businessDate: '2026-03-11' };
  const permissions = { 'ledger.view': 'ORGANIZATION', 'payment.view': 'ORGANIZATION' };
  render(
    <MemoryRouter initialEntries={[address]}>
      <QueryClientProvider client={makeQueryClient()}>
        <ProfileContext value={{ permissions, organization } as unknown as Profile}>
          <GeneralLedgerPage />
        </ProfileContext>
      </QueryClientProvider>
    </MemoryRouter>,
  );
  return userEvent.setup();
}

test('a line leads to its entry, and from there to the loan and the payment', async () => {
  hasOneLine();
  const person = show('/ledger/general-ledger?account=1110');

  await person.click(await screen.findByRole('button', { name: 'Entry 7' }));

  const entry = await screen.findByRole('dialog', { name: 'Entry 7' });
  expect(await within(entry).findByRole('link', { name: 'RC-1' })).toHaveAttribute('href', '/payments/e-1');
  expect(within(entry).getByRole('link', { name: 'Open the loan' })).toHaveAttribute('href', '/loans/l-1');
});

test('without days it is the year up to the business date', async () => {
  const fetched = hasOneLine();
  show('/ledger/general-ledger?account=1110');

  await screen.findByRole('button', { name: 'Entry 7' });

  const asked = fetched.mock.calls.map(([input]) => (input as Request).url);
  expect(asked.find((url) => url.includes('from=2026-01-01') && url.includes('to=2026-03-11'))).toBeDefined();
});

test('before an account is chosen none is asked for', async () => {
  const fetched = hasOneLine();
  show('/ledger/general-ledger');

  expect(await screen.findByText('Its lines are shown with the balance after each.')).toBeInTheDocument();
  expect(fetched.mock.calls.some(([input]) => (input as Request).url.includes('general-ledger?'))).toBe(false);
});
