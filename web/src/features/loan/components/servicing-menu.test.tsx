import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { LoanAction } from '@/features/loan/actions';
import type { Loan } from '@/features/loan/api/get-loan';
import { ServicingMenu } from '@/features/loan/components/servicing-menu';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const loan = {
  id: 'loan-1',
  number: 'LN-2026-000001',
  currency: 'KES',
  disbursedOn: '2026-01-02',
  outstanding: { principal: '1200.00', interest: '22.05', fees: '0.00', penalties: '0.00', total: '1222.05' },
} as Loan;

const SIMULATED = {
  outstanding: loan.outstanding,
  scheduled: loan.outstanding,
  nextDue: { amount: '195.06', on: '2026-03-02' },
  lastDueOn: '2026-08-02',
  schedule: { rows: [] },
};
const SIMULATION = { asOf: '2026-03-02', before: SIMULATED, after: SIMULATED, keptBack: null, objection: null };

/** What the server says of a loan, each with why somebody else has to do it. */
function actionsOf(actions: Partial<Record<LoanAction, string>>): Loan['actions'] {
  return Object.entries(actions).map(([action, reason]) => ({
    action: action as LoanAction,
    ...(reason === '' ? {} : { code: 'refused', reason }),
  }));
}

function show(actions: Partial<Record<LoanAction, string>>, permissions: object = {}) {
  const sent: { path: string; body: unknown }[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const request = input as Request;
    if (request.method === 'GET') {
      const asOf = new URL(request.url).searchParams.get('asOf');
      return Response.json({
        ...loan,
        outstanding: { ...loan.outstanding, interest: asOf === '2026-02-02' ? '12.00' : '' },
      });
    }
    const path = new URL(request.url).pathname;
    sent.push({ path, body: await request.json() });
    return Response.json(path.endsWith('/simulate') ? SIMULATION : loan);
  });
  signedIn('token');
  const organization = { currency: 'KES', locale: 'en-KE', businessDate: '2026-03-02' };
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <ProfileContext value={{ permissions, organization } as unknown as Profile}>
        <ServicingMenu loan={{ ...loan, actions: actionsOf(actions) }} />
      </ProfileContext>
    </QueryClientProvider>,
  );
  return { person: userEvent.setup(), sent };
}

const ALL = { ADD_CHARGE: '', WAIVE_CHARGE: '', ASK_WRITE_OFF: '' };

test('what is to be given up is said before it is asked for, and a reason', async () => {
  const { person, sent } = show(ALL);

  await person.click(screen.getByRole('button', { name: 'More' }));
  await person.click(screen.getByRole('menuitem', { name: 'Write off' }));

  expect(screen.getByText(/1,200\.00/)).toBeInTheDocument();
  await person.click(screen.getByRole('button', { name: 'Ask for it' }));
  expect(sent).toEqual([]);
  await person.type(screen.getByLabelText(/^Reason/), 'Not to be found');
  await person.click(screen.getByRole('button', { name: 'Ask for it' }));
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toEqual({
    path: '/api/loans/loan-1/write-off',
    body: { on: '2026-03-02', reason: 'Not to be found' },
  });
});

test('on an earlier day what was owed then is said', async () => {
  const { person } = show(ALL, { 'payment.backdate': 'BRANCH' });
  await person.click(screen.getByRole('button', { name: 'More' }));
  await person.click(screen.getByRole('menuitem', { name: 'Write off' }));
  expect(screen.getByText(/22\.05/)).toBeInTheDocument();

  fireEvent.change(screen.getByLabelText(/^Counts from/), { target: { value: '2026-02-02' } });

  expect(await screen.findByText(/12\.00/)).toBeInTheDocument();
  expect(screen.queryByText(/22\.05/)).not.toBeInTheDocument();
});

test('what somebody else has to do cannot be chosen, and says why', async () => {
  const { person } = show({ ...ALL, WAIVE_CHARGE: 'Somebody else has to.' });

  await person.click(screen.getByRole('button', { name: 'More' }));

  expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual([
    'Add a charge',
    'Waive a chargeSomebody else has to.',
    'Write off',
  ]);
  expect(screen.getByRole('menuitem', { name: /Waive a charge/ })).toHaveAttribute('aria-disabled', 'true');
});

test('what a waiver of interest makes of the loan is seen before it is sent', async () => {
  const { person, sent } = show({ WAIVE_INTEREST: '' });
  await person.click(screen.getByRole('button', { name: 'More' }));
  await person.click(screen.getByRole('menuitem', { name: 'Waive interest' }));
  expect(screen.getByText('Fill this in to see what comes of it.')).toBeInTheDocument();

  await person.type(screen.getByLabelText(/^Amount/), '12');

  await vi.waitFor(() =>
    expect(sent).toEqual([
      {
        path: '/api/loans/loan-1/simulate',
        body: { kind: 'INTEREST_WAIVER', amount: '12', on: '2026-03-02' },
      },
    ]),
  );
  expect(await screen.findAllByText(/195\.06/)).toHaveLength(2);
});

test('who may do none of it has no menu', () => {
  show({ WAIVE_CHARGE: 'Somebody else has to.' });

  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});
