import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { WhyButton } from '@/components/why-button';
import { WhyDrawer } from '@/components/why-drawer';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const profile = {
  permissions: {},
  organization: { currency: 'EUR', locale: 'en-GB', businessDate: '2026-03-11' },
} as unknown as Profile;

const leaf = (sentence: string, amount: string, more: object = {}) => ({
  rule: 'rule',
  sentence,
  amount,
  inputs: {},
  parts: [],
  proof: [],
  ...more,
});

const ofPrincipal = leaf('Principal of installment 2, due 1 March 2024', '16.52', {
  parts: [
    leaf('Installment, as worked out on 1 January 2024', '17.01', { asks: { figure: 'INSTALLMENT' } }),
    leaf('Interest of installment 2, due 1 March 2024', '-0.49', { asks: { figure: 'INTEREST', installment: 2 } }),
  ],
});
const ofInterest = leaf('Interest of installment 2, due 1 March 2024', '0.49', {
  parts: [
    leaf('Interest on the 83.57 EUR still owed, at 7 % a year', '0.4874916666666666667'),
    leaf('Rounded to the nearest from 0.487492', '0.0025083333333333333'),
  ],
});

/** A server that explains the principal and the interest of an installment. */
function explains() {
  const asked: string[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation((input) => {
    const url = new URL((input as Request).url);
    asked.push(url.search);
    const figure = url.searchParams.get('figure');
    const explanation = figure === 'INTEREST' ? ofInterest : ofPrincipal;
    return Promise.resolve(Response.json({ figure, currency: 'EUR', unit: 'CURRENCY', explanation }));
  });
  return asked;
}

function Row() {
  const [open, setOpen] = useState(false);
  return (
    <QueryClientProvider client={makeQueryClient()}>
      <ProfileContext value={profile}>
        <WhyButton onAsk={() => setOpen(true)}>16.52</WhyButton>
        {open && (
          <WhyDrawer loanId="loan-1" asked={{ figure: 'PRINCIPAL', installment: 2 }} onClose={() => setOpen(false)} />
        )}
      </ProfileContext>
    </QueryClientProvider>
  );
}

test('a figure is asked why by the keyboard, and nothing is fetched before', async () => {
  signedIn('token');
  const asked = explains();
  const person = userEvent.setup();
  render(<Row />);
  expect(asked).toHaveLength(0);

  screen.getByRole('button', { name: /^16\.52.*why/ }).focus();
  await person.keyboard('{Enter}');

  const dialog = await screen.findByRole('dialog', { name: 'Why?' });
  expect(await within(dialog).findByText('Principal of installment 2, due 1 Mar 2024')).toBeInTheDocument();
  expect(within(dialog).getByText('-0.49')).toBeInTheDocument();
  expect(asked).toEqual(['?figure=PRINCIPAL&installment=2']);
});

test('a figure that an answer rests on is asked in turn, there and back', async () => {
  signedIn('token');
  explains();
  const person = userEvent.setup();
  render(<Row />);
  await person.click(screen.getByRole('button', { name: /^16\.52.*why/ }));

  const list = await screen.findByRole('list', { name: 'What adds up to it' });
  await person.click(within(list).getAllByRole('button', { name: 'Why?' })[1] as HTMLElement);

  expect(await screen.findByText('0.487492')).toBeInTheDocument();
  expect(screen.getByText('0.002508')).toBeInTheDocument();
  await person.click(screen.getByRole('button', { name: 'Back' }));
  expect(await screen.findByText('17.01')).toBeInTheDocument();
});

test('a refusal of the server is an error in the drawer', async () => {
  signedIn('token');
  vi.spyOn(globalThis, 'fetch').mockImplementation(() =>
    Promise.resolve(
      Response.json({ status: 404, code: 'not-found', detail: 'The loan has no such figure.' }, { status: 404 }),
    ),
  );
  const person = userEvent.setup();
  render(<Row />);

  await person.click(screen.getByRole('button', { name: /^16\.52.*why/ }));

  expect(await screen.findByRole('alert')).toBeInTheDocument();
});
