import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { expect, test, vi } from 'vitest';
import { SetupPage } from '@/features/organization/routes/setup-page';
import { makeQueryClient } from '@/lib/query-client';

test('the first visit asks whether borrowers may register, and says what that means', async () => {
  vi.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(Response.json({ needed: true })));
  render(
    <MemoryRouter>
      <QueryClientProvider client={makeQueryClient()}>
        <SetupPage />
      </QueryClientProvider>
    </MemoryRouter>,
  );

  expect(await screen.findByLabelText('Borrowers may register')).toHaveTextContent('By themselves');
  expect(screen.getByText(/whoever reaches this address makes an account/)).toBeInTheDocument();
});
