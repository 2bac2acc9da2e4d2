import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { expect, test, vi } from 'vitest';
import { CloseDayPage } from '@/features/organization/routes/close-day-page';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const profile = {
  permissions: { 'day.close': 'ORGANIZATION' },
  organization: { currency: 'USD', locale: 'en-US', timeZone: 'UTC', businessDate: '2026-03-11' },
} as unknown as Profile;

test('a day is closed by whoever says so twice, and the answer names it', async () => {
  const sent: string[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const request = new Request(input, init);
    const path = new URL(request.url).pathname;
    if (path.endsWith('/close')) sent.push(path);
    if (path.endsWith('/close')) return Promise.resolve(Response.json({ jobId: 'j-1' }, { status: 202 }));
    return Promise.resolve(
      Response.json(
        path.includes('/jobs/') ? { id: 'j-1', status: 'DONE', done: 1, total: 1 } : { items: [], next: null },
      ),
    );
  });
  signedIn('token');
  render(
    <MemoryRouter>
      <QueryClientProvider client={makeQueryClient()}>
        <ProfileContext value={profile}>
          <CloseDayPage />
        </ProfileContext>
      </QueryClientProvider>
    </MemoryRouter>,
  );

  fireEvent.click(screen.getByRole('button', { name: 'Close' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Close Mar 11, 2026?' }));
  expect(sent).toEqual([]);
  fireEvent.click(dialog.getByRole('button', { name: 'Close it' }));

  expect(await screen.findByText('Mar 11, 2026 is closed. The business date is Mar 12, 2026.')).toBeInTheDocument();
  expect(sent).toHaveLength(1);
});
