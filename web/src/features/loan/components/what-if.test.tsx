import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { expect, test, vi } from 'vitest';
import type { Loan } from '@/features/loan/api/get-loan';
import { WhatIf } from '@/features/loan/components/what-if';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const parts = { principal: '10.00', interest: '1.00', fees: '0.00', penalties: '0.00', total: '11.00' };
const side = {
  scheduled: parts,
  outstanding: parts,
  nextDue: { on: '2026-04-11', amount: '5.00' },
  lastDueOn: '2026-06-11',
  schedule: { rows: [], totals: parts },
};

async function lookedAt() {
  signedIn('token');
  const simulation = { asOf: '2026-03-11', before: side, after: side };
  vi.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(Response.json(simulation)));
  const organization = { currency: 'KES', locale: 'en-KE', businessDate: '2026-03-11' };
  const permissions = { 'schedule.ask_restructure': 'BRANCH' };
  const loan = {
    id: 'l-1',
    number: 'LN-1',
    currency: 'KES',
    actions: [{ action: 'ASK_CHANGE' }],
  } as unknown as Loan;
  render(
    <MemoryRouter>
      <QueryClientProvider client={makeQueryClient()}>
        <ProfileContext value={{ id: 'u-1', permissions, organization } as unknown as Profile}>
          <WhatIf loan={loan} />
        </ProfileContext>
      </QueryClientProvider>
    </MemoryRouter>,
  );
  fireEvent.change(screen.getByLabelText(/^More installments/), { target: { value: '6' } });
  fireEvent.click(screen.getByRole('button', { name: 'Show' }));
  await screen.findByRole('button', { name: 'Ask for it' });
}

test('what the form does not say any more is neither shown nor asked for', async () => {
  await lookedAt();

  fireEvent.change(screen.getByLabelText(/^More installments/), { target: { value: '12' } });

  expect(screen.queryByRole('button', { name: 'Ask for it' })).not.toBeInTheDocument();
  expect(screen.queryByText('The schedule then')).not.toBeInTheDocument();
  expect(screen.getByText('The form says something else now. Show it again.')).toBeInTheDocument();

  fireEvent.change(screen.getByLabelText(/^More installments/), { target: { value: '6' } });
  expect(screen.getByRole('button', { name: 'Ask for it' })).toBeInTheDocument();
});

test('who asks reads what is asked for', async () => {
  await lookedAt();

  fireEvent.click(screen.getByRole('button', { name: 'Ask for it' }));

  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText('More installments').nextElementSibling).toHaveTextContent('6');
  expect(dialog.getByText('From').nextElementSibling).toHaveTextContent('11 Mar 2026');
});
