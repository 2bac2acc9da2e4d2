import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { ContactDialog } from '@/features/collection/components/contact-dialog';
import { ProfileContext, type Profile } from '@/lib/profile';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const loan = { loanId: 'loan-1', loanNumber: 'LN-2026-000001', currency: 'EUR', amount: '207.06' };

/** A server that takes everything, and what it was sent. */
function keepsBodies() {
  const sent: unknown[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    sent.push(await (input as Request).clone().json());
    return Response.json({}, { status: 201 });
  });
  return sent;
}

function show() {
  signedIn('token');
  const organization = { currency: 'EUR', locale: 'en-IE', businessDate: '2026-03-11' };
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <ProfileContext value={{ permissions: {}, organization } as unknown as Profile}>
        <ContactDialog loan={loan} onClose={() => undefined} />
      </ProfileContext>
    </QueryClientProvider>,
  );
}

async function choose(field: string, option: string) {
  await userEvent.click(screen.getByRole('combobox', { name: new RegExp(field, 'u') }));
  await userEvent.click(await screen.findByRole('option', { name: option }));
}

test('a promise is sent with its amount and day, and a contact without one has none', async () => {
  const sent = keepsBodies();
  show();

  await choose('What came of it', 'Promised');
  await userEvent.click(screen.getByRole('button', { name: 'Log the contact' }));
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({
    channel: 'CALL',
    result: 'PROMISED',
    promise: { amount: '207.06', on: '2026-03-11' },
  });
  expect(sent[0]).not.toHaveProperty('nextAction');

  await choose('What came of it', 'Not reached');
  await userEvent.click(screen.getByRole('button', { name: 'Log the contact' }));
  await vi.waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]).not.toHaveProperty('promise');
});

test('a promise without an amount is not sent', async () => {
  const sent = keepsBodies();
  show();

  await choose('What came of it', 'Promised');
  await userEvent.clear(screen.getByRole('textbox', { name: /Promised amount/u }));
  await userEvent.click(screen.getByRole('button', { name: 'Log the contact' }));

  expect(await screen.findByText('Type an amount.')).toBeTruthy();
  expect(sent).toHaveLength(0);
});
