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
  expect(sent[0]).toMatchObject({ cashLimit: null, name: 'Harbour' });
});
