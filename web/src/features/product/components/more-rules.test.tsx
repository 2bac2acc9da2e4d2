import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { ProductEditor } from '@/features/product/components/product-editor';
import type { Product } from '@/features/product/product-form';
import { oddProduct } from '@/features/product/testing';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const profile = {
  permissions: { 'ledger.view': 'ORGANIZATION', 'product.edit': 'ORGANIZATION' },
  organization: { currency: 'KES', locale: 'en-KE', businessDate: '2026-11-22' },
} as unknown as Profile;

const account = (code: string, name: string, more = {}) => ({
  ...{ id: code, code, name, type: 'ASSET', currency: null, header: false, active: true, version: 1 },
  ...more,
});
const chart = [
  account('1100', 'Cash and banks', { header: true }),
  account('1110', 'Cash'),
  account('1111', 'Cash in dollars', { currency: 'USD' }),
  account('4110', 'Interest income', { type: 'INCOME' }),
];

function show(product: Product) {
  vi.spyOn(globalThis, 'fetch').mockImplementation((input) =>
    Promise.resolve(Response.json({ items: (input as Request).url.endsWith('/accounts') ? chart : [] })),
  );
  const onSave = vi.fn().mockResolvedValue(undefined);
  signedIn('token');
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <ProfileContext value={profile}>
        <ProductEditor product={product} onSave={onSave} />
      </ProfileContext>
    </QueryClientProvider>,
  );
  return onSave;
}

test('the rules say what they do, and an account is one of the chart that fits', async () => {
  const person = userEvent.setup();
  const onSave = show({ ...oddProduct, accounts: { CASH: '1019' } });

  await person.click(screen.getByRole('button', { name: 'More rules' }));
  expect(screen.getByText(/^Interest of each day is of what is owed that day/)).toBeInTheDocument();
  await person.click(screen.getByRole('combobox', { name: 'Cash' }));
  expect(screen.getAllByRole('option').map((each) => each.textContent)).toEqual([
    'The usual one of the chart',
    '1019',
    '1110 Cash',
  ]);
  await person.click(screen.getByRole('option', { name: '1110 Cash' }));
  await person.click(screen.getByRole('button', { name: 'Save as a new version' }));

  await vi.waitFor(() => expect(onSave).toHaveBeenCalled(), { timeout: 20_000 });
  expect(onSave.mock.lastCall?.[0]).toMatchObject({
    accounts: { CASH: '1110' },
    advance: 'REAMORTIZE',
    recalculation: 'FOLLOWS_PAYMENTS',
  });
});

test('an order by parts becomes one step by step, and is put in order by the keyboard', async () => {
  const person = userEvent.setup();
  const onSave = show({ ...oddProduct, allocationSteps: null });

  expect(screen.getAllByRole('button', { name: /earlier$/ })).toHaveLength(4);
  await person.click(screen.getByRole('switch', { name: /^Another order for what is past due/ }));
  expect(screen.getAllByRole('button', { name: /earlier$/ })).toHaveLength(12);
  screen.getByRole('button', { name: 'Due that day: principal earlier' }).focus();
  await person.keyboard('{Enter}');
  await person.click(screen.getByRole('button', { name: 'Save as a new version' }));

  await vi.waitFor(() => expect(onSave).toHaveBeenCalled(), { timeout: 20_000 });
  expect((onSave.mock.lastCall?.[0] as Product).allocationSteps?.slice(0, 6)).toEqual([
    ...['PAST_DUE_PRINCIPAL', 'PAST_DUE_INTEREST', 'PAST_DUE_FEE', 'DUE_PRINCIPAL'],
    ...['PAST_DUE_PENALTY', 'DUE_INTEREST'],
  ]);
});

test('what is refused among the folded rules is unfolded', async () => {
  const person = userEvent.setup();
  const onSave = show({ ...oddProduct, interestMethod: 'FLAT' });

  await person.click(screen.getByRole('button', { name: 'Save as a new version' }));

  expect(await screen.findByText(/^Only for interest on a declining balance/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'More rules' })).toHaveAttribute('aria-expanded', 'true');
  expect(onSave).not.toHaveBeenCalled();
});

test('interest may be income as it arises, but not where it follows payments', async () => {
  const person = userEvent.setup();
  const onSave = show(oddProduct);

  await person.click(screen.getByRole('button', { name: 'More rules' }));
  await person.click(screen.getByRole('combobox', { name: 'Interest is income' }));
  await person.click(screen.getByRole('option', { name: 'Day by day, as it arises' }));
  expect(screen.getByText(/^The close of each day makes it income/)).toBeInTheDocument();
  await person.click(screen.getByRole('button', { name: 'Save as a new version' }));
  expect(await screen.findByText(/^Not where interest follows payments/)).toBeInTheDocument();
  expect(onSave).not.toHaveBeenCalled();

  await person.click(screen.getByRole('combobox', { name: 'Interest of a loan' }));
  await person.click(screen.getByRole('option', { name: 'Stays as scheduled' }));
  await person.click(screen.getByRole('button', { name: 'Save as a new version' }));

  await vi.waitFor(() => expect(onSave).toHaveBeenCalled(), { timeout: 20_000 });
  expect(onSave.mock.lastCall?.[0]).toMatchObject({ accounting: 'ACCRUAL', recalculation: 'NONE' });
});

test('what it costs to pay late is chosen and saved', async () => {
  const person = userEvent.setup();
  const onSave = show({ ...oddProduct, penalty: null });

  await person.click(screen.getByRole('combobox', { name: 'Penalty' }));
  await person.click(screen.getByRole('option', { name: 'Percent of what is overdue' }));
  await person.type(screen.getByRole('textbox', { name: /^Percent/ }), '1');
  await person.type(screen.getByRole('textbox', { name: 'At most, for the loan' }), '5');
  await person.click(screen.getByRole('button', { name: 'Save as a new version' }));

  await vi.waitFor(() => expect(onSave).toHaveBeenCalled(), { timeout: 20_000 });
  expect(onSave.mock.lastCall?.[0]).toMatchObject({
    penalty: {
      basis: 'PERCENT_OF_OVERDUE',
      toleranceDays: 0,
      value: '1',
      capPercentOfPrincipal: '5',
    },
  });
});
