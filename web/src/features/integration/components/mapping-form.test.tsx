import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
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

test('what was said of the loans stays when the payments are chosen', async () => {
  signedIn('token');
  vi.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(Response.json({ items: [] })));
  const client = makeQueryClient();
  const form = (loans: ChosenFile, payments?: ChosenFile) => (
    <QueryClientProvider client={client}>
      <ProfileContext value={profile}>
        <MappingForm loans={loans} payments={payments} onStarted={() => undefined} />
      </ProfileContext>
    </QueryClientProvider>
  );
  const loans = chosen('loans.csv', { reference: 'loan_no' });
  const { rerender } = render(form(loans));
  fireEvent.change(screen.getByLabelText(/^Name of the other system/), { target: { value: 'Core bank' } });

  rerender(form(loans, chosen('payments.csv', { loanReference: 'account' })));

  expect(screen.getByLabelText(/^Name of the other system/)).toHaveValue('Core bank');
  expect(screen.getByDisplayValue('loan_no')).toBeInTheDocument();
  expect(await screen.findByDisplayValue('account')).toBeInTheDocument();
});
