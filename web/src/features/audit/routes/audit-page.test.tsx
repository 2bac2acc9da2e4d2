import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { expect, test, vi } from 'vitest';
import { AuditPage } from '@/features/audit/routes/audit-page';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const LOAN = '0190b3a2-5c1e-7d3f-8a4b-1c2d3e4f5a6b';
const NO_ID = '00000000-0000-0000-0000-000000000000';

/** The page of a trail with one row; it answers what it asked for. */
function show(subject: object) {
  const asked: string[] = [];
  const actor = { id: LOAN, name: 'Ann' };
  const event = { id: 'e-1', at: '2026-11-22T10:00:00Z', action: 'loan.approve', result: 'DONE', actor, subject };
  vi.spyOn(globalThis, 'fetch').mockImplementation((input) => {
    const { pathname, search } = new URL((input as Request).url);
    if (pathname !== '/api/audit') return Promise.resolve(Response.json({ waiting: 0 }));
    asked.push(search);
    return Promise.resolve(Response.json({ items: [event] }));
  });
  signedIn('token');
  const organization = { currency: 'KES', locale: 'en-KE', timeZone: 'UTC', businessDate: '2026-11-22' };
  render(
    <MemoryRouter>
      <QueryClientProvider client={makeQueryClient()}>
        <ProfileContext value={{ permissions: {}, organization } as unknown as Profile}>
          <AuditPage />
        </ProfileContext>
      </QueryClientProvider>
    </MemoryRouter>,
  );
  return asked;
}

test('all about a thing is asked for by its type and its id', async () => {
  const asked = show({ type: 'loan', id: LOAN, label: 'LN-1' });
  const person = userEvent.setup();

  await person.click(await screen.findByText('LN-1'));
  await person.click(screen.getByRole('button', { name: 'All about LN-1' }));

  await vi.waitFor(() => expect(asked.at(-1)).toContain(`subjectType=loan&subjectId=${LOAN}`));
});

test('a thing that shares its id with others is not narrowed to', async () => {
  show({ type: 'role', id: NO_ID, label: 'TELLER' });

  await userEvent.setup().click(await screen.findByText('TELLER'));

  expect(screen.getByRole('button', { name: 'All by Ann' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /^All about/ })).toBeNull();
});
