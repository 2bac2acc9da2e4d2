import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { expect, test, vi } from 'vitest';
import { JobsPage } from '@/features/organization/routes/jobs-page';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const profile = {
  permissions: { 'job.view': 'ORGANIZATION' },
  organization: { currency: 'KES', locale: 'en-KE', timeZone: 'UTC', businessDate: '2026-11-22' },
} as unknown as Profile;

const ANN = '0190b3a2-5c1e-7d3f-8a4b-1c2d3e4f5a6b';
const running = {
  ...{ id: 'j-2', kind: 'close-day', through: '2026-11-21', status: 'RUNNING', stopping: false },
  ...{ done: 600, total: 2000, perSecond: 123.4, secondsLeft: 11, startedBy: ANN, startedByName: 'Ann' },
  ...{ startedAt: '2026-11-22T00:30:00Z', endedAt: null, error: null },
};
const failed = {
  ...{ id: 'j-1', kind: 'portfolio-import', through: null, status: 'FAILED', stopping: false },
  ...{ done: 3, total: 10, perSecond: null, secondsLeft: null, startedBy: ANN, startedByName: 'Ann' },
  ...{ startedAt: '2026-11-21T00:30:00Z', endedAt: '2026-11-21T00:31:00Z', error: 'The file is empty.' },
};

const task = {
  ...{ name: 'seal-records', nextAt: '2026-11-22T00:00:00Z', succeededAt: null, failedAt: '2026-11-22T00:00:00Z' },
  ...{ failures: 3, late: false },
};

function show(address: string) {
  const asked: string[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation((input) => {
    const { method, url } = input as Request;
    const { pathname, search } = new URL(url);
    if (pathname === '/api/clock-tasks') return Promise.resolve(Response.json({ items: [task], next: null }));
    asked.push(`${method} ${pathname}${search}`);
    return Promise.resolve(Response.json(method === 'POST' ? running : { items: [running, failed], next: null }));
  });
  signedIn('token');
  render(
    <MemoryRouter initialEntries={[address]}>
      <QueryClientProvider client={makeQueryClient()}>
        <ProfileContext value={profile}>
          <JobsPage />
        </ProfileContext>
      </QueryClientProvider>
    </MemoryRouter>,
  );
  return asked;
}

test('a job says what it does, how far it is and what went wrong, and one that runs is stopped', async () => {
  const asked = show('/close-of-day/jobs');

  const table = within(await screen.findByRole('region', { name: 'Jobs' }));
  const [, first, second] = table.getAllByRole('row');
  if (first === undefined || second === undefined) throw new Error('There are two jobs.');
  expect(within(first).getByText('Close of day')).toBeInTheDocument();
  expect(within(first).getByText('600 of 2,000')).toBeInTheDocument();
  expect(within(first).getByText('120 a second · about 11 s left')).toBeInTheDocument();
  expect(within(second).getByText('Import of a book')).toBeInTheDocument();
  expect(within(second).getByText('The file is empty.')).toBeInTheDocument();
  expect(within(second).queryByRole('button')).toBeNull();
  await userEvent.setup().click(within(first).getByRole('button', { name: 'Stop Close of day' }));

  await vi.waitFor(() => expect(asked).toContain('POST /api/jobs/j-2/cancel'));
});

test('a tile leads to the jobs that it counts', async () => {
  const asked = show('/close-of-day/jobs?status=FAILED');

  await screen.findByRole('region', { name: 'Jobs' });
  expect(asked[0]).toBe('GET /api/jobs?status=FAILED&limit=25');
});

test('who sees all jobs sees what the program does by the clock, too', async () => {
  show('/close-of-day/jobs');

  const table = within(await screen.findByRole('region', { name: 'By the clock' }));
  expect(table.getByText('Seal the trail and the journal')).toBeInTheDocument();
  expect(table.getByText('Failing')).toBeInTheDocument();
});
