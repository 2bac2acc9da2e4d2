import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { expect, test, vi } from 'vitest';
import type { Loan } from '@/features/loan/api/get-loan';
import { LoanOwed } from '@/features/loan/components/loan-summary';
import { LoanTerms } from '@/features/loan/components/loan-terms';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const profile = {
  permissions: {},
  organization: { currency: 'KES', locale: 'en-KE', businessDate: '2026-03-11' },
} as unknown as Profile;
const parts = { principal: '500.00', interest: '2.00', fees: '0.00', penalties: '0.00', total: '502.00' };
const loan = {
  ...{ id: 'loan-1', currency: 'KES', status: 'ACTIVE', principal: '600.00', daysPastDue: 9, annualRate: '12' },
  ...{ repayments: 6, every: 1, unit: 'MONTHS', interestMethod: 'FLAT', amortization: 'EQUAL_INSTALLMENTS' },
  ...{ outstanding: parts, current: { annualRate: '12', repayments: 6 }, category: 'PERSONAL', asOf: '2026-03-11' },
  ...{ appliedOn: '2026-01-01', firstDueOn: '2026-02-15' },
} as unknown as Loan;
const explanation = { rule: 'r', sentence: 'It is so', amount: '12.00', inputs: {}, parts: [], proof: [] };

/** A server that knows what the loan costs, and explains every figure; returns what was to be explained. */
function answers(cost: object) {
  const asked: (string | null)[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation((input) => {
    const url = new URL((input as Request).url);
    if (url.pathname.endsWith('/cost')) return Promise.resolve(Response.json(cost));
    if (url.pathname.endsWith('/schedule')) {
      const rows = [{ dueOn: '2026-03-02', outstanding: '103.53', status: 'OVERDUE' }];
      return Promise.resolve(Response.json({ asOf: '2026-03-11', rows }));
    }
    if (url.pathname.endsWith('/explain')) {
      asked.push(url.searchParams.get('figure'));
      const unit = url.searchParams.get('figure') === 'ARREARS' ? 'CURRENCY' : 'PERCENT';
      return Promise.resolve(Response.json({ figure: 'APR', currency: 'KES', unit, explanation }));
    }
    return Promise.resolve(Response.json({ items: [] }));
  });
  return asked;
}

function show(part: ReactNode) {
  signedIn('token');
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <ProfileContext value={profile}>{part}</ProfileContext>
    </QueryClientProvider>,
  );
}

test('what a loan costs in a year by its contract can be asked why', async () => {
  const asked = answers({ by: 'CONTRACT', apr: '12.00', effectiveRate: '12.68' });
  const person = userEvent.setup();
  show(<LoanTerms loan={loan} isNow />);

  await person.click(await screen.findByRole('button', { name: /^12\.68 %.*why/ }));

  expect(await screen.findByRole('dialog', { name: 'Why?' })).toBeInTheDocument();
  expect(asked).toEqual(['EFFECTIVE_RATE']);
  expect(screen.getByText('First installment on').nextElementSibling).toHaveTextContent('15 Feb 2026');
});

test('before the payout the quote says it, and there is nothing to explain', async () => {
  answers({ by: 'QUOTE', apr: '12.00', effectiveRate: '12.68' });
  show(<LoanTerms loan={loan} isNow />);

  expect((await screen.findByText('APR')).nextElementSibling).toHaveTextContent('12.00 %');
  expect(screen.queryByRole('button', { name: /why/ })).not.toBeInTheDocument();
});

test('a loan that another system made has no such rate', async () => {
  answers({ by: null, apr: null, effectiveRate: null });
  show(<LoanTerms loan={loan} isNow />);

  await vi.waitFor(() => expect(fetch).toHaveBeenCalled());
  expect(screen.queryByText('APR')).not.toBeInTheDocument();
});

test('what is overdue can be asked why', async () => {
  const asked = answers({});
  const person = userEvent.setup();
  show(<LoanOwed loan={loan} from={{}} />);

  await person.click(await screen.findByRole('button', { name: /^Ksh.103\.53.*why/ }));

  expect(await screen.findByRole('dialog', { name: 'Why?' })).toBeInTheDocument();
  expect(asked).toEqual(['ARREARS']);
});
