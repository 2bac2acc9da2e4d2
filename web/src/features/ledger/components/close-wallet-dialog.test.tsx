import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { LenderWallet } from '@/features/ledger/api/lender-wallets';
import { CloseWalletDialog } from '@/features/ledger/components/close-wallet-dialog';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

test('a wallet is closed only after a yes, since nobody opens it again', async () => {
  signedIn('token');
  const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(Response.json({})));
  const onClose = vi.fn();
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <CloseWalletDialog wallet={{ id: 'w-1', name: 'Till of Ann' } as LenderWallet} onClose={onClose} />
    </QueryClientProvider>,
  );
  const person = userEvent.setup();

  await person.click(screen.getByRole('button', { name: 'Close the wallet' }));
  expect(screen.getByRole('checkbox')).toHaveFocus();
  expect(fetched).not.toHaveBeenCalled();

  await person.click(screen.getByRole('checkbox'));
  await person.click(screen.getByRole('button', { name: 'Close the wallet' }));
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
  expect((fetched.mock.calls[0]?.[0] as Request).url).toMatch(/\/api\/wallets\/w-1\/close$/);
});
