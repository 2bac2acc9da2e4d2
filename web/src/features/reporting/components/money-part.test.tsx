import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { MemoryRouter } from 'react-router';
import { expect, test, vi } from 'vitest';
import { MoneyPart } from '@/features/reporting/components/money-part';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

function show(answer: object, part: ReactElement) {
  signedIn('token');
  vi.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(Response.json(answer)));
  render(
    <MemoryRouter>
      <QueryClientProvider client={makeQueryClient()}>{part}</QueryClientProvider>
    </MemoryRouter>,
  );
}

test('money that is not there yet is said to be so', async () => {
  show({ asOf: '2026-03-02', tiles: [], accounts: [], channels: [] }, <MoneyPart currency="EUR" />);

  expect(await screen.findByText('No money at hand yet')).toBeInTheDocument();
  expect(screen.getByText('Nothing collected yet')).toBeInTheDocument();
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
});
