import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { expect, test, vi } from 'vitest';
import { History } from '@/features/reporting/components/history';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const line = (kind: 'LOAN' | 'PAYMENT', id: string, more: object) => ({
  kind,
  id,
  on: '2026-03-11',
  loanId: 'l-1',
  loanNumber: 'LN-2026-000001',
  amount: '100.00',
  currency: 'KES',
  status: 'POSTED',
  ...more,
});

/** A server that has two pages of history. */
function twoPages() {
  vi.spyOn(globalThis, 'fetch').mockImplementation((input) => {
    const isSecond = new URL((input as Request).url).searchParams.get('cursor') === 'later';
    const lines = isSecond
      ? [line('LOAN', 'l-1', { status: 'ACTIVE' })]
      : [line('PAYMENT', 'p-1', { receiptNumber: 'RC-1' }), line('LOAN', 'l-2', { status: 'REJECTED' })];
    return Promise.resolve(Response.json({ totals: [], lines, ...(!isSecond && { next: 'later' }) }));
  });
}

test('all of a long history can be seen, and what each line is', async () => {
  signedIn('token');
  twoPages();
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <MemoryRouter>
        <History borrowerId="b-1" />
      </MemoryRouter>
    </QueryClientProvider>,
  );

  expect(await screen.findByRole('link', { name: 'Payment RC-1' })).toHaveAttribute('href', '/payments/p-1');
  expect(screen.getByText('Application')).toBeInTheDocument();

  await userEvent.setup().click(screen.getByRole('button', { name: 'Show earlier ones' }));

  expect(await screen.findByText('Active')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Payment RC-1' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Show earlier ones' })).not.toBeInTheDocument();
});
