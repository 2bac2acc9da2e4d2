import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { expect, test, vi } from 'vitest';
import { Documents } from '@/features/document/components/documents';
import type { Schema } from '@/lib/api/client';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const paper = {
  id: 'd-1',
  borrowerId: 'b-1',
  kind: 'PASSPORT',
  number: 'P-1',
  expired: false,
  name: 'passport.jpg',
  contentType: 'image/jpeg',
  size: 1,
  sha256: '0',
  status: 'WAITING',
  uploadedAt: '2026-03-11T08:00:00Z',
  numberMasked: false,
  uploadedBy: 'Ann',
  own: false,
} as unknown as Schema<'Document'>;

const ALL = { 'document.view': 'ORGANIZATION', 'document.upload': 'ORGANIZATION', 'document.verify': 'ORGANIZATION' };

function show(papers: readonly Schema<'Document'>[], permissions: object = ALL) {
  signedIn('token');
  const calls: Request[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation((input) => {
    const request = input as Request;
    calls.push(request);
    return Promise.resolve(request.method === 'GET' ? Response.json({ items: papers }) : Response.json(paper));
  });
  const organization = { currency: 'EUR', locale: 'en-IE', businessDate: '2026-03-11', timeZone: 'UTC' };
  const { container } = render(
    <QueryClientProvider client={makeQueryClient()}>
      <ProfileContext value={{ permissions, organization } as unknown as Profile}>
        <MemoryRouter>
          <Documents borrowerId="b-1" />
        </MemoryRouter>
      </ProfileContext>
    </QueryClientProvider>,
  );
  return { person: userEvent.setup(), calls, container };
}

test('somebody else verifies a paper, and who filed it is told so', async () => {
  const { person, calls } = show([paper]);

  await person.click(await screen.findByRole('button', { name: /Passport/ }));
  await person.click(screen.getByRole('button', { name: 'Verify' }));

  await waitFor(() => expect(calls.some(({ url }) => url.endsWith('/api/documents/d-1/verify'))).toBe(true));
});

test('who filed it is not offered to verify it', async () => {
  const { person } = show([{ ...paper, own: true }]);

  await person.click(await screen.findByRole('button', { name: /Passport/ }));

  expect(screen.getByText(/somebody else verifies it/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Verify' })).not.toBeInTheDocument();
});

test('no file is fetched before it is asked for', async () => {
  const { person, calls } = show([paper]);

  await person.click(await screen.findByRole('button', { name: /Passport/ }));

  expect(screen.getByRole('button', { name: 'Show' })).toBeInTheDocument();
  expect(calls.filter(({ url }) => url.endsWith('/api/documents/d-1'))).toHaveLength(0);
});

test('a dropped file asks what it is, and is sent with it', async () => {
  const { person, calls } = show([]);
  const file = new File(['%PDF-'], 'lease.pdf', { type: 'application/pdf' });

  fireEvent.drop(await screen.findByText('No document yet'), { dataTransfer: { files: [file] } });
  expect(await screen.findByText('lease.pdf')).toBeInTheDocument();
  await person.click(screen.getByRole('button', { name: 'Add' }));
  expect(await screen.findByText('Choose what it is.')).toBeInTheDocument();
  await person.click(screen.getByRole('combobox', { name: /What it is/ }));
  await person.click(screen.getByRole('option', { name: 'Contract' }));
  await person.click(screen.getByRole('button', { name: 'Add' }));

  await waitFor(() => expect(calls.some(({ method }) => method === 'POST')).toBe(true));
});

test('an expired paper is said to be, and who may only look adds nothing', async () => {
  show([{ ...paper, status: 'VERIFIED', expired: true }], { 'document.view': 'ORGANIZATION' });

  expect(await screen.findByText('Expired')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Add a document' })).not.toBeInTheDocument();
});
