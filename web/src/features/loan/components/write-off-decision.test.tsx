import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { expect, test, vi } from 'vitest';
import { WriteOffDecision } from '@/features/loan/components/write-off-decision';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const asked = {
  id: 'write-off-1',
  loanId: 'loan-1',
  loanNumber: 'LN-2026-000001',
  borrowerId: 'borrower-1',
  borrowerName: 'Maria',
  currency: 'KES',
  on: '2026-03-02',
  amount: '1222.05',
  amountNow: '1022.05',
  reason: 'not to be found',
  askedById: 'accountant',
  askedBy: 'Ann Accountant',
  askedAt: '2026-03-02T08:00:00Z',
  status: 'WAITING',
};

const OWN = { code: 'maker-is-checker', reason: 'Somebody else decides about it.' };
const DECIDES = [{ action: 'CONFIRM_WRITE_OFF' }, { action: 'REJECT_WRITE_OFF' }];
const ASKED = [
  { action: 'CONFIRM_WRITE_OFF', ...OWN },
  { action: 'REJECT_WRITE_OFF', ...OWN },
  { action: 'WITHDRAW_WRITE_OFF' },
];

function show(actions: object[]) {
  const sent: { path: string; body: unknown }[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const request = input as Request;
    if (request.method === 'GET') return Response.json({ ...asked, actions });
    const text = await request.text();
    sent.push({ path: new URL(request.url).pathname, body: text === '' ? undefined : JSON.parse(text) });
    return Response.json(asked);
  });
  signedIn('token');
  const organization = { currency: 'KES', locale: 'en-KE', businessDate: '2026-03-02', timeZone: 'Africa/Nairobi' };
  const profile = { permissions: { 'loan.write_off': 'BRANCH' }, organization };
  render(
    <MemoryRouter>
      <QueryClientProvider client={makeQueryClient()}>
        <ProfileContext value={profile as unknown as Profile}>
          <WriteOffDecision id={asked.id} onClose={() => {}} />
        </ProfileContext>
      </QueryClientProvider>
    </MemoryRouter>,
  );
  return { person: userEvent.setup(), sent };
}

test('the second person confirms what would be given up now', async () => {
  const { person, sent } = show(DECIDES);

  expect(await screen.findByText(/1,022\.05/)).toBeInTheDocument();
  await person.click(screen.getByRole('button', { name: 'Write off' }));

  await vi.waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toEqual({ path: '/api/write-offs/write-off-1/confirm', body: { amount: '1022.05' } });
});

test('a rejection needs a reason', async () => {
  const { person, sent } = show(DECIDES);

  await person.click(await screen.findByRole('button', { name: 'Reject' }));
  await person.click(screen.getByRole('button', { name: 'Reject' }));
  expect(sent).toEqual([]);
  await person.type(screen.getByLabelText(/^Reason/), 'He pays again');
  await person.click(screen.getByRole('button', { name: 'Reject' }));

  await vi.waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toEqual({ path: '/api/write-offs/write-off-1/reject', body: { reason: 'He pays again' } });
});

test('whoever asked decides nothing, and may take it back', async () => {
  const { person, sent } = show(ASKED);

  expect(await screen.findByText(OWN.reason)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Write off' })).not.toBeInTheDocument();
  await person.click(screen.getByRole('button', { name: 'Take it back' }));

  await vi.waitFor(() => expect(sent.map(({ path }) => path)).toEqual(['/api/write-offs/write-off-1/withdraw']));
});
