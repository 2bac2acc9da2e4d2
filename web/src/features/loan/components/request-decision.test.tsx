import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { expect, test, vi } from 'vitest';
import { RequestDecision } from '@/features/loan/components/request-decision';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const asked = {
  id: 'request-1',
  kind: 'WRITE_OFF',
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
const DECIDES = [{ action: 'CONFIRM_REQUEST' }, { action: 'REJECT_REQUEST' }];
const ASKED = [
  { action: 'CONFIRM_REQUEST', ...OWN },
  { action: 'REJECT_REQUEST', ...OWN },
  { action: 'WITHDRAW_REQUEST' },
];

const topUp = {
  ...asked,
  kind: 'TOP_UP',
  amount: '300.00',
  on: null,
  amountNow: '300.00',
  walletId: 'wallet-1',
  walletName: 'Farm fund',
  reason: 'a second field',
};
const terms = {
  ...asked,
  kind: 'CHANGE',
  amount: '16.00',
  amountNow: '15.20',
  change: { kind: 'RATE', from: '2026-03-02', annualRate: '6' },
  reason: 'harvest failed',
};
const OWED = { principal: '1200.00', interest: '0.00', fees: '0.00', penalties: '0.00', total: '1200.00' };
const BEFORE = {
  outstanding: OWED,
  scheduled: OWED,
  nextDue: { amount: '207.06', on: '2026-04-02' },
  lastDueOn: '2026-08-02',
  schedule: { rows: [] },
};
const AFTER = { ...BEFORE, nextDue: { amount: '258.82', on: '2026-04-02' } };
const SIMULATION = { asOf: '2026-03-02', before: BEFORE, after: AFTER, keptBack: null, objection: null };

function show(actions: object[], of: object = asked) {
  const sent: { path: string; body: unknown }[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const request = input as Request;
    if (request.method === 'GET') return Response.json({ ...of, actions });
    const text = await request.text();
    const path = new URL(request.url).pathname;
    if (path.endsWith('/simulate')) return Response.json(SIMULATION);
    sent.push({ path, body: text === '' ? undefined : JSON.parse(text) });
    return Response.json(asked);
  });
  signedIn('token');
  const organization = { currency: 'KES', locale: 'en-KE', businessDate: '2026-03-02', timeZone: 'Africa/Nairobi' };
  const profile = { permissions: { 'loan.view': 'BRANCH' }, organization };
  render(
    <MemoryRouter>
      <QueryClientProvider client={makeQueryClient()}>
        <ProfileContext value={profile as unknown as Profile}>
          <RequestDecision id={asked.id} onClose={() => {}} />
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
  expect(sent[0]).toEqual({ path: '/api/loan-requests/request-1/confirm', body: { amount: '1022.05' } });
});

test('the second person sees what more money makes of the loan and where it comes from, and pays it out', async () => {
  const { person, sent } = show(DECIDES, topUp);

  expect(await screen.findByText('Farm fund')).toBeInTheDocument();
  expect(screen.getByText('The day of the payout')).toBeInTheDocument();
  expect(await screen.findByText(/258\.82/)).toBeInTheDocument();
  await person.click(screen.getByRole('button', { name: 'Pay out' }));

  await vi.waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toEqual({ path: '/api/loan-requests/request-1/confirm', body: { amount: '300.00' } });
});

test('the second person sees which terms are asked for and what they make of the loan, and agrees', async () => {
  const { person, sent } = show(DECIDES, terms);

  expect(await screen.findByText('Another rate')).toBeInTheDocument();
  expect(screen.getByText('6 %')).toBeInTheDocument();
  expect(screen.getByText(/15\.20/)).toBeInTheDocument();
  expect(await screen.findByText(/258\.82/)).toBeInTheDocument();
  await person.click(screen.getByRole('button', { name: 'Agree' }));

  await vi.waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toEqual({ path: '/api/loan-requests/request-1/confirm', body: { amount: '15.20' } });
});

test('a rejection needs a reason', async () => {
  const { person, sent } = show(DECIDES);

  await person.click(await screen.findByRole('button', { name: 'Reject' }));
  await person.click(screen.getByRole('button', { name: 'Reject' }));
  expect(sent).toEqual([]);
  await person.type(screen.getByLabelText(/^Reason/), 'He pays again');
  await person.click(screen.getByRole('button', { name: 'Reject' }));

  await vi.waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toEqual({ path: '/api/loan-requests/request-1/reject', body: { reason: 'He pays again' } });
});

test('whoever asked decides nothing, and may take it back', async () => {
  const { person, sent } = show(ASKED);

  expect(await screen.findByText(OWN.reason)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Write off' })).not.toBeInTheDocument();
  await person.click(screen.getByRole('button', { name: 'Take it back' }));

  await vi.waitFor(() => expect(sent.map(({ path }) => path)).toEqual(['/api/loan-requests/request-1/withdraw']));
});
