import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Borrower } from '@/features/borrower/api/list-borrowers';
import { BorrowerDialog } from '@/features/borrower/components/borrower-dialog';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const borrower = {
  id: 'b-1',
  version: 3,
  kind: 'PERSON',
  name: 'Grace Wanjiru',
  status: 'ACTIVE',
  branchId: 'branch-1',
  branchName: 'Harbour',
  dateOfBirth: '1990-05-17',
  officerId: 'officer-9',
  officerName: 'Who has left',
} as unknown as Borrower;

/** A server with one officer, which keeps the changes that it is sent. */
function keepsChanges() {
  const changes: unknown[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const request = input as Request;
    if (request.method === 'PATCH') changes.push(await request.json());
    return Response.json(
      request.url.endsWith('/officers') ? { items: [{ id: 'officer-1', name: 'Olu Officer' }] } : borrower,
    );
  });
  return changes;
}

function show(scope: 'BRANCH' | 'OWN') {
  signedIn('token');
  const onSaved = vi.fn();
  const organization = { currency: 'KES', locale: 'en-KE', businessDate: '2026-03-11' };
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <ProfileContext value={{ permissions: { 'borrower.edit': scope }, organization } as unknown as Profile}>
        <BorrowerDialog borrower={borrower} onClose={() => undefined} onSaved={onSaved} />
      </ProfileContext>
    </QueryClientProvider>,
  );
  return { person: userEvent.setup(), onSaved };
}

test('a manager, who sees no list of users, hands a borrower over', async () => {
  const changes = keepsChanges();
  const { person, onSaved } = show('BRANCH');

  await person.click(await screen.findByRole('combobox', { name: 'Officer' }));
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
    'Nobody',
    'Who has left',
    'Olu Officer',
  ]);
  await person.click(screen.getByRole('option', { name: 'Olu Officer' }));
  await person.click(screen.getByRole('button', { name: 'Save' }));

  await vi.waitFor(() => expect(onSaved).toHaveBeenCalled());
  expect(changes).toMatchObject([{ officerId: 'officer-1', dateOfBirth: '1990-05-17' }]);
});

test('officer and date of birth are taken away by null', async () => {
  const changes = keepsChanges();
  const { person, onSaved } = show('BRANCH');

  await person.click(await screen.findByRole('combobox', { name: 'Officer' }));
  await person.click(screen.getByRole('option', { name: 'Nobody' }));
  await person.clear(screen.getByLabelText('Date of birth'));
  await person.click(screen.getByRole('button', { name: 'Save' }));

  await vi.waitFor(() => expect(onSaved).toHaveBeenCalled());
  expect(changes).toMatchObject([{ officerId: null, dateOfBirth: null }]);
});

test('whoever reaches the own borrowers only says nothing of the officer, who stays', async () => {
  const changes = keepsChanges();
  const { person, onSaved } = show('OWN');

  await person.click(screen.getByRole('button', { name: 'Save' }));

  await vi.waitFor(() => expect(onSaved).toHaveBeenCalled());
  expect(screen.queryByRole('combobox', { name: 'Officer' })).not.toBeInTheDocument();
  expect(changes).toMatchObject([{ officerId: 'officer-9' }]);
});
