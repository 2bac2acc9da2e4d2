import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { Trial } from '@/features/integration/components/import-buttons';
import { MappingForm } from '@/features/integration/components/mapping-form';
import type { ChosenFile } from '@/features/integration/components/file-choice';
import type { Preview } from '@/features/integration/mapping';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const profile = { permissions: {}, organization: { currency: 'KES', locale: 'en' } } as unknown as Profile;

const chosen = (name: string, fields: Record<string, string>): ChosenFile => ({
  file: new File([''], name),
  preview: {
    columns: Object.values(fields).map((column) => ({ name: column, samples: [] })),
    fields,
    dates: [],
    statuses: [],
  } as unknown as Preview,
});

const LOANS = chosen('loans.csv', {
  reference: 'loan_no',
  'terms.annualRate': 'rate',
  'terms.repayments': 'months',
});

/** The form, and a way to show it again with other files or after a try. */
function shown() {
  signedIn('token');
  vi.spyOn(globalThis, 'fetch').mockImplementation((input) => {
    const isOrder = input instanceof Request && input.method === 'POST';
    return Promise.resolve(Response.json(isOrder ? { id: 'try-1', jobId: 'job-1' } : { items: [] }));
  });
  const client = makeQueryClient();
  const onStarted = vi.fn<(started: { readonly order: string }) => void>();
  const form = (payments?: ChosenFile, trial?: Trial) => (
    <QueryClientProvider client={client}>
      <ProfileContext value={profile}>
        <MappingForm loans={LOANS} payments={payments} trial={trial} onStarted={onStarted} />
      </ProfileContext>
    </QueryClientProvider>
  );
  const { rerender } = render(form());
  fireEvent.change(screen.getByLabelText(/^Name of the other system/), { target: { value: 'Core bank' } });
  return { onStarted, again: (payments?: ChosenFile, trial?: Trial) => rerender(form(payments, trial)) };
}

const forGood = () => screen.getByRole('button', { name: 'Import for good' });

test('what was said of the loans stays when the payments are chosen', async () => {
  const { again } = shown();

  again(chosen('payments.csv', { loanReference: 'account' }));

  expect(screen.getByLabelText(/^Name of the other system/)).toHaveValue('Core bank');
  expect(screen.getByDisplayValue('loan_no')).toBeInTheDocument();
  expect(await screen.findByDisplayValue('account')).toBeInTheDocument();
});

test('only what was tried, and has ended, is imported for good', async () => {
  const { onStarted, again } = shown();
  expect(forGood()).toBeDisabled();

  fireEvent.click(screen.getByRole('button', { name: 'Try it without keeping anything' }));
  await waitFor(() => expect(onStarted).toHaveBeenCalled());
  const order = onStarted.mock.calls[0]?.[0].order ?? '';

  again(undefined, { order, status: 'RUNNING' });
  expect(forGood()).toBeDisabled();

  again(undefined, { order, status: 'DONE' });
  expect(forGood()).toBeEnabled();

  fireEvent.change(screen.getByLabelText(/^Name of the other system/), { target: { value: 'Another one' } });
  await waitFor(() => expect(forGood()).toBeDisabled());
});
