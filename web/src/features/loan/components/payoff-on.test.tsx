import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Loan } from '@/features/loan/api/get-loan';
import { PayoffOn } from '@/features/loan/components/payoff-on';
import type { Schema } from '@/lib/api/client';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const profile = {
  permissions: {},
  organization: { currency: 'KES', locale: 'en-KE', businessDate: '2026-03-11' },
} as unknown as Profile;
const loan = { id: 'loan-1', currency: 'KES', outstanding: { total: '502.47' } } as unknown as Loan;

/** A server that answers for the day that it is asked about; returns the days. */
function quotes(answer: (on: string) => Response) {
  const asked: string[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation((input) => {
    const on = new URL((input as Request).url).searchParams.get('on') ?? '';
    asked.push(on);
    return Promise.resolve(answer(on));
  });
  return asked;
}

const quote = (on: string) =>
  Response.json({
    on,
    currency: 'KES',
    principal: '502.47',
    interest: '5.02',
    fees: '0.00',
    penalties: '0.00',
    total: '507.49',
  });

function show(lastDueOn: string) {
  const schedule = { asOf: '2026-03-11', rows: [{ dueOn: '2026-04-02' }, { dueOn: lastDueOn }] };
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <ProfileContext value={profile}>
        <PayoffOn loan={loan} schedule={schedule as unknown as Schema<'LoanSchedule'>} />
      </ProfileContext>
    </QueryClientProvider>,
  );
  return screen.getByLabelText('Pays it off on');
}

beforeEach(() => signedIn('token'));

test('what pays the loan off on a day to come is shown part by part, and how much more it is', async () => {
  const asked = quotes(quote);
  const field = show('2026-08-02');

  expect(field).toHaveValue('2026-03-11');
  expect(asked).toEqual([]);
  fireEvent.change(field, { target: { value: '2026-04-02' } });

  expect(await screen.findByText('Ksh 507.49')).toBeInTheDocument();
  expect(screen.getByText('More than today').nextElementSibling).toHaveTextContent('Ksh 5.02');
  expect(screen.getByText('Interest').nextElementSibling).toHaveTextContent('Ksh 5.02');
  expect(asked).toEqual(['2026-04-02']);
});

test('a day beyond the last due date is not asked about, and the field says which are', async () => {
  const asked = quotes(quote);
  const field = show('2026-08-02');

  fireEvent.change(field, { target: { value: '2026-08-03' } });

  expect(await screen.findByText('From 11 Mar 2026 to 2 Aug 2026.')).toBeInTheDocument();
  expect(field).toBeInvalid();
  expect(asked).toEqual([]);
});

test('after the last due date a month ahead can be asked about', async () => {
  quotes(quote);
  const field = show('2026-02-02');

  fireEvent.change(field, { target: { value: '2026-04-11' } });

  expect(await screen.findByText('Ksh 507.49')).toBeInTheDocument();
});

test('a refusal is told', async () => {
  quotes(() => Response.json({ status: 409, code: 'not-active', detail: 'The loan is closed.' }, { status: 409 }));
  const field = show('2026-08-02');

  fireEvent.change(field, { target: { value: '2026-04-02' } });

  expect(await screen.findByRole('alert')).toBeInTheDocument();
});
