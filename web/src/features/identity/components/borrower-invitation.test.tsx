import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { BorrowerInvitation } from '@/features/identity/components/borrower-invitation';
import type { Schema } from '@/lib/api/client';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

type Borrower = Schema<'Borrower'>;

const known = { id: 'b-1', email: 'grace@example.org', masked: false, status: 'ACTIVE' } as unknown as Borrower;

const waiting = {
  id: 'i-1',
  email: 'grace@example.org',
  role: 'BORROWER',
  invitedBy: 'Mona Manager',
  createdAt: '2026-03-02T08:00:00Z',
  expiresAt: '2026-03-09T08:00:00Z',
  status: 'OPEN',
};

/** A server of an organization that has no mail server, and what it was asked to do. */
function answers(registration: string, first: object[] = []) {
  const sent: string[] = [];
  let items = first;
  vi.spyOn(globalThis, 'fetch').mockImplementation((input) => {
    const request = input as Request;
    const path = new URL(request.url).pathname;
    if (request.method === 'GET') {
      return Promise.resolve(Response.json(path.endsWith('/invitation') ? { items } : { registration }));
    }
    sent.push(`${request.method} ${path}`);
    items = request.method === 'DELETE' ? [] : [waiting];
    return Promise.resolve(
      request.method === 'DELETE'
        ? new Response(null, { status: 204 })
        : Response.json({ acceptUrl: `https://loans.example/accept?token=${String(sent.length)}` }, { status: 201 }),
    );
  });
  return sent;
}

const organization = { currency: 'KES', locale: 'en-KE', businessDate: '2026-03-02', timeZone: 'Africa/Nairobi' };
const officer = { 'borrower.edit': 'OWN', 'branch.view': 'ORGANIZATION' };

function show(borrower: Borrower, permissions: object = officer, queries = makeQueryClient()) {
  signedIn('token');
  render(
    <QueryClientProvider client={queries}>
      <ProfileContext value={{ permissions, organization } as unknown as Profile}>
        <BorrowerInvitation borrower={borrower} />
      </ProfileContext>
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

test('a borrower is invited once, and the link is shown where no mail goes out', async () => {
  const sent = answers('INVITE');
  const person = show(known);

  await person.click(await screen.findByRole('button', { name: 'Invite to an account' }));

  expect((await screen.findByTestId('accept-url')).textContent).toBe('https://loans.example/accept?token=1');
  expect(sent).toEqual(['POST /api/borrowers/b-1/invitation']);
  expect(await screen.findByText(/^Invited on .*2026.* by Mona Manager\. Open until .*2026.*\.$/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Invite to an account' })).toBeNull();
});

test('who is invited already is sent the invitation again, or it is taken back', async () => {
  const sent = answers('INVITE', [waiting]);
  const person = show(known);

  await person.click(await screen.findByRole('button', { name: 'Send again' }));
  expect((await screen.findByTestId('accept-url')).textContent).toBe('https://loans.example/accept?token=1');
  await person.click(screen.getByRole('button', { name: 'Take back' }));

  expect(await screen.findByRole('button', { name: 'Invite to an account' })).toBeTruthy();
  expect(screen.queryByTestId('accept-url')).toBeNull();
  expect(sent).toEqual(['POST /api/borrowers/b-1/invitation/resend', 'DELETE /api/borrowers/b-1/invitation']);
});

test('an invitation that nobody used in time is said to be so', async () => {
  answers('INVITE', [{ ...waiting, status: 'EXPIRED' }]);
  show(known);

  expect(await screen.findByText(/It was not used in time\.$/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Send again' })).toBeTruthy();
});

test('whose address was corrected is invited anew', async () => {
  const sent = answers('INVITE', [{ ...waiting, email: 'grcae@example.org' }]);
  const person = show(known);

  expect(await screen.findByText(/The link went to grcae@example.org and does not work any more/)).toBeTruthy();
  await person.click(screen.getByRole('button', { name: 'Invite to an account' }));

  await vi.waitFor(() => expect(sent).toEqual(['POST /api/borrowers/b-1/invitation']));
});

test('where no address is known, that is said and nothing is offered', async () => {
  answers('OPEN');
  show({ ...known, email: null });

  expect(await screen.findByText(/write down an e-mail address first/)).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

test.each([
  ['has an account', { ...known, userId: 'u-1' }, undefined],
  ['is blocked', { ...known, status: 'BLOCKED' as const }, undefined],
  ['is not seen in full', { ...known, masked: true, email: null }, undefined],
  ['is not to be changed', known, {}],
])('nothing is shown of a borrower who %s', (_, borrower, permissions) => {
  const fetched = vi.spyOn(globalThis, 'fetch');
  show(borrower, permissions);

  expect(screen.queryByText('Account')).toBeNull();
  expect(fetched).not.toHaveBeenCalled();
});

test('nothing is shown where borrowers have no accounts', async () => {
  answers('OFF');
  const queries = makeQueryClient();
  show(known, officer, queries);

  await vi.waitFor(() => expect(queries.getQueryCache().getAll()[0]?.state.status).toBe('success'));
  await new Promise((resolve) => setTimeout(resolve));
  expect(screen.queryByText('Account')).toBeNull();
});
