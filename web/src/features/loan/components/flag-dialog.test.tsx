import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Loan } from '@/features/loan/api/get-loan';
import { FlagDialog } from '@/features/loan/components/flag-dialog';
import { makeQueryClient } from '@/lib/query-client';
import { signedIn } from '@/lib/session';

const loan = { id: 'loan-1', number: 'LN-2026-000001', status: 'ACTIVE', flags: ['WATCH'] } as unknown as Loan;

const sendsFlags = () => {
  const sent: [string, unknown][] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const request = input as Request;
    sent.push([new URL(request.url).pathname, await request.json()]);
    return Response.json({});
  });
  const onClose = vi.fn();
  signedIn('token');
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <FlagDialog loan={loan} onClose={onClose} />
    </QueryClientProvider>,
  );
  return { sent, onClose };
};

test('a flag is set with a reason', async () => {
  const { sent, onClose } = sendsFlags();
  const person = userEvent.setup();

  await person.click(screen.getByRole('button', { name: 'Set the flag' }));
  expect(sent).toEqual([]);
  await person.type(screen.getByLabelText(/^Reason/), 'sued');
  await person.click(screen.getByRole('button', { name: 'Set the flag' }));

  await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(sent).toEqual([['/api/loans/loan-1/flags', { flag: 'LEGAL', reason: 'sued' }]]);
});

test('one that stands is lifted with a reason', async () => {
  const { sent, onClose } = sendsFlags();
  const person = userEvent.setup();

  await person.click(screen.getByRole('combobox', { name: /^Flag/ }));
  await person.click(await screen.findByRole('option', { name: 'Watch, is set' }));
  await person.type(screen.getByLabelText(/^Reason/), 'pays again');
  await person.click(screen.getByRole('button', { name: 'Lift the flag' }));

  await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(sent).toEqual([['/api/loans/loan-1/flags/WATCH/lift', { reason: 'pays again' }]]);
});
