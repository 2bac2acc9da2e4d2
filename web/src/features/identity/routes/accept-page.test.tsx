import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { expect, test, vi } from 'vitest';
import { AcceptPage } from '@/features/identity/routes/accept-page';
import { makeQueryClient } from '@/lib/query-client';

/** A server with an open invitation, and what it was sent. */
function show(invitation: object) {
  const sent: unknown[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const request = input as Request;
    if (request.method === 'GET') {
      return Response.json({ organization: 'Umoja', email: 'grace@example.org', invitedBy: 'Mona', ...invitation });
    }
    sent.push(await request.json());
    return Response.json({ id: 'u-1' }, { status: 201 });
  });
  render(
    <MemoryRouter initialEntries={['/accept-invitation?token=abc']}>
      <QueryClientProvider client={makeQueryClient()}>
        <AcceptPage />
      </QueryClientProvider>
    </MemoryRouter>,
  );
  return { person: userEvent.setup(), sent };
}

const password = 'quiet rivers carry boats';

test('a borrower is not asked for the name that the lender has', async () => {
  const { person, sent } = show({ role: 'BORROWER', name: 'Grace Wanjiku' });

  expect(await screen.findByText('Grace Wanjiku')).toBeInTheDocument();
  expect(screen.queryByLabelText(/^Your name/)).not.toBeInTheDocument();
  await person.type(screen.getByLabelText(/^Password/), password);
  await person.click(screen.getByRole('button', { name: 'Make my account' }));

  await vi.waitFor(() => expect(sent).toEqual([{ token: 'abc', password }]));
});

test('a colleague says the name', async () => {
  const { person, sent } = show({ role: 'TELLER', name: null });

  await person.type(await screen.findByLabelText(/^Your name/), 'Tom Teller');
  await person.type(screen.getByLabelText(/^Password/), password);
  await person.click(screen.getByRole('button', { name: 'Make my account' }));

  await vi.waitFor(() => expect(sent).toEqual([{ token: 'abc', name: 'Tom Teller', password }]));
});
