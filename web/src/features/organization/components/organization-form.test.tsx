import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { OrganizationForm } from '@/features/organization/components/organization-form';
import { makeQueryClient } from '@/lib/query-client';

const organization = {
  name: 'Harbour',
  currency: 'KES',
  timeZone: 'Africa/Nairobi',
  locale: 'en-KE',
  businessDate: '2026-03-11',
  registration: 'OPEN',
  cashLimit: '100000.00',
  closeAt: '00:30',
} as const;

test('a cash limit that is emptied is taken away', async () => {
  const sent: unknown[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    sent.push(await (input as Request).json());
    return Response.json(organization);
  });
  const person = userEvent.setup();
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <OrganizationForm organization={organization} etag='"1"' />
    </QueryClientProvider>,
  );

  await person.clear(screen.getByLabelText('Cash limit'));
  await person.click(screen.getByRole('button', { name: 'Save' }));

  await vi.waitFor(() => expect(sent).toHaveLength(1), { timeout: 20_000 });
  expect(sent[0]).toMatchObject({ cashLimit: null, name: 'Harbour', closeAt: '00:30' });
});

test('days are closed by people again once the time is emptied, and nothing but a time is sent', async () => {
  const sent: unknown[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    sent.push(await (input as Request).json());
    return Response.json(organization);
  });
  const person = userEvent.setup();
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <OrganizationForm organization={organization} etag='"1"' />
    </QueryClientProvider>,
  );

  const time = screen.getByLabelText('Close days by themselves at');
  await person.clear(time);
  await person.type(time, '24:10');
  await person.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Type a time like 00:30.')).toBeInTheDocument();
  expect(sent).toEqual([]);

  await person.clear(time);
  await person.click(screen.getByRole('button', { name: 'Save' }));
  await vi.waitFor(() => expect(sent).toHaveLength(1), { timeout: 20_000 });
  expect(sent[0]).toMatchObject({ closeAt: null });
});
