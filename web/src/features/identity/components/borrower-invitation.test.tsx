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

/** A server of an organization that has no mail server, and what it was asked to do. */
function answers(registration: string, invitation: object = { acceptUrl: 'https://loans.example/accept?token=abc' }) {
  const sent: string[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation((input) => {
    const request = input as Request;
    if (request.method === 'POST') {
      sent.push(new URL(request.url).pathname);
      return Promise.resolve(Response.json(invitation, { status: 201 }));
    }
    return Promise.resolve(Response.json({ registration }));
  });
  return sent;
}

const officer = { 'borrower.edit': 'OWN', 'branch.view': 'ORGANIZATION' };

function show(borrower: Borrower, permissions: object = officer, queries = makeQueryClient()) {
  signedIn('token');
  render(
    <QueryClientProvider client={queries}>
      <ProfileContext value={{ permissions } as unknown as Profile}>
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

  expect((await screen.findByTestId('accept-url')).textContent).toBe('https://loans.example/accept?token=abc');
  expect(sent).toEqual(['/api/borrowers/b-1/invitation']);
  expect(screen.queryByRole('button', { name: 'Invite to an account' })).toBeNull();
});

test('who is invited already is sent the invitation again', async () => {
  const sent: string[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation((input) => {
    const request = input as Request;
    if (request.method !== 'POST') return Promise.resolve(Response.json({ registration: 'INVITE' }));
    const path = new URL(request.url).pathname;
    sent.push(path);
    return Promise.resolve(
      path.endsWith('/resend')
        ? Response.json({ acceptUrl: 'https://loans.example/accept?token=new' })
        : Response.json({ code: 'invitation-open', detail: 'Invited already.' }, { status: 409 }),
    );
  });
  const person = show(known);

  await person.click(await screen.findByRole('button', { name: 'Invite to an account' }));
  await person.click(await screen.findByRole('button', { name: 'Send the invitation again' }));

  expect((await screen.findByTestId('accept-url')).textContent).toBe('https://loans.example/accept?token=new');
  expect(sent).toEqual(['/api/borrowers/b-1/invitation', '/api/borrowers/b-1/invitation/resend']);
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
