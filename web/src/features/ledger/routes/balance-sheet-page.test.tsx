import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { expect, test, vi } from 'vitest';
import { BalanceSheetPage } from '@/features/ledger/routes/balance-sheet-page';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const none = { lines: [], total: { amount: '0.00', compared: null } };

/** A server whose sheet of the day has cash on one side and something on the other. */
function has(difference: string) {
  vi.spyOn(globalThis, 'fetch').mockImplementation(() =>
    Promise.resolve(
      Response.json({
        currency: 'KES',
        on: '2026-03-11',
        comparedOn: null,
        assets: {
          lines: [{ code: '1110', name: 'Cash', amount: '70.00', compared: null }],
          total: { amount: '70.00', compared: null },
        },
        liabilities: none,
        equity: none,
        result: { amount: '70.00', compared: null },
        liabilitiesAndEquity: { amount: '70.00', compared: null },
        difference: { amount: difference, compared: null },
      }),
    ),
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
          <BalanceSheetPage />
        </ProfileContext>
      </QueryClientProvider>
    </MemoryRouter>,
  );
}

test('a figure leads to the lines of its account up to the day', async () => {
  has('0.00');
  show();

  expect(await screen.findByRole('link', { name: '70.00' })).toHaveAttribute(
    'href',
    '/ledger/general-ledger?account=1110&currency=KES&from=1900-01-01&to=2026-03-11',
  );
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('a sheet that does not balance says so', async () => {
  has('0.01');
  show();

  expect(await screen.findByRole('alert')).toHaveTextContent('The sheet does not balance.');
});
