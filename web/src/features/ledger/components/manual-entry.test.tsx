import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { expect, test, vi } from 'vitest';
import { ManualEntryDialog, type ManualEntry } from '@/features/ledger/components/manual-entry-dialog';
import { NewManualEntryPage } from '@/features/ledger/routes/new-manual-entry-page';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const entry = {
  id: 'e-1',
  on: '2026-03-11',
  description: 'Rent of March',
  reason: 'Invoice 17',
  status: 'WAITING',
  currency: 'KES',
  drafted: { userId: 'u-1', name: 'Amina Otieno', at: '2026-03-11T08:00:00Z' },
  lines: [],
} as unknown as ManualEntry;

const accounts = [
  { code: '5200', name: 'Operating expenses' },
  { code: '1120', name: 'Bank' },
];

/** A server that takes everything and answers what it was sent. */
function serves() {
  const sent: unknown[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const request = input as Request;
    if (request.method === 'GET') return Response.json({ items: request.url.includes('accounts') ? accounts : [] });
    const body = await request.text();
    sent.push([new URL(request.url).pathname, body === '' ? undefined : JSON.parse(body)]);
    return Response.json(entry);
  });
  return sent;
}

function show(what: ReactNode, id: string, permission: string) {
  signedIn('token');
  const profile = {
    id,
    permissions: { [permission]: 'ORGANIZATION' },
    organization: { currency: 'KES', locale: 'en-KE', businessDate: '2026-03-11' },
  } as unknown as Profile;
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <MemoryRouter>
        <ProfileContext value={profile}>{what}</ProfileContext>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

test('somebody else posts what was drafted', async () => {
  const sent = serves();
  const closed = vi.fn();
  const person = show(<ManualEntryDialog entry={entry} onClose={closed} />, 'u-2', 'ledger.approve');

  expect(screen.getByText(/Amina Otieno/)).toBeInTheDocument();
  await person.click(screen.getByRole('button', { name: 'Post it' }));

  await vi.waitFor(() => expect(closed).toHaveBeenCalled());
  expect(sent).toEqual([['/api/ledger/manual-entries/e-1/approve', undefined]]);
});

test('whoever drafted it takes it back and decides nothing else', () => {
  show(<ManualEntryDialog entry={entry} onClose={() => undefined} />, 'u-1', 'ledger.approve');

  expect(screen.queryByRole('button', { name: 'Post it' })).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Reject' })).not.toBeInTheDocument();
  expect(screen.getByText('You drafted it, so somebody else decides on it.')).toBeInTheDocument();
});

test('Enter goes to the next line, and the difference is shown while typing', { timeout: 60_000 }, async () => {
  const sent = serves();
  const person = show(<NewManualEntryPage />, 'u-1', 'ledger.draft');
  const line = (number: number) => within(screen.getByRole('group', { name: `Line ${String(number)}` }));

  await person.type(screen.getByLabelText(/^What the journal will say/), 'Rent of March');
  await person.type(line(1).getByLabelText('Account'), '5200');
  expect(await line(1).findByText('Operating expenses')).toBeInTheDocument();
  await person.type(line(1).getByLabelText('Debit'), '100{Enter}');
  expect(screen.getByText(/^Missing on the credit side/)).toHaveTextContent('100.00');
  await person.keyboard('1120');
  await person.type(line(2).getByLabelText('Credit'), '100{Enter}');
  expect(screen.queryByText(/^Missing on/)).not.toBeInTheDocument();
  expect(line(3).getByLabelText('Account')).toHaveFocus();
  await person.type(screen.getByLabelText(/^Why it is needed/), 'Invoice 17');
  await person.click(screen.getByRole('button', { name: 'Hand it in' }));

  await vi.waitFor(() => expect(sent).toHaveLength(1), { timeout: 20_000 });
  expect(sent).toEqual([
    [
      '/api/ledger/manual-entries',
      {
        on: '2026-03-11',
        branchId: null,
        currency: 'KES',
        description: 'Rent of March',
        reason: 'Invoice 17',
        lines: [
          { account: '5200', side: 'DEBIT', amount: '100' },
          { account: '1120', side: 'CREDIT', amount: '100' },
        ],
      },
    ],
  ]);
});
