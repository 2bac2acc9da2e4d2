import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { HowToPay } from '@/features/payment/components/how-to-pay';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const shows = (text: string | null) => {
  vi.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(Response.json({ text })));
  signedIn('token');
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <HowToPay loanNumber="LN-2026-000007" />
    </QueryClientProvider>,
  );
};

test('the number of the loan stands where the lender wants it', async () => {
  shows('Paybill 400200, account {loan}');
  await userEvent.click(await screen.findByRole('button', { name: 'Pay now' }));
  expect(screen.getByRole('region', { name: 'How to pay' })).toHaveTextContent(
    /^Paybill 400200, account LN-2026-000007$/,
  );
});

test('it is named beside words that do not', async () => {
  shows('At any of our desks');
  await userEvent.click(await screen.findByRole('button', { name: 'Pay now' }));
  expect(screen.getByRole('region', { name: 'How to pay' })).toHaveTextContent(
    'Name the number of the loan: LN-2026-000007',
  );
});

test('where nothing is said nothing is offered', async () => {
  shows(null);
  await vi.waitFor(() => expect(globalThis.fetch).toHaveBeenCalled());
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});
