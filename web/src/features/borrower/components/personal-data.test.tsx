import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { expect, test, vi } from 'vitest';
import type { Borrower } from '@/features/borrower/api/list-borrowers';
import { PersonalData } from '@/features/borrower/components/personal-data';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const borrower = { id: 'b-1', number: 'BR-000042', name: 'Grace Wanjiru' } as unknown as Borrower;

/** A server that says whether the borrower can be erased, and keeps what it is sent. */
function answers(standing: object, rowsToLookThrough: readonly object[] = []) {
  const sent: unknown[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const request = input as Request;
    if (request.method === 'POST') {
      sent.push(await request.json());
      return Response.json({ traces: 7, documents: 1, refusedRows: 0, rowsToLookThrough });
    }
    return Response.json(standing);
  });
  return sent;
}

function show() {
  signedIn('token');
  const organization = { currency: 'KES', locale: 'en-KE', timeZone: 'Africa/Nairobi', businessDate: '2026-03-11' };
  const permissions = { 'borrower.export': 'ORGANIZATION', 'borrower.erase': 'ORGANIZATION' };
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <MemoryRouter>
        <ProfileContext value={{ permissions, organization } as unknown as Profile}>
          <PersonalData borrower={borrower} />
        </ProfileContext>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

test('erasing asks for the number of the borrower, and for no other', async () => {
  const sent = answers({});
  const person = show();

  await person.click(await screen.findByRole('button', { name: 'Erase personal data' }));
  await person.type(screen.getByRole('textbox', { name: 'Number of the borrower' }), 'BR-000041');
  await person.type(screen.getByRole('textbox', { name: 'Who asked for it, and how' }), 'By letter');
  await person.click(screen.getByRole('button', { name: 'Erase for good' }));

  expect(await screen.findByText('This is not the number that stands below the name.')).toBeTruthy();
  expect(sent).toEqual([]);

  await person.clear(screen.getByRole('textbox', { name: 'Number of the borrower' }));
  await person.type(screen.getByRole('textbox', { name: 'Number of the borrower' }), 'br-000042');
  await person.click(screen.getByRole('button', { name: 'Erase for good' }));

  await vi.waitFor(() => expect(sent).toEqual([{ number: 'br-000042', reason: 'By letter' }]));
});

test('rows that may be of a namesake are named, with their import', async () => {
  answers({}, [
    { importId: 'i-1', part: 'LOANS', row: 12 },
    { importId: 'i-1', part: 'PAYMENTS', row: 7 },
  ]);
  const person = show();

  await person.click(await screen.findByRole('button', { name: 'Erase personal data' }));
  await person.type(screen.getByRole('textbox', { name: 'Number of the borrower' }), 'BR-000042');
  await person.type(screen.getByRole('textbox', { name: 'Who asked for it, and how' }), 'By letter');
  await person.click(screen.getByRole('button', { name: 'Erase for good' }));

  const link = await screen.findByRole('link', { name: 'Import i-1: rows 12, 7 of the payments' });
  expect(link.getAttribute('href')).toBe('/imports/i-1');
});

test('what keeps a borrower from being erased is said in words', async () => {
  answers({ rule: 'retention-runs', retainedUntil: '2036-03-02' });
  show();

  expect(await screen.findByText(/have to be kept with the name until .*2036/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Erase personal data' })).toBeNull();
});
