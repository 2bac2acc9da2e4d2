import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { expect, test, vi } from 'vitest';
import { WaitingRequests } from '@/features/loan/components/requests';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

test('what waits is what others asked for, and one is told where the own requests are', async () => {
  const asked: string[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation((input) => {
    asked.push(new URL((input as Request).url).search);
    return Promise.resolve(Response.json({ items: [], next: null }));
  });
  signedIn('token');
  const organization = { currency: 'KES', locale: 'en-KE', businessDate: '2026-03-02', timeZone: 'Africa/Nairobi' };
  render(
    <MemoryRouter>
      <QueryClientProvider client={makeQueryClient()}>
        <ProfileContext value={{ id: 'me', permissions: {}, organization } as unknown as Profile}>
          <WaitingRequests />
        </ProfileContext>
      </QueryClientProvider>
    </MemoryRouter>,
  );

  expect(await screen.findByText('No request waits for you')).toBeInTheDocument();
  expect(screen.getByText(/What you asked for yourself is under Requests/)).toBeInTheDocument();
  expect(asked).toEqual(['?limit=50&toDecide=true']);
});
