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
        path.includes('/jobs/')
          ? { id: 'j-1', status: 'DONE', through: '2026-03-11', done: 1, total: 1 }
          : { items: [], next: null },
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

test('a close that somebody else began is followed, and can be stopped; nothing else is offered meanwhile', async () => {
  const sent: string[] = [];
  const job = {
    ...{ id: 'j-2', kind: 'close-day', through: '2026-03-13', startedAt: '2026-03-14T00:30:00Z' },
    ...{ startedBy: '00000000-0000-0000-0000-000000000000', startedByName: 'close of day' },
    ...{ status: 'RUNNING', done: 600, total: 2000, perSecond: 100, secondsLeft: 14 },
  };
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    if (request.method === 'POST') sent.push(pathname);
    if (pathname.includes('/jobs/')) return Promise.resolve(Response.json({ ...job, stopping: sent.length > 0 }));
    const day = { day: '2026-03-11', finishedAt: null, interest: [], note: null, leftOut: 0 };
    const items = pathname.endsWith('/jobs') ? [{ ...job, stopping: false }] : [day];
    return Promise.resolve(Response.json({ items, next: null }));
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

  expect(await screen.findByText(/Begun by The program/)).toBeInTheDocument();
  expect(await screen.findByText(/100 a second · about 14 s left/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Close' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Finish the work' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Stop the job' }));

  expect(await screen.findByText('It stops at its next step.')).toBeInTheDocument();
  expect(sent).toEqual(['/api/jobs/j-2/cancel']);
});
