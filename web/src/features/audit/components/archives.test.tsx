import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { expect, test, vi } from 'vitest';
import { yearBefore } from '@/features/audit/components/archive-dialog';
import { Archives } from '@/features/audit/components/archives';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const ARCHIVE = {
  id: '0190b3a2-5c1e-7d3f-8a4b-1c2d3e4f5a6b',
  archivedAt: '2026-11-22T10:00:00Z',
  before: '2025-11-22',
  firstSeal: 1,
  lastSeal: 40,
  rows: 12345,
  oldest: '2023-01-01T10:00:00Z',
  newest: '2025-01-01T10:00:00Z',
  bytes: 98765,
  sha256: 'ab'.repeat(32),
  file: 'trail-0000001-0000040-x.ndjson.gz',
  here: true,
};

type Answers = { readonly items?: readonly object[]; readonly post?: () => Response };

/** The part of the page with some files; it answers what was sent. */
function show({ items = [], post }: Answers, permissions: object = { 'audit.archive': 'ORGANIZATION' }) {
  const sent: unknown[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const request = input as Request;
    if (request.method !== 'POST') return Response.json({ items });
    sent.push(await request.json());
    return post?.() ?? Response.json({ archive: ARCHIVE, more: false }, { status: 201 });
  });
  signedIn('token');
  const organization = { currency: 'KES', locale: 'en-KE', timeZone: 'UTC', businessDate: '2026-11-22' };
  render(
    <MemoryRouter>
      <QueryClientProvider client={makeQueryClient()}>
        <ProfileContext value={{ permissions, organization } as unknown as Profile}>
          <Archives />
        </ProfileContext>
      </QueryClientProvider>
    </MemoryRouter>,
  );
  return sent;
}

const open = async () => {
  const person = userEvent.setup();
  await person.click(await screen.findByRole('button', { name: 'Move old rows into a file' }));
  return person;
};

test('a file is listed with its rows, and is taken away', async () => {
  show({ items: [ARCHIVE] });

  expect(await screen.findByText('12,345')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Download the rows of seals 1 to 40' })).toBeInTheDocument();
});

test('a file that is not where it should be is said to be missing', async () => {
  show({ items: [{ ...ARCHIVE, here: false }] });

  expect(await screen.findByText('Missing')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /^Download/ })).toBeNull();
});

test('rows of before a year ago are asked for, and there may be more of them', async () => {
  let files = 0;
  const sent = show({ post: () => Response.json({ archive: ARCHIVE, more: ++files === 1 }, { status: 201 }) });
  const person = await open();

  await person.click(screen.getByRole('button', { name: 'Move' }));
  await person.click(await screen.findByRole('button', { name: 'Next file' }));

  await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent).toEqual([{ before: '2025-11-22' }, { before: '2025-11-22' }]);
});

test('a refusal is said in the dialog', async () => {
  show({
    post: () =>
      Response.json(
        { status: 409, code: 'nothing-old', detail: 'There is no seal whose rows are all of before that day.' },
        { status: 409 },
      ),
  });
  const person = await open();

  await person.click(screen.getByRole('button', { name: 'Move' }));

  expect(await screen.findByText(/There is no seal/)).toBeInTheDocument();
});

test('who may not move rows sees that there are none in files', async () => {
  show({}, { 'audit.view': 'ORGANIZATION' });

  expect(await screen.findByText('All rows are in the trail')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Move old rows into a file' })).toBeNull();
});

test('a year before the last of February is a day that there is', () => {
  expect(yearBefore('2024-02-29')).toBe('2023-02-28');
  expect(yearBefore('2026-11-22')).toBe('2025-11-22');
});
