import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { expect, test, vi } from 'vitest';
import { ControlAccountsPage } from '@/features/ledger/routes/control-accounts-page';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

/** A server whose portfolio account has something more or less than its loans. */
function has(difference: string) {
  const accounts = [{ code: '1210', name: 'Loan portfolio', balance: '600.00' }];
  const control = { kept: 'LOAN_PRINCIPAL', subLedger: '600.00', control: '600.00', difference, accounts };
  vi.spyOn(globalThis, 'fetch').mockImplementation(() =>
    Promise.resolve(Response.json({ on: '2026-03-11', currency: 'KES', controls: [control], loans: [], rest: '0.00' })),
  );
}

function show() {
  signedIn('token');
  const organization = { currency: 'KES', locale: 'en-KE', businessDate: '2026-03-11' };
  const permissions = { 'ledger.view': 'ORGANIZATION' };
  render(
    <MemoryRouter>
      <QueryClientProvider client={makeQueryClient()}>
        <ProfileContext value={{ permissions, organization } as unknown as Profile}>
          <ControlAccountsPage />
        </ProfileContext>
      </QueryClientProvider>
    </MemoryRouter>,
  );
}

test('where both sides agree that is said, and the account leads to its lines', async () => {
  has('0.00');
  show();

  expect(await screen.findByText('Loans and wallets are what the books say.')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '1210 Loan portfolio' })).toHaveAttribute(
    'href',
    '/ledger/general-ledger?account=1210&to=2026-03-11&currency=KES',
  );
});

test('a difference is an alarm', async () => {
  has('-0.01');
  show();

  expect(await screen.findByRole('alert')).toHaveTextContent('The two sides differ.');
});
