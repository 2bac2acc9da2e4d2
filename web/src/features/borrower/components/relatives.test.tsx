import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { expect, test, vi } from 'vitest';
import { Relatives } from '@/features/borrower/components/relatives';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const relative = (id: string, userId: string, userName: string) => ({
  id,
  userId,
  userName,
  borrowerId: 'borrower-1',
  borrowerName: 'Maria',
  relation: 'SIBLING',
  reason: 'as everybody knows',
  declaredBy: userName,
  declaredAt: '2026-03-02T08:00:00Z',
});

function show(permissions: object) {
  const sent: { path: string; body: unknown }[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const request = input as Request;
    if (request.method === 'GET') {
      return Response.json({
        items: [relative('r-1', 'me', 'Mona Manager'), relative('r-2', 'other', 'Otto Officer')],
      });
    }
    sent.push({ path: new URL(request.url).pathname, body: await request.json() });
    return Response.json(relative('r-2', 'other', 'Otto Officer'));
  });
  signedIn('token');
  const organization = { currency: 'KES', locale: 'en-KE', businessDate: '2026-03-02', timeZone: 'Africa/Nairobi' };
  render(
    <MemoryRouter>
      <QueryClientProvider client={makeQueryClient()}>
        <ProfileContext value={{ id: 'me', permissions, organization } as unknown as Profile}>
          <Relatives borrowerId="borrower-1" />
        </ProfileContext>
      </QueryClientProvider>
    </MemoryRouter>,
  );
  return { person: userEvent.setup(), sent };
}

test('a declaration is ended with a reason, but not the one about oneself', async () => {
  const { person, sent } = show({ 'relative.keep': 'BRANCH' });
  const [own, others] = await screen.findAllByRole('listitem');

  expect(within(own as HTMLElement).queryByRole('button', { name: 'End' })).not.toBeInTheDocument();
  await person.click(within(others as HTMLElement).getByRole('button', { name: 'End' }));
  await person.type(screen.getByLabelText(/^Reason/), 'Divorced');
  await person.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'End' }));

  await vi.waitFor(() => expect(sent).toEqual([{ path: '/api/relatives/r-2/end', body: { reason: 'Divorced' } }]));
});

test('who only sees users declares and ends nothing', async () => {
  show({ 'user.view': 'ORGANIZATION' });

  expect(await screen.findByText('Otto Officer')).toBeInTheDocument();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});
